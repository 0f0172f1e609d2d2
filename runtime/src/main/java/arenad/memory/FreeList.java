package arenad.memory;

import static arenad.memory.Memory.i64;
import static arenad.memory.Memory.putI64;

/// Free blocks of one size that one thread holds, linked through a word of each.
///
/// A thread that frees more than it takes, because others send it what they made, hands the surplus to a [Reserve]; one that takes
/// more than it frees looks there. So what travels between threads comes back, and memory stays bounded.
final class FreeList {
  /// Blocks that change hands at once.
  private static final int BATCH = 128;

  /// Blocks that a thread keeps.
  private static final int MOST = 2 * BATCH;

  private final Reserve reserve;
  private final long link;
  private long first;
  private int count;

  FreeList(Reserve reserve) {
    this.reserve = reserve;
    link = reserve.link();
  }

  /// A free block, 0 if neither this thread nor the reserve has one.
  long take() {
    if (first == 0) {
      first = reserve.take(BATCH);
      count = lengthOf(first);
      if (first == 0) {
        return 0;
      }
    }
    long block = first;
    first = i64(block + link);
    count--;
    return block;
  }

  void give(long block) {
    putI64(block + link, first);
    first = block;
    if (++count > MOST) {
      giveBack(BATCH);
    }
  }

  /// Leaves all but some of the blocks to other threads.
  void giveBack(int keep) {
    long rest = first;
    long lastKept = 0;
    for (int i = 0; i < keep && rest != 0; i++) {
      lastKept = rest;
      rest = i64(rest + link);
    }
    if (rest == 0) {
      return;
    }
    if (lastKept == 0) {
      first = 0;
    } else {
      putI64(lastKept + link, 0);
    }
    count = keep;
    reserve.give(rest);
  }

  private int lengthOf(long list) {
    int length = 0;
    for (long block = list; block != 0; block = i64(block + link)) {
      length++;
    }
    return length;
  }
}
