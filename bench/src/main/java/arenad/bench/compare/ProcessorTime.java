package arenad.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What processors did for processes that have ended: on a machine with other work the better measure.
final class ProcessorTime {
  private static final Path STATUS = Path.of("/proc/self/stat");

  /// Of the words behind the name of the program, which ends with a parenthesis.
  private static final int CHILDREN_USER = 13;

  private static final int CHILDREN_SYSTEM = 14;

  /// Linux counts hundredths of a second.
  private static final double MILLISECONDS = 10;

  private ProcessorTime() {}

  /// Milliseconds, of all children so far that were waited for; NaN where the system does not tell.
  static double ofChildren() {
    try {
      String line = Files.readString(STATUS);
      String[] words = line.substring(line.lastIndexOf(')') + 2).split(" ");
      long ticks = Long.parseLong(words[CHILDREN_USER]) + Long.parseLong(words[CHILDREN_SYSTEM]);
      return ticks * MILLISECONDS;
    } catch (IOException e) {
      return Double.NaN;
    }
  }
}
