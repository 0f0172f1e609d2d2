package arenad.std;

import static arenad.memory.Memory.u8;

import arenad.memory.Context;
import arenad.memory.Memory;
import java.io.IOException;
import java.io.InputStream;

/// Bytes from outside, read piece by piece: constant memory, however many there are.
final class ByteSource {
  private final InputStream stream;
  private final byte[] buffer;

  /// What of the buffer is not read yet.
  private int next;

  private int end;

  /// @param size of the pieces that are asked for
  ByteSource(InputStream stream, int size) {
    this.stream = stream;
    this.buffer = new byte[size];
  }

  /// The next line without its `\n` or `\r\n`, in an arena; its length goes to `r1`.
  /// Bytes that are not UTF-8 become U+FFFD.
  ///
  /// @return 0 when there is none any more
  long readLine(Context context, long arena) throws IOException {
    TextRoom.begin(context);
    if (!appendLine(context)) {
      context.r1 = 0;
      return 0;
    }
    long length = TextRoom.length(context);
    if (length > 0 && u8(context.textTop - 1) == '\r') {
      length--;
    }
    long line = Repair.copy(context, arena, context.textStart, (int) length);
    TextRoom.dropLargeScratch(context);
    return line;
  }

  private boolean appendLine(Context context) throws IOException {
    boolean any = false;
    while (next < end || fill()) {
      any = true;
      int stop = next;
      while (stop < end && buffer[stop] != '\n') {
        stop++;
      }
      long at = TextRoom.room(context, stop - next);
      Memory.copyIn(buffer, next, at, stop - next);
      context.textTop = at + (stop - next);
      next = stop + 1;
      if (stop < end) {
        return true;
      }
    }
    return any;
  }

  /// Reads up to `length` bytes to memory.
  ///
  /// @return how many; 0 at the end
  int read(long address, int length) throws IOException {
    if (next >= end && !fill()) {
      return 0;
    }
    int part = Math.min(length, end - next);
    Memory.copyIn(buffer, next, address, part);
    next += part;
    return part;
  }

  private boolean fill() throws IOException {
    next = 0;
    end = 0;
    end = Math.max(stream.read(buffer), 0);
    return end > 0;
  }

  void close() throws IOException {
    stream.close();
  }
}
