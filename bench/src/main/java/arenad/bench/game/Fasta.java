package arenad.bench.game;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// fasta: DNA sequences, repeated and by a simple generator of random numbers.
public final class Fasta {
  private static final int WIDTH = 60;

  private static final String ALU =
      "GGCCGGGCGCGGTGGCTCACGCCTGTAATCCCAGCACTTTGGGAGGCCGAGGCGGGCGGATCACCTGAGGTCAGGAGTTCGAGACCAGCCTGGCCAACAT"
          + "GGTGAAACCCCGTCTCTACTAAAAATACAAAAATTAGCCGGGCGTGGTGGCGCGCGCCTGTAATCCCAGCTACTCGGGAGGCTGAGGCAGGAGAATCGCT"
          + "TGAACCCGGGAGGCGGAGGTTGCAGTGAGCCGAGATCGCGCCACTGCACTCCAGCCTGGGCGACAGAGCGAGACTCCGTCTCAAAAA";

  private final OutputStream out;
  private final byte[] line = new byte[WIDTH + 1];
  private int seed = 42;

  private Fasta(OutputStream out) {
    this.out = out;
  }

  /// A letter and the sum of the probabilities up to it.
  private record Chance(double upTo, byte letter) {}

  private static Chance[] chances(String letters, double... probabilities) {
    Chance[] chances = new Chance[letters.length()];
    double sum = 0;
    for (int i = 0; i < chances.length; i++) {
      sum += probabilities[i];
      chances[i] = new Chance(sum, (byte) letters.charAt(i));
    }
    return chances;
  }

  private double next() {
    seed = (seed * 3877 + 29573) % 139968;
    return seed / 139968.0;
  }

  private byte pick(Chance[] table) {
    double r = next();
    int at = 0;
    while (at < table.length - 1 && r >= table[at].upTo) {
      at++;
    }
    return table[at].letter;
  }

  private void title(String title) throws IOException {
    out.write((title + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  private void repeat(byte[] text, int n) throws IOException {
    int at = 0;
    for (int left = n; left > 0; left -= WIDTH) {
      int width = Math.min(left, WIDTH);
      for (int i = 0; i < width; i++) {
        line[i] = text[at];
        at = at + 1 == text.length ? 0 : at + 1;
      }
      line[width] = '\n';
      out.write(line, 0, width + 1);
    }
  }

  private void random(Chance[] table, int n) throws IOException {
    for (int left = n; left > 0; left -= WIDTH) {
      int width = Math.min(left, WIDTH);
      for (int i = 0; i < width; i++) {
        line[i] = pick(table);
      }
      line[width] = '\n';
      out.write(line, 0, width + 1);
    }
  }

  /// `Fasta SIZE`.
  public static void main(String[] arguments) throws IOException {
    int n = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
    Chance[] iub =
        chances(
            "acgtBDHKMNRSVWY",
            0.27,
            0.12,
            0.12,
            0.27,
            0.02,
            0.02,
            0.02,
            0.02,
            0.02,
            0.02,
            0.02,
            0.02,
            0.02,
            0.02,
            0.02);
    Chance[] human =
        chances("acgt", 0.3029549426680, 0.1979883004921, 0.1975473066391, 0.3015094502008);
    try (OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out))) {
      Fasta fasta = new Fasta(out);
      fasta.title(">ONE Homo sapiens alu");
      fasta.repeat(ALU.getBytes(StandardCharsets.US_ASCII), 2 * n);
      fasta.title(">TWO IUB ambiguity codes");
      fasta.random(iub, 3 * n);
      fasta.title(">THREE Homo sapiens frequency");
      fasta.random(human, 5 * n);
    }
  }
}
