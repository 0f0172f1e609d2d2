package arenad.std;

import arenad.memory.Memory;
import arenad.panic.Panics;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Standard output and standard error.
///
/// Output is buffered, and written when the buffer is full, before input is read, and at the end; on a terminal after each print.
/// Standard error is not buffered.
public final class Output {
  /// Bytes that the JVM writes without taking memory from the system.
  private static final int CAPACITY = 8192;

  private static final Output OUT = new Output(FileDescriptor.out, isTerminal());
  private static final Output ERROR = new Output(FileDescriptor.err, true);

  private final FileOutputStream stream;
  private final boolean immediate;
  private final byte[] buffer = new byte[CAPACITY];
  private int used;

  private Output(FileDescriptor file, boolean immediate) {
    this.stream = new FileOutputStream(file);
    this.immediate = immediate;
  }

  /// `print` of a string.
  public static void print(long address, int length) {
    OUT.write(address, length);
  }

  /// `log` of a string.
  public static void log(long address, int length) {
    ERROR.write(address, length);
  }

  /// Writes out what is buffered.
  public static void flush() {
    OUT.drain();
  }

  private synchronized void write(long address, int length) {
    int done = 0;
    while (done < length) {
      int part = Math.min(length - done, CAPACITY - used);
      Memory.copyOut(address + done, buffer, used, part);
      used += part;
      done += part;
      if (used == CAPACITY) {
        drain();
      }
    }
    if (immediate) {
      drain();
    }
  }

  private synchronized void drain() {
    int bytes = used;
    if (bytes == 0) {
      return;
    }
    try {
      stream.write(buffer, 0, bytes);
      used = 0;
    } catch (IOException e) {
      // What cannot be written now will not be written by the flush at the end either.
      used = 0;
      if (this == OUT) {
        throw Panics.outputFailed(String.valueOf(e.getMessage()));
      }
    }
  }

  /// A property decides, for launchers that know better; else what the system says.
  private static boolean isTerminal() {
    String told = System.getProperty("arenad.interactive");
    if (told != null) {
      return Boolean.parseBoolean(told);
    }
    Path link = Path.of("/proc/self/fd/1");
    try {
      String target = Files.readSymbolicLink(link).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException e) {
      return System.console() != null;
    }
  }
}
