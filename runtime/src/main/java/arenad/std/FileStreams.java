package arenad.std;

import arenad.memory.Context;
import arenad.panic.Panic;
import arenad.panic.Panics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// `io` of the standard library: files piece by piece. The numbers 0, 1 and 2 are standard input, output and
/// error.
public final class FileStreams {
  private static final int INPUT = 0;
  private static final int OUTPUT = 1;
  private static final int ERROR = 2;
  private static final int PIECE = 1 << 16;

  private FileStreams() {}

  /// Opens a file for reading.
  ///
  /// @return its number, or 0 when that fails
  public static long openSource(Context context, long path, int length) {
    try {
      Path file = IoFailure.path(path, length);
      if (Files.isDirectory(file)) {
        IoFailure.IS_FOLDER.leave(context);
        return 0;
      }
      return OpenFiles.add(new ByteSource(Files.newInputStream(file), PIECE));
    } catch (IOException | RuntimeException failure) {
      IoFailure.of(failure).leave(context);
      return 0;
    }
  }

  /// Opens a file for writing.
  ///
  /// @param append 1 to write behind what the file has, 0 to write over it
  /// @return its number, or 0 when that fails
  public static long openSink(Context context, long path, int length, int append) {
    try {
      Path file = IoFailure.path(path, length);
      return OpenFiles.add(
          new ByteSink(
              append != 0
                  ? Files.newOutputStream(
                      file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                  : Files.newOutputStream(file)));
    } catch (IOException | RuntimeException failure) {
      IoFailure.of(failure).leave(context);
      return 0;
    }
  }

  private static Panic closed() {
    return Panics.fileClosed();
  }

  private static ByteSource source(long file) {
    if (OpenFiles.get(file) instanceof ByteSource source) {
      return source;
    }
    throw closed();
  }

  private static ByteSink sink(long file) {
    if (OpenFiles.get(file) instanceof ByteSink sink) {
      return sink;
    }
    throw closed();
  }

  /// The next line, in an arena; its length goes to `r1`. A failure is left, and counts as the end.
  ///
  /// @return 0 at the end
  public static long readLine(Context context, long file, long arena) {
    if (file == INPUT) {
      return Input.readLine(context, arena);
    }
    ByteSource source = source(file);
    try {
      synchronized (source) {
        return source.readLine(context, arena);
      }
    } catch (IOException failure) {
      IoFailure.of(failure).leave(context);
      context.r1 = 0;
      return 0;
    }
  }

  /// The next bytes.
  ///
  /// @return how many; 0 at the end, -1 when that fails
  public static int read(Context context, long file, long address, int length) {
    if (file == INPUT) {
      return Input.read(context, address, length);
    }
    ByteSource source = source(file);
    try {
      synchronized (source) {
        return length == 0 ? 0 : source.read(address, length);
      }
    } catch (IOException failure) {
      IoFailure.of(failure).leave(context);
      return -1;
    }
  }

  /// Writes bytes.
  ///
  /// @return the number of the [IoFailure]
  public static int write(Context context, long file, long address, int length) {
    try {
      switch ((int) file) {
        case OUTPUT -> Output.print(address, length);
        case ERROR -> Output.log(address, length);
        default -> sink(file).write(address, length);
      }
      return IoFailure.NONE.ordinal();
    } catch (IOException failure) {
      return IoFailure.of(failure).ordinal();
    }
  }

  /// Writes out what is buffered.
  ///
  /// @return the number of the [IoFailure]
  public static int flush(Context context, long file) {
    try {
      if (file == OUTPUT) {
        Output.flush();
      } else if (file != ERROR) {
        sink(file).flush();
      }
      return IoFailure.NONE.ordinal();
    } catch (IOException failure) {
      return IoFailure.of(failure).ordinal();
    }
  }

  /// Closes a file; what is closed already stays so.
  ///
  /// @return the number of the [IoFailure]
  public static int close(Context context, long file) {
    try {
      switch (OpenFiles.remove(file)) {
        case ByteSource source -> source.close();
        case ByteSink sink -> sink.close();
        case null, default -> {}
      }
      return IoFailure.NONE.ordinal();
    } catch (IOException failure) {
      return IoFailure.of(failure).ordinal();
    }
  }
}
