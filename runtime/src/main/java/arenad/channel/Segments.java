package arenad.channel;

import static arenad.memory.Memory.i64;
import static arenad.memory.Memory.putI64;

import arenad.memory.Memory;

/// A queue of records of bytes, first in, first out, in pieces of memory off the heap, one linked to the next. One thread may add while
/// another one removes: an end that is added to and an end that is removed from have nothing in common but the memory between
/// them. Whoever adds must say so, and whoever removes must have been told, in an orderly way; [Channel] does both.
///
/// Before each record stands its length in bytes, a multiple of 8; where a segment is full, [#SKIP] stands in its place.
final class Segments {
  /// The longest record: many of them fit into a segment.
  static final long LONGEST = 1 << 10;

  private static final long SIZE = 16 << 10;
  private static final long NEXT = 0;
  private static final long FIRST = 8;
  private static final long PREFIX = 8;
  private static final long SKIP = -1;

  private final End added;
  private final End removed;

  /// A segment and how far one has come in it. It is the lock of those who work at that end.
  static final class End {
    private long segment;
    private long at = FIRST;

    /// How many records have been added, or removed.
    volatile long count;

    private End(long segment) {
      this.segment = segment;
    }
  }

  Segments() {
    long segment = Memory.allocate(SIZE);
    added = new End(segment);
    removed = new End(segment);
  }

  /// The end that is added to.
  End added() {
    return added;
  }

  /// The end that is removed from.
  End removed() {
    return removed;
  }

  boolean isEmpty() {
    return removed.count == added.count;
  }

  /// Room for a record, which the caller fills before [#addDone]. Under the lock of the end.
  ///
  /// @param bytes a multiple of 8, at most [#LONGEST]
  long add(long bytes) {
    End end = added;
    if (end.at + PREFIX + bytes + PREFIX > SIZE) {
      long fresh = Memory.allocate(SIZE);
      putI64(end.segment + end.at, SKIP);
      putI64(end.segment + NEXT, fresh);
      end.segment = fresh;
      end.at = FIRST;
    }
    long record = end.segment + end.at;
    putI64(record, bytes);
    end.at += PREFIX + bytes;
    return record + PREFIX;
  }

  void addDone() {
    added.count = added.count + 1;
  }

  /// The first record, of a queue that is not empty; it is good until [#remove]. Under the lock of the end.
  long first() {
    End end = removed;
    if (i64(end.segment + end.at) == SKIP) {
      long next = i64(end.segment + NEXT);
      Memory.release(end.segment);
      end.segment = next;
      end.at = FIRST;
    }
    return end.segment + end.at + PREFIX;
  }

  void remove() {
    End end = removed;
    end.at += PREFIX + i64(end.segment + end.at);
    end.count = end.count + 1;
  }
}
