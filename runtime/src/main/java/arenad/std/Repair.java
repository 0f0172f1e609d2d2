package arenad.std;

import arenad.memory.Arenas;
import arenad.memory.Context;
import arenad.memory.Memory;
import arenad.panic.Panics;

/// Bytes from outside as a string: what is not well-formed UTF-8 becomes U+FFFD, byte by byte.
final class Repair {
  private static final int REPLACEMENT = 0xFFFD;
  private static final int REPLACEMENT_WIDTH = 3;

  private Repair() {}

  /// A string in an arena; its length goes to `r1`.
  static long copy(Context context, long arena, long address, int length) {
    long end = address + length;
    int malformed = malformed(address, end);
    long repaired = length + malformed * (REPLACEMENT_WIDTH - 1L);
    if (repaired > Integer.MAX_VALUE) {
      throw Panics.tooLarge("text");
    }
    long copy = Arenas.alloc(context, arena, Math.max(repaired + 7 & -8, 8));
    if (malformed == 0) {
      Memory.copy(address, copy, length);
    } else {
      write(address, end, copy);
    }
    context.r1 = repaired;
    return copy;
  }

  /// Whether the bytes are a string as they are.
  static boolean isWellFormed(long address, int length) {
    return malformed(address, address + length) == 0;
  }

  private static int malformed(long address, long end) {
    int count = 0;
    for (long at = address; at < end; ) {
      int width = Utf8.wellFormedWidth(at, end);
      if (width == 0) {
        count++;
        at++;
      } else {
        at += width;
      }
    }
    return count;
  }

  private static void write(long address, long end, long target) {
    long out = target;
    for (long at = address; at < end; ) {
      int width = Utf8.wellFormedWidth(at, end);
      if (width == 0) {
        out = Utf8.encode(REPLACEMENT, out);
        at++;
      } else {
        Memory.copy(at, out, width);
        out += width;
        at += width;
      }
    }
  }
}
