package arenad.memory;

import static arenad.memory.Memory.i64;
import static arenad.memory.Memory.putI64;

import arenad.panic.Panics;

/// Arenas: bump allocation in chained chunks, freed all at once.
///
/// An `Arena` of the language is the address of a [ControlBlock]. The first chunk is taken at the first allocation. Freeing costs the
/// chunks, buffers and sub-arenas there are, not the objects. An arena belongs to one thread at a time: the one that made it, or the one
/// that received it. Its memory goes to the pools of the thread that frees it, and from there to whoever needs some.
public final class Arenas {
  private Arenas() {}

  /// `Arena.newRoot()`.
  public static long newRoot(Context context) {
    return open(context, context.roots);
  }

  /// `a.newSub()`: an arena that is freed with its parent at the latest.
  public static long newSub(Context context, long parent) {
    checkAlive(parent, "a sub-arena was made in");
    return open(context, parent);
  }

  /// The arena of a `region` block.
  ///
  /// @param label FNV-1a, 64 bits, of the region's name
  public static long newRegion(Context context, long label) {
    long arena = open(context, context.roots);
    Regions.begin(context, arena, label);
    return arena;
  }

  private static long open(Context context, long parent) {
    long arena = context.controlBlocks.take();
    ControlBlock.open(arena, ControlBlock.ALIVE);
    attach(arena, parent);
    if (CheckedMode.on()) {
      Shadow.arenaBegins(arena);
    }
    return arena;
  }

  /// Takes a root out of the thread that has it: it is on its way to another one, with all that was made from it. Only [#receive] and
  /// [#free] may be called with it next, by any thread that came to know of it in an orderly way.
  public static void send(long arena) {
    checkAlive(arena, "sent");
    detach(arena);
    putI64(arena + ControlBlock.PARENT, 0);
  }

  /// Makes an arena that was sent a root of this thread.
  public static void receive(Context context, long arena) {
    checkAlive(arena, "received");
    attach(arena, context.roots);
  }

  private static void attach(long arena, long parent) {
    putI64(arena + ControlBlock.PARENT, parent);
    putI64(arena + ControlBlock.PREVIOUS, 0);
    long sibling = i64(parent + ControlBlock.FIRST_CHILD);
    putI64(arena + ControlBlock.NEXT, sibling);
    if (sibling != 0) {
      putI64(sibling + ControlBlock.PREVIOUS, arena);
    }
    putI64(parent + ControlBlock.FIRST_CHILD, arena);
  }

  /// `a.free()`: the arena, all that was made from it, and their buffers. Freed twice is a panic.
  public static void free(Context context, long arena) {
    checkAlive(arena, "freed");
    freeChildren(context, arena);
    detach(arena);
    freeOne(context, arena);
  }

  /// `a.reset()`: empty, as if new. One chunk stays, for what comes next.
  public static void reset(Context context, long arena) {
    checkAlive(arena, "reset");
    freeChildren(context, arena);
    if (i64(arena + ControlBlock.REGION) != 0) {
      Regions.emptied(arena);
    }
    releaseBuffers(context, arena);
    if (CheckedMode.on()) {
      context.chunks.buryAll(arena, Shadow.arenaIsReset(arena));
    }
    context.chunks.giveAll(i64(arena + ControlBlock.LARGE_CHUNKS));
    putI64(arena + ControlBlock.LARGE_CHUNKS, 0);
    putI64(arena + ControlBlock.USED_BEFORE, 0);
    long chunk = i64(arena + ControlBlock.CHUNKS);
    if (chunk != 0) {
      context.chunks.giveAll(i64(chunk + Chunks.LINK));
      putI64(chunk + Chunks.LINK, 0);
      ControlBlock.leaveChunk(arena);
      putI64(arena + ControlBlock.CURSOR, chunk + Chunks.HEADER);
    }
    putI64(
        arena + ControlBlock.CAPACITY, chunk == 0 ? 0 : i64(chunk + Chunks.BYTES) - Chunks.HEADER);
  }

  /// Frees everything below an arena, deepest first, without recursion: chains of sub-arenas may be long.
  static void freeChildren(Context context, long arena) {
    long at = arena;
    while (true) {
      long child = i64(at + ControlBlock.FIRST_CHILD);
      if (child != 0) {
        at = child;
      } else if (at == arena) {
        return;
      } else {
        long parent = i64(at + ControlBlock.PARENT);
        detach(at);
        freeOne(context, at);
        at = parent;
      }
    }
  }

  private static void detach(long arena) {
    long parent = i64(arena + ControlBlock.PARENT);
    if (parent == 0) {
      return;
    }
    long next = i64(arena + ControlBlock.NEXT);
    long previous = i64(arena + ControlBlock.PREVIOUS);
    if (previous == 0) {
      putI64(parent + ControlBlock.FIRST_CHILD, next);
    } else {
      putI64(previous + ControlBlock.NEXT, next);
    }
    if (next != 0) {
      putI64(next + ControlBlock.PREVIOUS, previous);
    }
  }

  private static void freeOne(Context context, long arena) {
    if (i64(arena + ControlBlock.REGION) != 0) {
      Regions.end(context, arena);
    }
    releaseBuffers(context, arena);
    if (CheckedMode.on()) {
      Shadow.arenaEnds(arena);
      context.chunks.buryAll(arena, Shadow.lifeOf(arena));
    }
    context.chunks.giveAll(i64(arena + ControlBlock.CHUNKS));
    context.chunks.giveAll(i64(arena + ControlBlock.LARGE_CHUNKS));
    ControlBlock.close(arena);
    context.controlBlocks.give(arena);
  }

  private static void releaseBuffers(Context context, long arena) {
    BufferHeader.releaseAll(context, i64(arena + ControlBlock.BUFFERS));
    putI64(arena + ControlBlock.BUFFERS, 0);
  }

  /// Memory for an object, aligned to 8, contents undefined.
  ///
  /// @param size bytes, a positive multiple of 8
  public static long alloc(Context context, long arena, long size) {
    long cursor = i64(arena + ControlBlock.CURSOR);
    long top = ControlBlock.address(cursor);
    if (top + size > i64(arena + ControlBlock.END)) {
      return allocSlow(context, arena, size);
    }
    putI64(arena + ControlBlock.CURSOR, cursor + (size + ControlBlock.ONE_MORE));
    return top;
  }

  /// The same, cleared.
  public static long allocZeroed(Context context, long arena, long size) {
    long address = alloc(context, arena, size);
    Memory.fill(address, size, 0);
    return address;
  }

  /// Memory at a multiple of an alignment, contents undefined.
  ///
  /// @param size bytes, any number from 0 on
  /// @param alignment a power of two up to 4096
  public static long allocAligned(Context context, long arena, long size, int alignment) {
    long bytes = Math.max(size + 7 & -8, 8);
    long skip = -ControlBlock.top(arena) & alignment - 1;
    if (alignment <= 8 || ControlBlock.top(arena) + skip + bytes <= i64(arena + ControlBlock.END)) {
      return alloc(context, arena, alignment <= 8 ? bytes : skip + bytes)
          + (alignment <= 8 ? 0 : skip);
    }
    long address = alloc(context, arena, bytes + alignment - 8);
    return address + (-address & alignment - 1);
  }

  /// `a.alloc<T>(n, align)`, `a.span<T>(n)`: room for a number of elements, cleared.
  ///
  /// @param alignment a power of two up to 4096; 0 stands for 8
  public static long allocElements(
      Context context, long arena, int count, int elementSize, int alignment) {
    if (count < 0) {
      throw Panics.negativeLength(count);
    }
    long bytes = (long) count * elementSize;
    long address = allocAligned(context, arena, bytes, alignment);
    Memory.fill(address, bytes, 0);
    return address;
  }

  private static long allocSlow(Context context, long arena, long size) {
    if (!ControlBlock.holdsObjects(arena)) {
      throw dead(arena, "an object was made in");
    }
    putI64(arena + ControlBlock.ALLOCATIONS, i64(arena + ControlBlock.ALLOCATIONS) + 1);
    if (size > Chunks.LARGE) {
      return allocLarge(arena, size);
    }
    long chunk = context.chunks.take(arena, Chunks.next(i64(arena + ControlBlock.CAPACITY), size));
    long current = i64(arena + ControlBlock.CHUNKS);
    if (current != 0) {
      long retired = ControlBlock.top(arena) - (current + Chunks.HEADER);
      ControlBlock.leaveChunk(arena);
      putI64(arena + ControlBlock.USED_BEFORE, i64(arena + ControlBlock.USED_BEFORE) + retired);
    }
    putI64(chunk + Chunks.LINK, current);
    putI64(arena + ControlBlock.CHUNKS, chunk);
    long address = chunk + Chunks.HEADER;
    putI64(arena + ControlBlock.CURSOR, address + size);
    long bytes = i64(chunk + Chunks.BYTES);
    putI64(arena + ControlBlock.END, chunk + bytes);
    addCapacity(arena, bytes - Chunks.HEADER);
    return address;
  }

  private static long allocLarge(long arena, long size) {
    long chunk = Chunks.takeLarge(arena, size);
    putI64(chunk + Chunks.LINK, i64(arena + ControlBlock.LARGE_CHUNKS));
    putI64(arena + ControlBlock.LARGE_CHUNKS, chunk);
    putI64(arena + ControlBlock.USED_BEFORE, i64(arena + ControlBlock.USED_BEFORE) + size);
    addCapacity(arena, size);
    return chunk + Chunks.HEADER;
  }

  private static void addCapacity(long arena, long bytes) {
    putI64(arena + ControlBlock.CAPACITY, i64(arena + ControlBlock.CAPACITY) + bytes);
  }

  /// `a.used`: bytes handed out.
  public static long used(long arena) {
    checkAlive(arena, "asked the size of");
    return bytesIn(arena);
  }

  /// Bytes handed out. Asked by another thread while the arena changes its chunk, what is in the one chunk is left out.
  static long bytesIn(long arena) {
    long chunk = i64(arena + ControlBlock.CHUNKS);
    long inCurrent = chunk == 0 ? 0 : ControlBlock.top(arena) - (chunk + Chunks.HEADER);
    boolean sensible = inCurrent >= 0 && inCurrent <= Chunks.SIZE;
    return i64(arena + ControlBlock.USED_BEFORE) + (sensible ? inCurrent : 0);
  }

  /// `a.capacity`: usable bytes of its chunks.
  public static long capacity(long arena) {
    checkAlive(arena, "asked the size of");
    return i64(arena + ControlBlock.CAPACITY);
  }

  /// The arena in which an address lies: of an object, of a part of one, of frame memory, of a literal.
  public static long arenaOf(long address) {
    return i64(Chunks.of(address) + Chunks.ARENA);
  }

  /// Whether an arena is the frame memory of a thread.
  public static boolean isFrame(long arena) {
    return ControlBlock.state(arena) == ControlBlock.FRAME;
  }

  /// Whether an arena is that of literals and constants.
  public static boolean isStatic(long arena) {
    return ControlBlock.state(arena) == ControlBlock.STATIC;
  }

  static void checkAlive(long arena, String use) {
    if (ControlBlock.state(arena) != ControlBlock.ALIVE) {
      throw dead(arena, use);
    }
  }

  private static Error dead(long arena, String use) {
    return CheckedMode.on() ? Shadow.deadArena(arena, use) : Panics.deadArena(use);
  }
}
