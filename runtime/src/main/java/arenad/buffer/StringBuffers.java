package arenad.buffer;

import static arenad.memory.Memory.i32;
import static arenad.memory.Memory.i64;
import static arenad.memory.Memory.putI32;

import arenad.memory.Arenas;
import arenad.memory.BufferHeader;
import arenad.memory.Context;
import arenad.memory.Memory;

/// `StringBuffer`: an array of bytes that together are always well-formed UTF-8.
///
/// Numbers and f-strings are written into one by `Text.beginIn`.
public final class StringBuffers {
  private StringBuffers() {}

  /// `StringBuffer.new(a, capacity)`.
  public static long create(Context context, long arena, int capacity) {
    return Arrays.create(context, arena, 1, capacity);
  }

  /// `b += s`.
  public static void append(long buffer, long address, int length) {
    long end = room(buffer, length);
    Memory.copy(address, end, length);
    setEnd(buffer, end + length);
  }

  /// Makes room for more bytes.
  ///
  /// @return where they go: the address behind the last one
  public static long room(long buffer, long bytes) {
    int length = length(buffer);
    if (bytes > i32(buffer + BufferHeader.CAPACITY) - length) {
      Arrays.grow(buffer, length + bytes, 1);
    }
    return i64(buffer + BufferHeader.DATA) + length;
  }

  /// Says where the bytes now end, within the room made.
  public static void setEnd(long buffer, long end) {
    putI32(buffer + BufferHeader.LENGTH, (int) (end - i64(buffer + BufferHeader.DATA)));
  }

  /// `b.length`, in bytes.
  public static int length(long buffer) {
    return Arrays.length(buffer);
  }

  /// `b.clear()`; the storage stays.
  public static void clear(long buffer) {
    Arrays.clear(buffer);
  }

  /// `b.toString(a)`: a copy; its length goes to `r1`.
  public static long toString(Context context, long buffer, long arena) {
    int length = length(buffer);
    long address = Arenas.alloc(context, arena, Math.max(length + 7L & -8, 8));
    Memory.copy(i64(buffer + BufferHeader.DATA), address, length);
    context.r1 = length;
    return address;
  }
}
