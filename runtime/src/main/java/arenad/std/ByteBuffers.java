package arenad.std;

import static arenad.memory.Memory.i64;
import static arenad.memory.Memory.putI16;
import static arenad.memory.Memory.putI32;
import static arenad.memory.Memory.putI64;
import static arenad.memory.Memory.putI8;

import arenad.buffer.Arrays;
import arenad.buffer.StringBuffers;
import arenad.memory.BufferHeader;
import arenad.memory.Context;
import arenad.memory.Memory;

/// `ArenaBuffer`: an array of any bytes. Numbers are appended as they stand in memory, the lowest byte first.
public final class ByteBuffers {
  private ByteBuffers() {}

  /// A byte.
  public static void append8(long buffer, int value) {
    putI8(grown(buffer, 1), value);
  }

  /// Two bytes.
  public static void append16(long buffer, int value) {
    putI16(grown(buffer, 2), value);
  }

  /// Four bytes.
  public static void append32(long buffer, int value) {
    putI32(grown(buffer, 4), value);
  }

  /// Eight bytes.
  public static void append64(long buffer, long value) {
    putI64(grown(buffer, 8), value);
  }

  /// A character in UTF-8.
  public static void appendChar(long buffer, int scalar) {
    Utf8.encode(scalar, grown(buffer, Utf8.width(scalar)));
  }

  /// The bytes of another buffer, or of itself.
  public static void appendBuffer(long buffer, long other) {
    int length = Arrays.length(other);
    long target = grown(buffer, length);
    Memory.copy(i64(other + BufferHeader.DATA), target, length);
  }

  /// Makes the buffer longer.
  ///
  /// @return where its new bytes stand
  private static long grown(long buffer, int bytes) {
    long end = StringBuffers.room(buffer, bytes);
    StringBuffers.setEnd(buffer, end + bytes);
    return end;
  }

  /// `b.toString(a)`: a copy, in which each byte that belongs to no character is U+FFFD; its length goes to `r1`.
  public static long toString(Context context, long buffer, long arena) {
    return Repair.copy(context, arena, i64(buffer + BufferHeader.DATA), Arrays.length(buffer));
  }
}
