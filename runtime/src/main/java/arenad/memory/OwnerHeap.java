package arenad.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Memory for what owners hold: blocks that are given back one by one, in any order, by any thread.
///
/// Small blocks come from an arena that belongs to no thread but is used by one at a time, and go to free lists by size, so that
/// [Arenas#arenaOf] has an answer for every address. A larger block has an arena of its own.
public final class OwnerHeap {
  /// Blocks of more bytes than this have an arena of their own.
  public static final int MOST = 512;

  private static final Reserve[] RESERVES = reserves();

  /// Arenas of small blocks that threads which are no more left behind.
  private static final Deque<Long> LEFT = new ArrayDeque<>();

  /// Blocks that are free, by size in words; null where no such block was freed yet.
  private final @Nullable FreeList[] lists = new FreeList[MOST / 8 + 1];

  /// The arena of small blocks, 0 until there is one.
  private long arena;

  private OwnerHeap() {}

  private static Reserve[] reserves() {
    Reserve[] reserves = new Reserve[MOST / 8 + 1];
    for (int i = 0; i < reserves.length; i++) {
      reserves[i] = new Reserve(0);
    }
    return reserves;
  }

  /// A block, contents undefined.
  ///
  /// @param size bytes, any number from 0 on
  public static long allocate(Context context, long size) {
    long bytes = rounded(size);
    if (bytes > MOST) {
      return Arenas.alloc(context, Arenas.newRoot(context), bytes);
    }
    return of(context).small(context, bytes);
  }

  private static OwnerHeap of(Context context) {
    OwnerHeap heap = context.owners;
    if (heap == null) {
      heap = new OwnerHeap();
      context.owners = heap;
    }
    return heap;
  }

  private long small(Context context, long bytes) {
    long block = listOf(bytes).take();
    if (block != 0) {
      return block;
    }
    if (arena == 0) {
      arena = openArena(context);
    }
    return Arenas.alloc(context, arena, bytes);
  }

  private static long openArena(Context context) {
    synchronized (LEFT) {
      Long left = LEFT.poll();
      if (left != null) {
        return left;
      }
    }
    long arena = context.controlBlocks.take();
    ControlBlock.open(arena, ControlBlock.OWNERS);
    return arena;
  }

  /// Gives a block back: to its list, or with the arena that it lies in.
  public static void free(Context context, long block, long size) {
    long home = Arenas.arenaOf(block);
    if (ControlBlock.state(home) != ControlBlock.OWNERS) {
      Arenas.free(context, home);
      return;
    }
    long bytes = rounded(size);
    if (CheckedMode.on()) {
      Shadow.bury(block, bytes, Life.over("what an owner held", "that was dropped"));
      return;
    }
    of(context).listOf(bytes).give(block);
  }

  private FreeList listOf(long bytes) {
    int index = (int) (bytes >> 3);
    FreeList list = lists[index];
    if (list == null) {
      list = new FreeList(RESERVES[index]);
      lists[index] = list;
    }
    return list;
  }

  /// Leaves everything to other threads; what was sent to them may lie in the arena.
  void close() {
    for (FreeList list : lists) {
      if (list != null) {
        list.giveBack(0);
      }
    }
    if (arena != 0) {
      synchronized (LEFT) {
        LEFT.add(arena);
      }
    }
  }

  private static long rounded(long size) {
    return Math.max(size + 7 & -8, 8);
  }
}
