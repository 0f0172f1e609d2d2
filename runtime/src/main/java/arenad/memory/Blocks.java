package arenad.memory;

import static arenad.memory.Memory.i64;
import static arenad.memory.Memory.putI64;

/// A pool of small blocks of one size, of one thread: control blocks of arenas, headers of buffers.
///
/// Memory of a block never becomes anything else than such a block again: it is not returned to the system, and a block that is
/// free keeps all its words but the link. That is what makes it safe to look at the state of one that was freed.
final class Blocks {
  private static final long SLAB = 16 << 10;

  private final long size;
  private final long link;
  private long free;

  /// Blocks that threads which are no more left behind: heads of lists, by size.
  private static long orphans64;

  private static long orphans128;

  /// @param size 64 or 128
  /// @param link where a free block keeps the next one; a word that is never asked for once the block is free
  Blocks(long size, long link) {
    this.size = size;
    this.link = link;
  }

  /// A block; the contents are what its last user left, all zero when there was none.
  long take() {
    if (free == 0) {
      refill();
    }
    long block = free;
    free = i64(block + link);
    return block;
  }

  void give(long block) {
    if (CheckedMode.on()) {
      bury(block);
    } else {
      push(block);
    }
  }

  private void push(long block) {
    putI64(block + link, free);
    free = block;
  }

  /// Leaves the free blocks to other threads.
  void close() {
    if (free == 0) {
      return;
    }
    long last = free;
    while (i64(last + link) != 0) {
      last = i64(last + link);
    }
    synchronized (Blocks.class) {
      putI64(last + link, size == 64 ? orphans64 : orphans128);
      setOrphans(free);
    }
    free = 0;
  }

  private void refill() {
    synchronized (Blocks.class) {
      free = size == 64 ? orphans64 : orphans128;
      setOrphans(0);
    }
    if (free != 0) {
      return;
    }
    long raw = Memory.allocate(SLAB + size);
    long first = raw + size - 1 & -size;
    Memory.fill(first, SLAB, 0);
    for (long block = first + SLAB - size; block >= first; block -= size) {
      push(block);
    }
  }

  /// The state of a control block may be asked for still; a header's words mean nothing any more.
  private void bury(long block) {
    if (size != ControlBlock.SIZE) {
      Shadow.bury(block, size, Life.over("an array or a buffer", "that went with its arena"));
    }
    Quarantine.add(new Quarantine.FromPool(block, size));
  }

  /// Gives a block to whichever thread needs one next.
  static synchronized void orphan(long block, long size) {
    boolean small = size == BufferHeader.SIZE;
    putI64(block + (small ? BufferHeader.NEXT : ControlBlock.NEXT), small ? orphans64 : orphans128);
    if (small) {
      orphans64 = block;
    } else {
      orphans128 = block;
    }
  }

  private void setOrphans(long head) {
    if (size == 64) {
      orphans64 = head;
    } else {
      orphans128 = head;
    }
  }
}
