package arenad.memory;

import static arenad.memory.Memory.i64;
import static arenad.memory.Memory.putI64;

/// Memory for what owners hold: blocks that are given back one by one, in any order.
///
/// Small blocks come from an arena of the thread and go to free lists by size, so that [Arenas#arenaOf] has an answer for
/// every address. A larger block has an arena of its own.
public final class OwnerHeap {
  /// Blocks of more bytes than this have an arena of their own.
  private static final int MOST = 512;

  private OwnerHeap() {}

  /// The lists of free blocks of one thread, by size in words.
  static long[] lists() {
    return new long[MOST / 8 + 1];
  }

  /// A block, contents undefined.
  ///
  /// @param size bytes, any number from 0 on
  public static long allocate(Context context, long size) {
    long bytes = rounded(size);
    if (bytes > MOST) {
      return Arenas.alloc(context, Arenas.newRoot(context), bytes);
    }
    int list = (int) (bytes >> 3);
    long block = context.ownerBlocks[list];
    if (block != 0) {
      context.ownerBlocks[list] = i64(block);
      return block;
    }
    if (context.owners == 0) {
      context.owners = Arenas.newRoot(context);
    }
    return Arenas.alloc(context, context.owners, bytes);
  }

  /// Gives a block back: to its list, or with the arena that it lies in.
  public static void free(Context context, long block, long size) {
    long arena = Arenas.arenaOf(block);
    if (arena != context.owners) {
      Arenas.free(context, arena);
      return;
    }
    long bytes = rounded(size);
    if (CheckedMode.on()) {
      Shadow.bury(block, bytes, Life.over("what an owner held", "that was dropped"));
      return;
    }
    int list = (int) (bytes >> 3);
    putI64(block, context.ownerBlocks[list]);
    context.ownerBlocks[list] = block;
  }

  private static long rounded(long size) {
    return Math.max(size + 7 & -8, 8);
  }
}
