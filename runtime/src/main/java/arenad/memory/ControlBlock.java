package arenad.memory;

/// The words of an arena's control block: 128 bytes off the heap, which never become anything else than a control block again.
final class ControlBlock {
  static final long SIZE = 128;

  /// Next free address in the lower 48 bits; above them how often something was made in the current chunk, which has room for fewer
  /// than 65,536 objects. In one word, because two that change with each object cost small ones a sixth of their speed.
  /// [#CURSOR] and [#END] are both 0 while there is no chunk and once the arena is freed, so that the one comparison of an allocation leads
  /// either case to the slow path.
  static final long CURSOR = 0;

  /// End of the current chunk.
  static final long END = 8;

  /// What the arena is at present, one of the states below; in the upper 32 bits how often the block was freed.
  static final long STATE = 16;

  /// The list of ordinary chunks, the current one first.
  static final long CHUNKS = 24;

  /// The list of chunks that hold one large object each.
  static final long LARGE_CHUNKS = 32;

  /// Bytes handed out from all chunks but the current one.
  static final long USED_BEFORE = 40;

  /// Usable bytes of all chunks.
  static final long CAPACITY = 48;

  /// Attached buffers.
  static final long BUFFERS = 56;

  /// Arena that this one was made from, or the block of the thread's roots; 0 while it is on its way to another thread.
  static final long PARENT = 64;

  /// Latest arena made from this one.
  static final long FIRST_CHILD = 72;

  /// Neighbours among the arenas of one parent; the first also links free blocks.
  static final long NEXT = 80;

  static final long PREVIOUS = 88;

  /// What is known of it as a region, one of [RegionSlots]; 0 for other arenas.
  static final long REGION = 96;

  /// Allocations since it began, those in its current chunk and those in its buffers apart.
  static final long ALLOCATIONS = 104;

  /// What a [#CURSOR] grows by, beside the size, with each object.
  static final long ONE_MORE = 1L << 48;

  private static final long ADDRESS = ONE_MORE - 1;

  static final int FREE = 0;
  static final int ALIVE = 1;

  /// The parent of all roots of a thread; nothing is allocated in it.
  static final int ROOTS = 2;

  /// Owner of the chunks of a thread's frame memory.
  static final int FRAME = 3;

  /// Owner of literals and constants.
  static final int STATIC = 4;

  /// Owner of the small blocks of an [OwnerHeap].
  static final int OWNERS = 5;

  private ControlBlock() {}

  static int state(long block) {
    return Memory.i32(block + STATE);
  }

  /// The address in a [#CURSOR].
  static long address(long cursor) {
    return cursor & ADDRESS;
  }

  /// The next free address.
  static long top(long block) {
    return address(Memory.i64(block + CURSOR));
  }

  /// Allocations since the arena began, those in its buffers apart.
  static long allocations(long block) {
    return Memory.i64(block + ALLOCATIONS) + (Memory.i64(block + CURSOR) >>> 48);
  }

  /// Counts what is in the current chunk as being elsewhere, before the cursor moves to another one.
  static void leaveChunk(long block) {
    Memory.putI64(block + ALLOCATIONS, allocations(block));
    Memory.putI64(block + CURSOR, top(block));
  }

  /// Whether objects may be made in it.
  static boolean holdsObjects(long block) {
    int state = state(block);
    return state == ALIVE || state == STATIC || state == OWNERS;
  }

  /// Makes a block that the pool gave into an arena without parent, chunks or buffers; its generation stays.
  static void open(long block, int state) {
    Memory.putI32(block + STATE, state);
    Memory.putI64(block + CURSOR, 0);
    Memory.putI64(block + END, 0);
    for (long word = CHUNKS; word <= ALLOCATIONS; word += 8) {
      Memory.putI64(block + word, 0);
    }
  }

  static void close(long block) {
    Memory.putI32(block + STATE, FREE);
    Memory.putI32(block + STATE + 4, Memory.i32(block + STATE + 4) + 1);
    Memory.putI64(block + CURSOR, 0);
    Memory.putI64(block + END, 0);
  }
}
