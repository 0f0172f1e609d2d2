package arenad.bench.game;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// k-nucleotide: how often short sequences stand in the third sequence of a file. Two bits a letter make a key.
public final class KNucleotide {
  private static final String LETTERS = "ACGT";

  /// The letters as numbers from 0 to 3.
  private final byte[] sequence;

  private final int length;

  private KNucleotide(Stream<String> lines) {
    byte[] letters = new byte[1024];
    int used = 0;
    for (String line : (Iterable<String>) lines::iterator) {
      if (used + line.length() > letters.length) {
        letters = Arrays.copyOf(letters, 2 * letters.length);
      }
      for (int i = 0; i < line.length(); i++) {
        letters[used++] = (byte) LETTERS.indexOf(Character.toUpperCase(line.charAt(i)));
      }
    }
    sequence = letters;
    length = used;
  }

  private static final class Count {
    int value;
  }

  private Map<Long, Count> counts(int k) {
    Map<Long, Count> counts = new HashMap<>();
    long mask = (1L << 2 * k) - 1;
    long key = 0;
    for (int i = 0; i < length; i++) {
      key = (key << 2 | sequence[i]) & mask;
      if (i >= k - 1) {
        counts.computeIfAbsent(key, _ -> new Count()).value++;
      }
    }
    return counts;
  }

  private static String text(long key, int k) {
    StringBuilder text = new StringBuilder();
    for (int at = k - 1; at >= 0; at--) {
      text.append(LETTERS.charAt((int) (key >> 2 * at & 3)));
    }
    return text.toString();
  }

  private void printShares(int k) {
    counts(k).entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<Long, Count> entry) -> -entry.getValue().value)
                .thenComparing(Map.Entry::getKey))
        .forEach(
            entry ->
                System.out.printf(
                    Locale.ROOT,
                    "%s %.3f%n",
                    text(entry.getKey(), k),
                    100.0 * entry.getValue().value / (length - k + 1)));
    System.out.println();
  }

  private void printCount(String wanted) {
    long key = 0;
    for (int i = 0; i < wanted.length(); i++) {
      key = key << 2 | LETTERS.indexOf(wanted.charAt(i));
    }
    Count count = counts(wanted.length()).get(key);
    System.out.println((count == null ? 0 : count.value) + "\t" + wanted);
  }

  /// `KNucleotide < FILE`.
  public static void main(String[] arguments) {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.ISO_8859_1))) {
      KNucleotide game =
          new KNucleotide(
              in.lines()
                  .dropWhile(line -> !line.startsWith(">THREE"))
                  .skip(1)
                  .takeWhile(line -> !line.startsWith(">")));
      game.printShares(1);
      game.printShares(2);
      List.of("GGT", "GGTA", "GGTATT", "GGTATTTTAATT", "GGTATTTTAATTTATAGT")
          .forEach(game::printCount);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
