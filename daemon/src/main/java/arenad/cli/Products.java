package arenad.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The folder of programs that `run` and `test` have made.
final class Products {
  private static final int KEPT = 8;

  private Products() {}

  /// Removes all but the newest few. Processes that run the others have them open, and that is enough.
  static void tidy(Path folder, Path newest) throws IOException {
    List<Path> jars;
    try (Stream<Path> files = Files.list(folder)) {
      jars =
          files
              .filter(file -> isOfKind(file, newest) && !file.equals(newest))
              .sorted(Comparator.comparing(Products::age).reversed())
              .toList();
    }
    for (Path jar : jars.subList(Math.min(KEPT, jars.size()), jars.size())) {
      Files.deleteIfExists(jar);
    }
  }

  private static boolean isOfKind(Path file, Path other) {
    String name = other.toString();
    return file.toString().endsWith(name.substring(name.lastIndexOf('.')));
  }

  private static long age(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException gone) {
      return 0;
    }
  }
}
