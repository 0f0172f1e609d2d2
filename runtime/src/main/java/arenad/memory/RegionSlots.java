package arenad.memory;

import static arenad.memory.Memory.i32;
import static arenad.memory.Memory.i64;
import static arenad.memory.Memory.putI32;
import static arenad.memory.Memory.putI64;

import java.util.Arrays;

/// What is known of an arena as a region, in slots of 64 bytes off the heap.
///
/// A slot goes by a number that never becomes something else than a slot, and has a generation, which is counted up when its region
/// ends. So a handle, generation and number in one word, can be looked up whatever it is, a number somebody made up included.
///
/// Each thread keeps free slots of its own, linked by [#NEXT].
final class RegionSlots {
  static final long SIZE = 64;

  /// How often the slot was used, 31 bits.
  static final long GENERATION = 0;

  private static final long NUMBER = 4;

  /// The region's arena, 0 in a free slot.
  static final long ARENA = 8;

  /// Where its label is counted: a record of [Labels].
  static final long LABEL = 16;

  /// Neighbours among the regions of one label.
  static final long NEXT = 24;

  static final long PREVIOUS = 32;

  /// What is to be added to the figures of the arena's own control block.
  static final long ALLOCATIONS = 40;

  static final long BYTES = 48;

  /// Bytes freed while the region lives.
  static final long FREED = 56;

  private static final int PER_SEGMENT = 64;
  private static final int LAST_GENERATION = Integer.MAX_VALUE;

  private static volatile long[] segments = new long[16];
  private static int segmentCount;

  /// Slots that threads which are no more left behind.
  private static long orphans;

  private RegionSlots() {}

  static long take(Context context) {
    if (context.regionSlots == 0) {
      context.regionSlots = refill();
    }
    long slot = context.regionSlots;
    context.regionSlots = i64(slot + NEXT);
    return slot;
  }

  /// Ends the life of all handles of a slot. One whose generations are used up is not used again.
  static void give(Context context, long slot) {
    int generation = i32(slot + GENERATION);
    putI64(slot + ARENA, 0);
    if (generation != LAST_GENERATION) {
      putI32(slot + GENERATION, generation + 1);
      putI64(slot + NEXT, context.regionSlots);
      context.regionSlots = slot;
    }
  }

  /// The word by which a program knows the region in a slot; never 0.
  static long handleOf(long slot) {
    return (long) i32(slot + GENERATION) << 32 | i32(slot + NUMBER);
  }

  /// The slot of a handle, or 0 when its region has ended or there never was one.
  static long slotOf(long handle) {
    int number = (int) handle;
    long[] known = segments;
    int segment = number >>> 6;
    if (number < 0 || segment >= known.length || known[segment] == 0) {
      return 0;
    }
    long slot = known[segment] + (number & PER_SEGMENT - 1) * SIZE;
    boolean alive = i32(slot + GENERATION) == (int) (handle >>> 32) && i64(slot + ARENA) != 0;
    return alive ? slot : 0;
  }

  private static synchronized long refill() {
    if (orphans != 0) {
      long all = orphans;
      orphans = 0;
      return all;
    }
    long raw = Memory.allocate(SIZE * (PER_SEGMENT + 1));
    long first = raw + SIZE - 1 & -SIZE;
    Memory.fill(first, SIZE * PER_SEGMENT, 0);
    long next = 0;
    for (int i = PER_SEGMENT - 1; i >= 0; i--) {
      long slot = first + i * SIZE;
      putI32(slot + GENERATION, 1);
      putI32(slot + NUMBER, segmentCount * PER_SEGMENT + i);
      putI64(slot + NEXT, next);
      next = slot;
    }
    long[] all = segments;
    if (segmentCount == all.length) {
      all = Arrays.copyOf(all, 2 * segmentCount);
    }
    all[segmentCount++] = first;
    segments = all;
    return next;
  }

  /// Leaves the free slots of a thread to others.
  static void close(Context context) {
    if (context.regionSlots == 0) {
      return;
    }
    long last = context.regionSlots;
    while (i64(last + NEXT) != 0) {
      last = i64(last + NEXT);
    }
    synchronized (RegionSlots.class) {
      putI64(last + NEXT, orphans);
      orphans = context.regionSlots;
    }
    context.regionSlots = 0;
  }
}
