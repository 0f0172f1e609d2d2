package arenad.channel;

import static arenad.memory.Memory.i64;
import static arenad.memory.Memory.putI64;

import arenad.memory.Memory;
import arenad.panic.Panics;

/// A queue of records of bytes, first in, first out, in memory off the heap that grows when it is full. Not safe for threads by itself.
///
/// Before each record stands its length in bytes, a multiple of 8. A record lies in one piece: where the rest of the ring is too
/// short for one, [#SKIP] stands in its place and the record lies at the beginning.
final class Ring {
  private static final long SMALLEST = 4 << 10;

  /// A ring that is empty keeps at most this.
  private static final long KEPT = 1 << 20;

  private static final long SKIP = -1;
  private static final long PREFIX = 8;

  private long base;
  private long capacity;
  private long head;
  private long tail;
  private long used;

  /// Room for a record at the end of the queue; the caller fills it.
  ///
  /// @param bytes a multiple of 8
  long add(long bytes) {
    long needed = bytes + PREFIX;
    // One more prefix, so that the mark of a skipped rest always has room.
    while (!fits(needed)) {
      grow(needed);
    }
    if (tail >= head && capacity - tail < needed + PREFIX) {
      putI64(base + tail, SKIP);
      used += capacity - tail;
      tail = 0;
    }
    long at = base + tail;
    putI64(at, bytes);
    tail += needed;
    used += needed;
    return at + PREFIX;
  }

  private boolean fits(long needed) {
    if (used == 0) {
      head = 0;
      tail = 0;
      return capacity >= needed + PREFIX;
    }
    return tail > head
        ? capacity - tail >= needed + PREFIX || head >= needed + PREFIX
        : head - tail >= needed + PREFIX;
  }

  /// The first record; it is good until it is removed.
  long first() {
    if (i64(base + head) == SKIP) {
      used -= capacity - head;
      head = 0;
    }
    return base + head + PREFIX;
  }

  /// Removes the record that [#first] gave.
  void remove() {
    long bytes = i64(base + head) + PREFIX;
    head += bytes;
    used -= bytes;
    if (used == 0 && capacity > KEPT) {
      Memory.release(base);
      base = 0;
      capacity = 0;
    }
  }

  boolean isEmpty() {
    return used == 0;
  }

  private void grow(long needed) {
    long larger = Math.max(SMALLEST, 2 * (capacity + needed));
    if (larger < 0) {
      throw Panics.tooLarge("queue");
    }
    long fresh = Memory.allocate(larger);
    long filled = 0;
    while (used > 0) {
      long record = first();
      long bytes = i64(record - PREFIX) + PREFIX;
      Memory.copy(record - PREFIX, fresh + filled, bytes);
      filled += bytes;
      head += bytes;
      used -= bytes;
    }
    Memory.release(base);
    base = fresh;
    capacity = larger;
    head = 0;
    tail = filled;
    used = filled;
  }
}
