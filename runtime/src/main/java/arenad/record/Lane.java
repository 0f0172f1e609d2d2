package arenad.record;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// A thread: when it began and ended, and its frame memory.
///
/// Frame memory is followed by the addresses it hands out: one that does not continue where the last one ended lies in another chunk.
final class Lane {
  private static final int NO_OWNER = -1;

  final int number;
  final String name;
  final long begin;
  long end = -1;
  long frameLive;

  /// Branches of arenas without a parent.
  final Map<Label, Branch> roots = new HashMap<>();

  /// Size of the block that an owner is asking for, or [#NO_OWNER].
  long owned = NO_OWNER;

  private long start;
  private long top;
  private long[] below = new long[16];
  private int depth;

  Lane(int number, String name, long begin) {
    this.number = number;
    this.name = name;
    this.begin = begin;
  }

  boolean owns() {
    return owned != NO_OWNER;
  }

  void ownsNothing() {
    owned = NO_OWNER;
  }

  /// Frame memory was handed out.
  ///
  /// @return whether it was: what is reported twice counts once
  boolean push(long address, long bytes) {
    if (address + bytes == top && bytes != 0) {
      return false;
    }
    if (address != top) {
      if (depth + 2 > below.length) {
        below = Arrays.copyOf(below, 2 * depth);
      }
      below[depth++] = start;
      below[depth++] = top;
      start = address;
    }
    top = address + bytes;
    frameLive += bytes;
    return true;
  }

  /// Frame memory was given back down to a mark.
  void pop(long mark) {
    while ((mark < start || mark > top) && depth > 0) {
      frameLive -= top - start;
      top = below[--depth];
      start = below[--depth];
    }
    if (mark >= start && mark <= top) {
      frameLive -= top - mark;
      top = mark;
    } else {
      frameLive = 0;
      start = mark;
      top = mark;
    }
  }
}
