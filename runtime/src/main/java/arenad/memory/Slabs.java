package arenad.memory;

import static arenad.memory.Memory.i64;
import static arenad.memory.Memory.putI64;

import arenad.panic.Panics;

/// Where chunks come from: big pieces of the system's memory, shared by all threads, behind one lock.
///
/// A slab is carved into chunks from its beginning, so pages that no chunk reached cost nothing. The first slab has 1 MiB and each
/// further one twice as much up to 33 MiB, a size that the C library maps by itself and unmaps when it is freed.
/// Free chunks stay with their slab, for warm memory is ten times faster than fresh. A slab that is all free goes back to the system
/// when the others together still have [#RETAINED] bytes and as much as was in use at the latest peaks, or when the system has nothing
/// left. Peaks are forgotten after four times as much was freed, chunks that threads keep at hand included: a program that fills and frees
/// a gigabyte over and over keeps it, one that did so once gives it back.
///
/// Descriptor of a slab, off-heap: address that the system gave, first chunk, number of chunks, list of free ones, number of free
/// ones (those not carved yet included), number carved, neighbours in the list of slabs that have a free chunk.
final class Slabs {
  /// Bytes that are kept in any case.
  private static final long RETAINED = Long.getLong("arenad.pool.megabytes", 64) << 20;

  private static final long SMALLEST = 1L << 20;
  private static final long LARGEST = 33L << 20;

  private static final long RAW = 0;
  private static final long FIRST = 8;
  private static final long COUNT = 16;
  private static final long FREE_LIST = 24;
  private static final long FREE_COUNT = 32;
  private static final long CARVED = 40;
  private static final long NEXT = 48;
  private static final long PREVIOUS = 56;
  private static final long DESCRIPTOR_SIZE = 64;

  /// Head of the list of slabs that have a free chunk.
  private static long available;

  private static long nextSize = SMALLEST;
  private static long freeChunks;
  private static long allChunks;

  /// Most chunks in use, in this window and the one before; how many were freed in this one.
  private static long peak;

  private static long previousPeak;
  private static long freed;

  private Slabs() {}

  /// A list of chunks, linked by [Chunks#LINK], their headers undefined but for the slab: at least one, and of those that were used
  /// before at most so many.
  static synchronized long take(int most) {
    long list = takeOne();
    putI64(list + Chunks.LINK, 0);
    for (int i = 1; i < most && available != 0 && i64(available + FREE_LIST) != 0; i++) {
      long chunk = takeOne();
      putI64(chunk + Chunks.LINK, list);
      list = chunk;
    }
    return list;
  }

  private static long takeOne() {
    if (available == 0) {
      link(newSlab());
    }
    long slab = available;
    long chunk = i64(slab + FREE_LIST);
    if (chunk != 0) {
      putI64(slab + FREE_LIST, i64(chunk + Chunks.LINK));
    } else {
      long carved = i64(slab + CARVED);
      chunk = i64(slab + FIRST) + carved * Chunks.SIZE;
      putI64(slab + CARVED, carved + 1);
      putI64(chunk + Chunks.SLAB, slab);
    }
    long left = i64(slab + FREE_COUNT) - 1;
    putI64(slab + FREE_COUNT, left);
    freeChunks--;
    if (left == 0) {
      unlink(slab);
    }
    peak = Math.max(peak, allChunks - freeChunks);
    return chunk;
  }

  /// Takes back a list of chunks, linked by [Chunks#LINK].
  static synchronized void give(long chunks) {
    for (long chunk = chunks; chunk != 0; ) {
      long next = i64(chunk + Chunks.LINK);
      giveOne(chunk);
      chunk = next;
    }
  }

  private static void giveOne(long chunk) {
    long slab = i64(chunk + Chunks.SLAB);
    putI64(chunk + Chunks.LINK, i64(slab + FREE_LIST));
    putI64(slab + FREE_LIST, chunk);
    long free = i64(slab + FREE_COUNT) + 1;
    putI64(slab + FREE_COUNT, free);
    freeChunks++;
    if (free == 1) {
      link(slab);
    }
    forgetPeaks(1);
    if (free == i64(slab + COUNT) && allChunks - free >= wanted()) {
      release(slab);
    }
  }

  /// Lets time pass: some chunks were freed that threads kept at hand. What nobody needed for long goes back to the system.
  static synchronized void age(int chunks) {
    if (forgetPeaks(chunks)) {
      releaseFree(wanted());
    }
  }

  private static boolean forgetPeaks(int chunks) {
    freed += chunks;
    if (freed <= 4 * wanted()) {
      return false;
    }
    freed = 0;
    previousPeak = peak;
    peak = allChunks - freeChunks;
    return true;
  }

  private static long wanted() {
    return Math.max(Math.max(peak, previousPeak), RETAINED / Chunks.SIZE);
  }

  /// Bytes that the system has lent us for chunks.
  static synchronized long reserved() {
    return allChunks * Chunks.SIZE;
  }

  /// Gives every slab without a used chunk back to the system.
  static synchronized void trim() {
    releaseFree(0);
  }

  private static void releaseFree(long keep) {
    for (long slab = available; slab != 0; ) {
      long next = i64(slab + NEXT);
      long count = i64(slab + COUNT);
      if (i64(slab + FREE_COUNT) == count && allChunks - count >= keep) {
        release(slab);
      }
      slab = next;
    }
  }

  private static long newSlab() {
    long size = nextSize;
    long raw = Memory.tryReallocate(0, size);
    if (raw == 0) {
      size = SMALLEST;
      raw = fromSystem(size);
    }
    nextSize = Math.min(2 * size, LARGEST);
    long first = raw + Chunks.SIZE - 1 & -Chunks.SIZE;
    long count = (raw + size - first) / Chunks.SIZE;
    long slab = fromSystem(DESCRIPTOR_SIZE);
    putI64(slab + RAW, raw);
    putI64(slab + FIRST, first);
    putI64(slab + COUNT, count);
    putI64(slab + FREE_LIST, 0);
    putI64(slab + FREE_COUNT, count);
    putI64(slab + CARVED, 0);
    freeChunks += count;
    allChunks += count;
    return slab;
  }

  /// There is nothing to free first: a slab is only asked for when no chunk is free.
  private static long fromSystem(long size) {
    long address = Memory.tryReallocate(0, size);
    if (address == 0) {
      throw Panics.outOfMemory(size);
    }
    return address;
  }

  private static void release(long slab) {
    unlink(slab);
    long count = i64(slab + COUNT);
    freeChunks -= count;
    allChunks -= count;
    Memory.free(i64(slab + RAW));
    Memory.free(slab);
  }

  private static void link(long slab) {
    putI64(slab + PREVIOUS, 0);
    putI64(slab + NEXT, available);
    if (available != 0) {
      putI64(available + PREVIOUS, slab);
    }
    available = slab;
  }

  private static void unlink(long slab) {
    long next = i64(slab + NEXT);
    long previous = i64(slab + PREVIOUS);
    if (previous == 0) {
      available = next;
    } else {
      putI64(previous + NEXT, next);
    }
    if (next != 0) {
      putI64(next + PREVIOUS, previous);
    }
  }
}
