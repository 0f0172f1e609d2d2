package arenad.memory;

import arenad.panic.Trap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What a checked program knows of every piece of memory that has ended: for each 8 bytes its [Life], or nothing while they may be
/// used.
///
/// References stay plain addresses. Memory that ended is overwritten, kept from being used again ([Quarantine]), and entered here, so
/// that any touch of it is known by its address. Only checked programs load this class.
final class Shadow {
  private static final int PAGE_BITS = 16;
  private static final int GRANULE_BITS = 3;
  private static final int GRANULES = 1 << PAGE_BITS - GRANULE_BITS;

  /// What nobody should read.
  private static final int POISON = 0xDB;

  /// By the upper and the lower half of a page's number. Written under a lock; read without one, since a thread touches its own memory.
  private static final Life[][][] PAGES = new Life[1 << PAGE_BITS][][];

  /// By control block.
  private static final Map<Long, Life> ARENAS = new ConcurrentHashMap<>();

  /// Sizes of what the system gave, by address.
  private static final Map<Long, Long> SIZES = new ConcurrentHashMap<>();

  private Shadow() {}

  // ---- uses

  /// An access of at most 8 bytes that are aligned to their number.
  static void touch(long address, String use) {
    Life life = lifeAt(address);
    if (life != null) {
      throw life.trap(use + " of");
    }
  }

  /// An access of any number of bytes.
  static void touch(long address, long bytes, String use) {
    long end = address + bytes;
    for (long at = address & -8; at < end; at += 8) {
      Life[] page = pageOf(at);
      if (page == null) {
        at |= (1L << PAGE_BITS) - 8;
        continue;
      }
      Life life = page[granule(at)];
      if (life != null) {
        throw life.trap(use + " of");
      }
    }
  }

  /// Whether what was at an address has ended.
  static boolean isOver(long address) {
    return lifeAt(address) != null;
  }

  private static @Nullable Life lifeAt(long address) {
    Life[] page = pageOf(address);
    return page == null ? null : page[granule(address)];
  }

  private static Life @Nullable [] pageOf(long address) {
    long number = address >>> PAGE_BITS;
    if (number == 0 || number >>> 2 * PAGE_BITS != 0) {
      throw new Trap("access to memory at " + Long.toHexString(address), List.of());
    }
    Life[][] part = PAGES[(int) (number >>> PAGE_BITS)];
    return part == null ? null : part[(int) number & 0xFFFF];
  }

  private static int granule(long address) {
    return (int) (address >>> GRANULE_BITS) & GRANULES - 1;
  }

  // ---- beginnings and ends

  /// Enters a life for a range, or with null that it may be used.
  static synchronized void enter(long address, long bytes, @Nullable Life life) {
    long end = address + bytes;
    for (long at = address & -8; at < end; at += 8) {
      long number = at >>> PAGE_BITS;
      int high = (int) (number >>> PAGE_BITS);
      int low = (int) number & 0xFFFF;
      if (PAGES[high] == null) {
        PAGES[high] = new Life[1 << PAGE_BITS][];
      }
      if (PAGES[high][low] == null) {
        PAGES[high][low] = new Life[GRANULES];
      }
      PAGES[high][low][granule(at)] = life;
    }
  }

  /// Overwrites a range and enters its life, which is over.
  static void bury(long address, long bytes, Life life) {
    Memory.overwrite(address, bytes, POISON);
    enter(address, bytes, life);
  }

  /// The lowest address from which on everything below another one has ended.
  static long endedBelow(long lowest, long address) {
    long at = address;
    while (at - 8 >= lowest && lifeAt(at - 8) != null) {
      at -= 8;
    }
    return at;
  }

  // ---- arenas

  static void arenaBegins(long arena) {
    ARENAS.put(arena, Life.begun("memory of an arena"));
  }

  static void arenaEnds(long arena) {
    Life life = ARENAS.get(arena);
    if (life != null) {
      life.endNow("that was freed");
    }
  }

  /// @return the life that ended
  static Life arenaIsReset(long arena) {
    Life life = lifeOf(arena);
    life.endNow("that was reset");
    ARENAS.put(arena, life.again());
    return life;
  }

  /// The life of an arena that is ending or over.
  static Life lifeOf(long arena) {
    Life life = ARENAS.get(arena);
    return life == null ? Life.over("memory", "that was given back") : life;
  }

  static void forgetArena(long arena) {
    ARENAS.remove(arena);
  }

  /// What was done with an arena that is freed.
  static Trap deadArena(long arena, String use) {
    return lifeOf(arena).trap(use + " an arena:");
  }

  // ---- memory from the system

  static long reallocate(long address, long bytes) {
    long fresh = Memory.reallocateTrying(0, bytes);
    if (fresh != 0) {
      SIZES.put(fresh, bytes);
    }
    if (address != 0) {
      Memory.copy(address, fresh, Math.min(bytes, SIZES.getOrDefault(address, 0L)));
      release(address, "that has moved since");
    }
    return fresh;
  }

  static void release(long address) {
    release(address, "that was given back");
  }

  private static void release(long address, String how) {
    if (address == 0) {
      return;
    }
    touch(address, "second release");
    Long bytes = SIZES.remove(address);
    if (bytes == null) {
      Memory.free(address);
      return;
    }
    bury(address, bytes, Life.over("the storage of a buffer", how));
    Quarantine.add(new Quarantine.FromSystem(address, bytes));
  }

  /// Of memory that goes into quarantine by another way.
  static void forgetSize(long address) {
    SIZES.remove(address);
  }
}
