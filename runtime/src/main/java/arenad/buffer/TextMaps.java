package arenad.buffer;

import static arenad.memory.Memory.i32;
import static arenad.memory.Memory.i64;
import static arenad.memory.Memory.putI32;
import static arenad.memory.Memory.putI64;
import static arenad.memory.Memory.u8;

import arenad.memory.BufferHeader;
import arenad.memory.Memory;
import arenad.panic.Panics;

/// Maps whose keys are strings. A key is kept as it is given, address and length, and compared by its bytes.
public final class TextMaps {
  private static final long KEY = 8;
  private static final long KEY_LENGTH = 16;

  private static final long FIRST = 0x9E3779B97F4A7C15L;
  private static final long SECOND = 0xE7037ED1A0B428DBL;

  /// Another one in each process: whoever chooses keys must not know which of them collide.
  private static final long SEED = mix(System.nanoTime() ^ FIRST, ProcessHandle.current().pid());

  private TextMaps() {}

  /// The address of the entry of a key, 0 if there is none.
  public static long find(long map, long address, int length, int stride) {
    int slot = slotOf(map, hash(address, length), address, length, stride);
    return slot < 0 ? 0 : entry(map, slot, stride);
  }

  /// The address of the entry of `m[key]`, or a panic.
  public static long at(long map, long address, int length, int stride) {
    long entry = find(map, address, length, stride);
    if (entry == 0) {
      throw Panics.noSuchKey(Keys.quoted(address, length));
    }
    return entry;
  }

  /// Whether there is an entry of that key.
  public static boolean has(long map, long address, int length, int stride) {
    return find(map, address, length, stride) != 0;
  }

  /// The address of the entry of a key. If it is a new one, the contents of its value are undefined.
  public static long put(long map, long address, int length, int stride) {
    int hash = hash(address, length);
    int slot = slotOf(map, hash, address, length, stride);
    if (slot >= 0) {
      return entry(map, slot, stride);
    }
    long entry = Maps.add(map, hash, stride);
    putI64(entry + KEY, address);
    putI32(entry + KEY_LENGTH, length);
    return entry;
  }

  /// `m.remove(key)`: whether it was there.
  public static boolean remove(long map, long address, int length, int stride) {
    int slot = slotOf(map, hash(address, length), address, length, stride);
    if (slot < 0) {
      return false;
    }
    Maps.remove(map, slot);
    return true;
  }

  private static long entry(long map, int slot, int stride) {
    int number = (int) i64(Maps.slot(i64(map + BufferHeader.DATA), slot)) - 1;
    return Maps.entry(map, number, stride);
  }

  /// The number of the slot that leads to the key, -1 if none does.
  private static int slotOf(long map, int hash, long address, int length, int stride) {
    long block = i64(map + BufferHeader.DATA);
    if (block == 0) {
      return -1;
    }
    long entries = i64(map + Maps.ENTRIES);
    int shift = i32(block + Maps.SHIFT);
    int mask = -1 >>> shift;
    int index = hash >>> shift;
    for (long slot = i64(Maps.slot(block, index)); slot != 0; slot = i64(Maps.slot(block, index))) {
      if ((int) (slot >>> 32) == hash) {
        long entry = entries + (long) ((int) slot - 1) * stride;
        if (i32(entry + KEY_LENGTH) == length && Memory.equal(i64(entry + KEY), address, length)) {
          return index;
        }
      }
      index = index + 1 & mask;
    }
    return -1;
  }

  /// Folded multiplications over 16 bytes at a time; the last ones may be taken twice, never any behind the end.
  static int hash(long address, int length) {
    long hash = SEED ^ length;
    long at = address;
    int left = length;
    for (; left > 16; left -= 16, at += 16) {
      hash = mix(i64(at) ^ FIRST, i64(at + 8) ^ hash);
    }
    long low;
    long high;
    if (left >= 8) {
      low = i64(at);
      high = i64(at + left - 8);
    } else if (left >= 4) {
      low = i32(at);
      high = i32(at + left - 4);
    } else if (left > 0) {
      low = u8(at) << 16 | u8(at + (left >> 1)) << 8 | u8(at + left - 1);
      high = 0;
    } else {
      low = 0;
      high = 0;
    }
    long folded = mix(mix(low ^ FIRST, high ^ hash), SECOND);
    return (int) (folded >>> 32) | 1;
  }

  private static long mix(long left, long right) {
    return left * right ^ Math.unsignedMultiplyHigh(left, right);
  }
}
