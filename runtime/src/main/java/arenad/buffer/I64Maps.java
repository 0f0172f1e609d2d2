package arenad.buffer;

import static arenad.memory.Memory.i32;
import static arenad.memory.Memory.i64;
import static arenad.memory.Memory.putI64;

import arenad.memory.BufferHeader;
import arenad.panic.Panics;

/// Maps whose keys are integers of 64 bits.
///
/// The twin of [I32Maps] but for the width of a key. One class for both would widen keys and ask for the width at each probe, in the
/// loop that programs which count things spend their time in.
public final class I64Maps {
  private static final long KEY = 8;

  private I64Maps() {}

  /// The address of the entry of a key, 0 if there is none.
  public static long find(long map, long key, int stride) {
    int slot = slotOf(map, hash(key), key, stride);
    return slot < 0 ? 0 : entry(map, slot, stride);
  }

  /// The address of the entry of `m[key]`, or a panic.
  ///
  /// @param shown how the message shows the key, see [Keys]
  public static long at(long map, long key, int stride, int shown) {
    long entry = find(map, key, stride);
    if (entry == 0) {
      throw Panics.noSuchKey(Keys.text(key, shown));
    }
    return entry;
  }

  /// Whether there is an entry of that key.
  public static boolean has(long map, long key, int stride) {
    return find(map, key, stride) != 0;
  }

  /// The address of the entry of a key. If it is a new one, the contents of its value are undefined.
  public static long put(long map, long key, int stride) {
    int hash = hash(key);
    int slot = slotOf(map, hash, key, stride);
    if (slot >= 0) {
      return entry(map, slot, stride);
    }
    long entry = Maps.add(map, hash, stride);
    putI64(entry + KEY, key);
    return entry;
  }

  /// `m.remove(key)`: whether it was there.
  public static boolean remove(long map, long key, int stride) {
    int slot = slotOf(map, hash(key), key, stride);
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
  private static int slotOf(long map, int hash, long key, int stride) {
    long block = i64(map + BufferHeader.DATA);
    if (block == 0) {
      return -1;
    }
    long entries = i64(map + Maps.ENTRIES);
    int shift = i32(block + Maps.SHIFT);
    int mask = -1 >>> shift;
    int index = hash >>> shift;
    for (long slot = i64(Maps.slot(block, index)); slot != 0; slot = i64(Maps.slot(block, index))) {
      if ((int) (slot >>> 32) == hash
          && i64(entries + (long) ((int) slot - 1) * stride + KEY) == key) {
        return index;
      }
      index = index + 1 & mask;
    }
    return -1;
  }

  /// Fibonacci hashing: neighbours land far from each other in the top bits, which count.
  private static int hash(long key) {
    return (int) (key * 0x9E3779B97F4A7C15L >>> 32) | 1;
  }
}
