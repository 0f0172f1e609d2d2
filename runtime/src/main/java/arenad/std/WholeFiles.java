package arenad.std;

import arenad.memory.Arenas;
import arenad.memory.Context;
import arenad.memory.Memory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// `io` of the standard library: files as a whole.
public final class WholeFiles {
  private static final int PIECE = 1 << 16;

  private WholeFiles() {}

  /// What [IoFailure] the last call of this thread that failed has met, as a number.
  public static int lastFailure(Context context) {
    return context.ioFailure;
  }

  /// A file as a string in an arena; its length goes to `r1`.
  ///
  /// @return 0 when that fails
  public static long readText(Context context, long path, int length, long arena) {
    long bytes = readBytes(context, path, length, arena);
    if (bytes != 0 && !Repair.isWellFormed(bytes, (int) context.r1)) {
      IoFailure.NOT_UTF8.leave(context);
      return 0;
    }
    return bytes;
  }

  /// The bytes of a file, in an arena; how many goes to `r1`.
  ///
  /// @return 0 when that fails
  public static long readBytes(Context context, long path, int length, long arena) {
    try {
      Path file = IoFailure.path(path, length);
      try (InputStream in = Files.newInputStream(file)) {
        long size = Files.size(file);
        if (size > Integer.MAX_VALUE) {
          IoFailure.TOO_LARGE.leave(context);
          return 0;
        }
        // Files that the system makes up tell no size.
        return size == 0 || !Files.isRegularFile(file)
            ? ofUnknownSize(context, in, arena)
            : ofSize(context, in, (int) size, arena);
      }
    } catch (IOException | RuntimeException failure) {
      IoFailure.of(failure).leave(context);
      return 0;
    }
  }

  private static long ofSize(Context context, InputStream in, int size, long arena)
      throws IOException {
    long target = Arenas.alloc(context, arena, size + 7L & -8);
    byte[] piece = new byte[Math.min(size, PIECE)];
    int done = 0;
    while (done < size) {
      int part = in.read(piece, 0, Math.min(piece.length, size - done));
      if (part < 0) {
        break;
      }
      Memory.copyIn(piece, 0, target + done, part);
      done += part;
    }
    context.r1 = done;
    return target;
  }

  private static long ofUnknownSize(Context context, InputStream in, long arena)
      throws IOException {
    byte[] bytes = in.readNBytes(Integer.MAX_VALUE - 8);
    long target = Arenas.alloc(context, arena, Math.max(bytes.length + 7L & -8, 8));
    Memory.copyIn(bytes, 0, target, bytes.length);
    context.r1 = bytes.length;
    return target;
  }

  /// Writes a file: a new one, or over the old one, or behind what it has.
  ///
  /// @param append 1 for that, else 0
  /// @return the number of the [IoFailure]
  public static int write(
      Context context, long path, int length, long bytes, int count, int append) {
    try (OutputStream out =
        append != 0
            ? Files.newOutputStream(
                IoFailure.path(path, length), StandardOpenOption.CREATE, StandardOpenOption.APPEND)
            : Files.newOutputStream(IoFailure.path(path, length))) {
      byte[] piece = new byte[Math.min(count, PIECE)];
      for (int done = 0; done < count; done += piece.length) {
        int part = Math.min(piece.length, count - done);
        Memory.copyOut(bytes + done, piece, 0, part);
        out.write(piece, 0, part);
      }
      return IoFailure.NONE.ordinal();
    } catch (IOException | RuntimeException failure) {
      return IoFailure.of(failure).ordinal();
    }
  }
}
