package arenad.buffer;

import arenad.memory.Arenas;
import arenad.memory.Context;
import arenad.memory.Memory;
import arenad.panic.Panics;

/// `Span<T>`: the address of elements in an arena, and how many they are. It is two words and has no header; elements do not move.
public final class Spans {
  private static final int MOST_ALIGNED = 4096;

  private Spans() {}

  /// `a.alloc<T>(count, alignment)`: the address of elements that are all zeros.
  ///
  /// @param alignment a power of two up to 4096, or 0 for what elements need; anything else panics
  public static long allocate(
      Context context, long arena, int count, int elementSize, int alignment) {
    if (alignment < 0 || alignment > MOST_ALIGNED || (alignment & alignment - 1) != 0) {
      throw Panics.unsupportedAlignment(alignment);
    }
    return Arenas.allocElements(context, arena, count, elementSize, alignment);
  }

  /// `s.slice(from, to)`: the address of its first element; the length goes to `r1`.
  public static long slice(
      Context context, long address, int length, int from, int to, int elementSize) {
    if (from < 0 || to < from || to > length) {
      throw Panics.sliceOutOfRange(from, to, length);
    }
    context.r1 = to - from;
    return address + (long) from * elementSize;
  }

  /// Copies the first element to all others.
  public static void repeat(long address, int length, int elementSize) {
    if (elementSize == 1) {
      Memory.fill(address, length, Memory.u8(address));
      return;
    }
    long total = (long) length * elementSize;
    for (long done = elementSize; done < total; done *= 2) {
      Memory.copy(address, address + done, Math.min(done, total - done));
    }
  }
}
