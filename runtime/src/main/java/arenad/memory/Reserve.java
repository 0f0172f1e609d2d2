package arenad.memory;

import static arenad.memory.Memory.i64;
import static arenad.memory.Memory.putI64;

/// Free blocks of one size that no thread holds.
final class Reserve {
  private final long link;
  private long first;

  /// @param link where a free block keeps the next one; a word that is never asked for once the block is free
  Reserve(long link) {
    this.link = link;
  }

  long link() {
    return link;
  }

  /// A list of at most so many blocks, 0 if there are none.
  synchronized long take(int most) {
    long taken = first;
    if (taken == 0) {
      return 0;
    }
    long last = taken;
    for (int i = 1; i < most && i64(last + link) != 0; i++) {
      last = i64(last + link);
    }
    first = i64(last + link);
    putI64(last + link, 0);
    return taken;
  }

  /// Takes a list of blocks.
  synchronized void give(long list) {
    long last = list;
    while (i64(last + link) != 0) {
      last = i64(last + link);
    }
    putI64(last + link, first);
    first = list;
  }

  /// Takes one block, whatever its link.
  synchronized void giveOne(long block) {
    putI64(block + link, first);
    first = block;
  }
}
