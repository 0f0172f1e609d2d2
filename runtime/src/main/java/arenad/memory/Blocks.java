package arenad.memory;

import java.util.concurrent.atomic.AtomicLong;

/// A pool of small blocks of one size, of one thread: control blocks of arenas, headers of buffers.
///
/// Memory of a block never becomes anything else than such a block again: it is not returned to the system, and a block that is
/// free keeps all its words but the link. That is what makes it safe to look at the state of one that was freed.
final class Blocks {
  private static final long SLAB = 16 << 10;

  private static final Reserve CONTROL_BLOCKS = new Reserve(ControlBlock.NEXT);
  private static final Reserve HEADERS = new Reserve(BufferHeader.NEXT);

  /// Bytes that the system has lent for blocks of all threads.
  private static final AtomicLong TOTAL = new AtomicLong();

  private final long size;
  private final FreeList free;

  private Blocks(long size) {
    this.size = size;
    free = new FreeList(reserveOf(size));
  }

  static Blocks ofArenas() {
    return new Blocks(ControlBlock.SIZE);
  }

  static Blocks ofBuffers() {
    return new Blocks(BufferHeader.SIZE);
  }

  private static Reserve reserveOf(long size) {
    return size == ControlBlock.SIZE ? CONTROL_BLOCKS : HEADERS;
  }

  /// A block; the contents are what its last user left, all zero when there was none.
  long take() {
    long block = free.take();
    return block != 0 ? block : carve();
  }

  void give(long block) {
    if (CheckedMode.on()) {
      bury(block);
    } else {
      free.give(block);
    }
  }

  /// Leaves the free blocks to other threads.
  void close() {
    free.giveBack(0);
  }

  /// A new block; its neighbours become free.
  private long carve() {
    long raw = Memory.allocate(SLAB + size);
    long first = raw + size - 1 & -size;
    Memory.fill(first, SLAB, 0);
    TOTAL.addAndGet(SLAB + size);
    for (long block = first + SLAB - size; block > first; block -= size) {
      free.give(block);
    }
    return first;
  }

  /// The state of a control block may be asked for still; a header's words mean nothing any more.
  private void bury(long block) {
    if (size != ControlBlock.SIZE) {
      Shadow.bury(block, size, Life.over("an array or a buffer", "that went with its arena"));
    }
    Quarantine.add(new Quarantine.FromPool(block, size));
  }

  /// Gives a block to whichever thread needs one next.
  static void orphan(long block, long size) {
    reserveOf(size).giveOne(block);
  }

  /// Bytes that the system has lent for blocks.
  static long reserved() {
    return TOTAL.get();
  }
}
