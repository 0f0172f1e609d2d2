package arenad.buffer;

import static arenad.memory.Memory.i32;
import static arenad.memory.Memory.i64;
import static arenad.memory.Memory.putI32;
import static arenad.memory.Memory.putI64;

import arenad.memory.BufferHeader;
import arenad.memory.Context;
import arenad.memory.Memory;
import arenad.panic.Panics;

/// Which copy belongs to which original, while a graph is cloned: a hash table in memory, open addressing, at most half full.
///
/// An original is an address and a type, since an object and its first field lie at the same address.
/// A place is the address of an entry: original, type, copy (0 while there is none); it is good until the next place is asked for.
final class Copied {
  /// Bytes of a table's own words: entries, how many there is room for (a power of two), how many are in use.
  static final long SIZE = 16;

  private static final long ENTRIES = 0;
  private static final long CAPACITY = 8;
  private static final long USED = 12;

  private static final int ENTRY_SIZE = 24;
  private static final long TYPE = 8;
  private static final long COPY = 16;
  private static final int FIRST_CAPACITY = 16;

  private Copied() {}

  static void open(Context context, long table) {
    putI64(table + ENTRIES, context.tempAllocZeroed(FIRST_CAPACITY * ENTRY_SIZE));
    putI32(table + CAPACITY, FIRST_CAPACITY);
    putI32(table + USED, 0);
  }

  /// The place of an original, a new one if it was not seen yet.
  static long place(Context context, long table, long original, int type) {
    long place = find(table, original, type);
    if (i64(place) != 0) {
      return place;
    }
    int used = i32(table + USED) + 1;
    if (2 * used > i32(table + CAPACITY)) {
      grow(context, table);
      place = find(table, original, type);
    }
    putI32(table + USED, used);
    putI64(place, original);
    putI32(place + TYPE, type);
    return place;
  }

  static long copy(long place) {
    return i64(place + COPY);
  }

  static void setCopy(long place, long copy) {
    putI64(place + COPY, copy);
  }

  private static long find(long table, long original, int type) {
    int mask = i32(table + CAPACITY) - 1;
    long hash = (original + type) * 0x9E3779B97F4A7C15L;
    int index = (int) (hash >>> 32) & mask;
    while (true) {
      long entry = i64(table + ENTRIES) + (long) index * ENTRY_SIZE;
      long there = i64(entry);
      if (there == 0 || there == original && i32(entry + TYPE) == type) {
        return entry;
      }
      index = index + 1 & mask;
    }
  }

  /// Moves to a table of four times the size. The old one goes with the frame.
  private static void grow(Context context, long table) {
    long old = i64(table + ENTRIES);
    int oldCapacity = i32(table + CAPACITY);
    if (oldCapacity > Integer.MAX_VALUE / 4) {
      throw Panics.tooLarge("graph");
    }
    int capacity = 4 * oldCapacity;
    long storage = Arrays.createTemp(context, ENTRY_SIZE, capacity);
    long entries = i64(storage + BufferHeader.DATA);
    Memory.fill(entries, (long) capacity * ENTRY_SIZE, 0);
    putI64(table + ENTRIES, entries);
    putI32(table + CAPACITY, capacity);
    for (int i = 0; i < oldCapacity; i++) {
      long entry = old + (long) i * ENTRY_SIZE;
      if (i64(entry) != 0) {
        Memory.copy(entry, find(table, i64(entry), i32(entry + TYPE)), ENTRY_SIZE);
      }
    }
  }
}
