package arenad.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CacheFolderTest {
  private static final int RECORDS = 300;

  @TempDir Path folder;

  private final List<String> log = new ArrayList<>();

  private CacheFolder open(String version) {
    return CacheFolder.open(folder, version, log::add);
  }

  private static byte[] bytes(long number) {
    byte[] bytes = new byte[50 + (int) (number % 900)];
    Arrays.fill(bytes, (byte) number);
    ByteBuffer.wrap(bytes).putLong(number);
    return bytes;
  }

  private void fill() {
    try (CacheFolder cache = open("1")) {
      for (long i = 1; i <= RECORDS; i++) {
        assertEquals(i, cache.store().append(Table.SYMBOLS, bytes(i)));
        cache.store().put(Table.GRAPHS, i, bytes(i + 1));
      }
      cache.store().remove(Table.SYMBOLS, 7);
    }
  }

  /// How many records are there; each of them is right.
  private static int count(RecordStore store) {
    int[] count = {0};
    store.scan(
        Table.SYMBOLS,
        (key, bytes) -> {
          assertTrue(Arrays.equals(bytes(key), bytes), "record " + key);
          count[0]++;
        });
    return count[0];
  }

  @Test
  void whatWasWrittenIsThereAfterAReopening() {
    fill();
    try (CacheFolder cache = open("1")) {
      assertTrue(cache.store().isPersistent());
      assertEquals(RECORDS - 1, count(cache.store()));
      assertNull(cache.store().get(Table.SYMBOLS, 7));
      assertTrue(Arrays.equals(bytes(9), cache.store().get(Table.GRAPHS, 8)));
      assertEquals(RECORDS + 1, cache.store().append(Table.SYMBOLS, bytes(RECORDS + 1)));
    }
    assertEquals(List.of(), log);
  }

  @Test
  void writesAreSeenBeforeTheyAreDurable() {
    try (CacheFolder cache = open("1")) {
      long key = cache.store().append(Table.FILES, bytes(5));
      assertTrue(Arrays.equals(bytes(5), cache.store().get(Table.FILES, key)));
      cache.store().flush();
      cache.store().remove(Table.FILES, key);
      assertNull(cache.store().get(Table.FILES, key));
    }
  }

  @Test
  void aCacheOfAnotherVersionIsSetAside() {
    fill();
    try (CacheFolder cache = open("2")) {
      assertEquals(0, count(cache.store()));
      assertTrue(Files.isDirectory(folder.resolve("cache.set-aside")));
    }
    assertTrue(log.getFirst().contains("another build"), log.toString());
  }

  @Test
  void aSecondProcessWorksInMemory() {
    try (CacheFolder first = open("1");
        CacheFolder second = open("1")) {
      assertTrue(first.store().isPersistent());
      assertFalse(second.store().isPersistent());
    }
    try (CacheFolder third = open("1")) {
      assertTrue(third.store().isPersistent());
    }
  }

  @Test
  void aFolderThatCannotBeMadeMeansMemory() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    try (CacheFolder cache = CacheFolder.open(file.resolve("cache"), "1", log::add)) {
      assertFalse(cache.store().isPersistent());
    }
  }

  /// Whatever is done to the files: it opens, no record is wrong, and it can be written again.
  @Test
  void damageCostsRecordsAndNothingElse() throws IOException {
    Random random = new Random(42);
    for (int round = 0; round < 25; round++) {
      CacheFolder.delete(folder);
      fill();
      List<Path> files;
      try (Stream<Path> list = Files.list(folder.resolve("cache/records"))) {
        files = list.filter(file -> sizeOf(file) > 0).sorted().toList();
      }
      Path victim = files.get(random.nextInt(files.size()));
      String what = damage(victim, round, random);
      try (CacheFolder cache = open("1")) {
        int left = count(cache.store());
        assertTrue(left <= RECORDS, what);
        for (long key = 1; key <= RECORDS; key++) {
          byte[] graph = cache.store().get(Table.GRAPHS, key);
          assertTrue(graph == null || Arrays.equals(bytes(key + 1), graph), what);
        }
        cache.store().flush();
        cache.mendIfBroken();
        long fresh = cache.store().append(Table.SYMBOLS, bytes(1));
        cache.store().flush();
        assertTrue(Arrays.equals(bytes(1), cache.store().get(Table.SYMBOLS, fresh)), what);
      }
    }
  }

  private static String damage(Path file, int round, Random random) throws IOException {
    long size = Files.size(file);
    String what = "round " + round + " of " + file.getFileName() + " (" + size + " bytes): ";
    switch (round % 5) {
      case 0 -> {
        long at = random.nextLong(size);
        flip(file, at, 1);
        return what + "flipped a byte at " + at;
      }
      case 1 -> {
        long at = random.nextLong(size);
        flip(file, at, 4096);
        return what + "flipped a page from " + at;
      }
      case 2 -> {
        long length = random.nextLong(size);
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
          open.setLength(length);
        }
        return what + "cut to " + length;
      }
      case 3 -> {
        Files.write(file, new byte[(int) size]);
        return what + "zeroed";
      }
      default -> {
        Files.delete(file);
        return what + "deleted";
      }
    }
  }

  private static void flip(Path file, long from, int count) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int i = (int) from; i < Math.min(bytes.length, from + count); i++) {
      bytes[i] ^= 0x55;
    }
    Files.write(file, bytes);
  }

  private static long sizeOf(Path file) {
    try {
      return Files.size(file);
    } catch (IOException gone) {
      return 0;
    }
  }

  /// A process that writes and says which key is durable is killed in the middle, again and again.
  @Test
  void aKilledProcessLosesNothingThatWasDurable() throws IOException, InterruptedException {
    long durable = 0;
    for (int round = 0; round < 6; round++) {
      Process writer =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Writer.class.getName(),
                  folder.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (var lines = writer.inputReader()) {
        for (int i = 0; i < 20 + round; i++) {
          String line = lines.readLine();
          if (line == null) {
            break;
          }
          durable = Long.parseLong(line);
        }
        writer.destroyForcibly();
        writer.waitFor();
      }
      try (CacheFolder cache = open("1")) {
        assertTrue(cache.store().isPersistent());
        assertTrue(count(cache.store()) >= durable, "round " + round);
      }
    }
    assertTrue(durable > 0);
    assertEquals(List.of(), log);
  }

  /// The process that is killed.
  static final class Writer {
    private Writer() {}

    /// Writes until it is killed, and prints the last key of each durable batch.
    public static void main(String[] args) {
      try (CacheFolder cache = CacheFolder.open(Path.of(args[0]), "1", System.err::println)) {
        while (true) {
          long key = 0;
          for (int i = 0; i < 50; i++) {
            key = cache.store().append(Table.SYMBOLS, bytes(next(cache)));
          }
          cache.store().flush();
          System.out.println(key);
        }
      }
    }

    private static long next(CacheFolder cache) {
      long[] last = {0};
      if (counted == 0) {
        cache.store().scan(Table.SYMBOLS, (key, _) -> last[0] = key);
        counted = last[0];
      }
      return ++counted;
    }

    private static long counted;
  }
}
