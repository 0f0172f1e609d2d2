package arenad.buffer;

import static arenad.memory.Memory.i32;
import static arenad.memory.Memory.i64;
import static arenad.memory.Memory.putI32;
import static arenad.memory.Memory.putI64;

import arenad.memory.BufferHeader;
import arenad.memory.Context;
import arenad.memory.Memory;
import arenad.panic.Panics;

/// `Map<K, V>`: a hash table that keeps the order in which keys came.
///
/// The map is the address of a [BufferHeader]. Its storage is one block: two words, a table of slots, the entries. The **entries** stand
/// side by side in the order in which their keys were added; one begins with its hash, which is odd, and 0 once its key was
/// removed; behind that stands the key, then the value. The **table** says where the entry of a hash is: open addressing, linear
/// probing from the hash's top bits, at most three quarters full; a slot holds the hash and the entry's number plus one, so that a probe that
/// does not match looks at no entry, and 0 if it is empty. Removing a key moves slots back, so a table knows no tombstones. When the
/// entries are full the block is made anew, without those that were removed, and larger if there were few of them.
///
/// What knows about keys is in [I32Maps], [I64Maps] and [TextMaps]; loading and storing a value is up to the caller. The address of an
/// entry is good until a key is added. Positions of entries stay the same until then too: that is what a loop over a map
/// rests on, and why it panics once a key was added.
public final class Maps {
  /// Of the entries, how many numbers are in use, removed ones too.
  static final long USED = BufferHeader.OWN_INT;

  /// Address of the first entry.
  static final long ENTRIES = BufferHeader.OWN;

  /// The block's first word: by how much a hash is shifted to give the number of a slot.
  static final long SHIFT = 0;

  /// The block's second word: how many keys were ever added.
  private static final long ADDITIONS = 4;

  /// Where the table begins in the block.
  static final long TABLE = 8;

  private static final int SLOT = 8;
  private static final int LEAST_SLOTS = 8;
  private static final int MOST_SLOTS = 1 << 30;

  private Maps() {}

  /// `Map<K, V>.new(a, capacity)`.
  ///
  /// @param stride bytes of an entry
  public static long create(Context context, long arena, int stride, int capacity) {
    if (capacity < 0) {
      throw Panics.negativeLength(capacity);
    }
    long map = BufferHeader.create(context, arena, stride);
    putI32(map + USED, 0);
    putI64(map + ENTRIES, 0);
    if (capacity > 0) {
      rebuild(map, slotsFor(capacity));
    }
    return map;
  }

  /// `m.length`.
  public static int length(long map) {
    return i32(map + BufferHeader.LENGTH);
  }

  /// `m.clear()`; the storage stays.
  public static void clear(long map) {
    putI32(map + BufferHeader.LENGTH, 0);
    putI32(map + USED, 0);
    long block = i64(map + BufferHeader.DATA);
    if (block != 0) {
      Memory.fill(block + TABLE, (long) slots(block) * SLOT, 0);
    }
  }

  /// What a loop remembers of the map it runs over.
  public static int stamp(long map) {
    long block = i64(map + BufferHeader.DATA);
    return block == 0 ? 0 : i32(block + ADDITIONS);
  }

  /// The position of the first entry at or behind `position`, -1 if there is none. Panics if a key was added since the stamp was taken.
  public static int next(long map, int position, int stamp) {
    if (stamp != stamp(map)) {
      throw Panics.changedWhileLooped();
    }
    int used = i32(map + USED);
    long stride = i32(map + BufferHeader.ELEMENT_SIZE);
    long entry = i64(map + ENTRIES) + position * stride;
    for (int at = position; at < used; at++, entry += stride) {
      if (i32(entry) != 0) {
        return at;
      }
    }
    return -1;
  }

  /// The address of the entry at a position.
  public static long entry(long map, int position, int stride) {
    return i64(map + ENTRIES) + (long) position * stride;
  }

  /// A temporary array of one part of each entry: `m.keys()`, `m.values()`.
  ///
  /// @param offset of the part in an entry
  /// @param size of the part, and of the array's elements
  public static long column(Context context, long map, int offset, int size) {
    int length = length(map);
    long array = Arrays.createTemp(context, size, length);
    putI32(array + BufferHeader.LENGTH, length);
    long target = i64(array + BufferHeader.DATA);
    int used = i32(map + USED);
    int stride = i32(map + BufferHeader.ELEMENT_SIZE);
    for (int position = 0; position < used; position++) {
      long entry = entry(map, position, stride);
      if (i32(entry) != 0) {
        Memory.copy(entry + offset, target, size);
        target += size;
      }
    }
    return array;
  }

  // ---- what the kinds of keys share

  static int slots(long block) {
    return (-1 >>> i32(block + SHIFT)) + 1;
  }

  /// Adds an entry whose hash is not in the table as that of the same key. The key is up to the caller.
  ///
  /// @return its address
  static long add(long map, int hash, int stride) {
    int used = i32(map + USED);
    if (used == i32(map + BufferHeader.CAPACITY)) {
      makeRoom(map);
      used = i32(map + USED);
    }
    long block = i64(map + BufferHeader.DATA);
    link(block, hash, used);
    putI32(block + ADDITIONS, i32(block + ADDITIONS) + 1);
    putI32(map + USED, used + 1);
    putI32(map + BufferHeader.LENGTH, length(map) + 1);
    long entry = entry(map, used, stride);
    putI32(entry, hash);
    return entry;
  }

  private static void link(long block, int hash, int number) {
    int shift = i32(block + SHIFT);
    int mask = -1 >>> shift;
    int index = hash >>> shift;
    while (i64(slot(block, index)) != 0) {
      index = index + 1 & mask;
    }
    putI64(slot(block, index), (long) hash << 32 | number + 1);
  }

  static long slot(long block, int index) {
    return block + TABLE + (long) index * SLOT;
  }

  /// Takes out the entry to which the slot of that number leads.
  static void remove(long map, int slot) {
    long block = i64(map + BufferHeader.DATA);
    int stride = i32(map + BufferHeader.ELEMENT_SIZE);
    int position = (int) i64(slot(block, slot)) - 1;
    putI32(entry(map, position, stride), 0);
    putI32(map + BufferHeader.LENGTH, length(map) - 1);
    int used = i32(map + USED);
    while (used > 0 && i32(entry(map, used - 1, stride)) == 0) {
      used--;
    }
    putI32(map + USED, used);
    unlink(block, slot);
  }

  /// Empties a slot. Those behind it that were pushed past it by collisions move up.
  private static void unlink(long block, int slot) {
    int shift = i32(block + SHIFT);
    int mask = -1 >>> shift;
    int hole = slot;
    int at = hole + 1 & mask;
    for (long word = i64(slot(block, at)); word != 0; word = i64(slot(block, at))) {
      int home = (int) (word >>> 32) >>> shift;
      if ((at - home & mask) >= (at - hole & mask)) {
        putI64(slot(block, hole), word);
        hole = at;
      }
      at = at + 1 & mask;
    }
    putI64(slot(block, hole), 0);
  }

  private static void makeRoom(long map) {
    long block = i64(map + BufferHeader.DATA);
    if (block == 0) {
      rebuild(map, LEAST_SLOTS);
      return;
    }
    int slots = slots(block);
    boolean sparse = length(map) <= i32(map + BufferHeader.CAPACITY) / 2;
    if (!sparse && slots == MOST_SLOTS) {
      throw Panics.tooLarge("map");
    }
    rebuild(map, sparse ? slots : 2 * slots);
  }

  private static int slotsFor(int capacity) {
    int slots = LEAST_SLOTS;
    while (capacityOf(slots) < capacity) {
      if (slots == MOST_SLOTS) {
        throw Panics.tooLarge("map");
      }
      slots *= 2;
    }
    return slots;
  }

  private static int capacityOf(int slots) {
    return slots / 4 * 3;
  }

  /// Moves the entries that are left to a new block.
  private static void rebuild(long map, int slots) {
    int stride = i32(map + BufferHeader.ELEMENT_SIZE);
    int capacity = capacityOf(slots);
    long tableSize = (long) slots * SLOT;
    long bytes = TABLE + tableSize + (long) capacity * stride;
    BufferHeader.stored(map, storedBytes(map, stride), bytes);
    long block = Memory.allocate(bytes);
    Memory.fill(block + TABLE, tableSize, 0);
    putI32(block + SHIFT, Integer.numberOfLeadingZeros(slots) + 1);
    putI32(block + ADDITIONS, stamp(map));
    long entries = block + TABLE + tableSize;
    int used = i32(map + USED);
    int kept = 0;
    for (int position = 0; position < used; position++) {
      long entry = entry(map, position, stride);
      int hash = i32(entry);
      if (hash != 0) {
        Memory.copy(entry, entries + (long) kept * stride, stride);
        link(block, hash, kept);
        kept++;
      }
    }
    Memory.release(i64(map + BufferHeader.DATA));
    putI64(map + BufferHeader.DATA, block);
    putI64(map + ENTRIES, entries);
    putI32(map + BufferHeader.CAPACITY, capacity);
    putI32(map + USED, kept);
  }

  /// Bytes of the block that a map has, 0 if it has none.
  private static long storedBytes(long map, int stride) {
    long block = i64(map + BufferHeader.DATA);
    if (block == 0) {
      return 0;
    }
    return i64(map + ENTRIES) - block + (long) i32(map + BufferHeader.CAPACITY) * stride;
  }

  /// A map of an arena with the same bytes in its entries.
  static long copy(Context context, long arena, long map) {
    int stride = i32(map + BufferHeader.ELEMENT_SIZE);
    long copy = create(context, arena, stride, length(map));
    int used = i32(map + USED);
    for (int position = 0; position < used; position++) {
      long entry = entry(map, position, stride);
      if (i32(entry) != 0) {
        Memory.copy(entry, add(copy, i32(entry), stride), stride);
      }
    }
    return copy;
  }
}
