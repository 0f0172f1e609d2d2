package arenad.memory;

import static arenad.memory.Memory.i64;
import static arenad.memory.Memory.putI64;

/// The chunks of one thread: the form of a chunk, and a few free ones at hand that need no lock.
///
/// There are three ordinary sizes. A chunk of 64 KiB starts at a multiple of that; a smaller one is a piece of such a chunk and starts
/// at a multiple of its own size. A large chunk, for one object, is as large as that asks for and starts at a multiple of 64 KiB too. Each begins
/// with a header of 64 bytes:
///
/// | offset | |
/// | --- | --- |
/// | 0 | arena: the control block of its owner |
/// | 8 | link: the next chunk of its owner, or of the list of free ones |
/// | 16 | size in bytes, header included |
/// | 24 | slab it was carved from; 0 for a large chunk, which the system gave by itself |
/// | 32 | seal: its own address mixed with a secret while it is in use or split, else 0; a piece has none |
/// | 40 | the owner's fill level when this chunk was put on top of it (frame memory only) |
/// | 48 | address that the system gave (large chunks only) |
/// | 56 | size of the pieces the chunk at this multiple of 64 KiB is split into, 0 if it is whole |
///
/// The seal tells a header from bytes of a large chunk's middle: see [#of].
final class Chunks {
  /// Bytes of the largest ordinary chunk, and the alignment of all that are not pieces.
  static final long SIZE = 64 << 10;

  /// Bytes before the first usable one.
  static final long HEADER = 64;

  /// An object of more bytes gets a chunk of its own, unless it fits where allocation stands: so at most a quarter is wasted.
  static final long LARGE = (SIZE - HEADER) / 4;

  static final long ARENA = 0;
  static final long LINK = 8;
  static final long BYTES = 16;
  static final long SLAB = 24;
  static final long FILL = 40;
  static final long PIECE = 56;
  private static final long SEAL = 32;
  private static final long RAW = 48;

  /// The sizes that an arena's chunks go through as it grows, smallest first. The smallest one lets a hundred thousand
  /// arenas live at once; an arena that needs more than a handful of objects pays two more chunks than one that started large.
  private static final Pieces SMALL = new Pieces(1 << 10);

  private static final Pieces MIDDLE = new Pieces(8 << 10);

  /// Free chunks of a size that a thread keeps; half of them go back when there are more.
  private static final int AT_HAND = 64;

  /// Chunks that a thread fetches at once.
  private static final int BATCH = 8;

  /// After so many chunks freed the slabs hear of it: a thread that is content with what it has at hand lets them age too.
  private static final int TICK = 1024;

  private static final long SECRET = System.nanoTime() * 0x9E3779B97F4A7C15L | 1;

  private final long[] free = new long[3];
  private final int[] count = new int[3];
  private long given;

  /// The index of a size among the three, by its bytes.
  private static int indexOf(long bytes) {
    return bytes == SIZE ? 2 : bytes == MIDDLE.size() ? 1 : 0;
  }

  /// The size of the next chunk of an arena.
  ///
  /// @param capacity what it has
  /// @param size of the object it must hold, at most [#LARGE]
  static long next(long capacity, long size) {
    if (capacity == 0 && size <= SMALL.size() - HEADER) {
      return SMALL.size();
    }
    return capacity < MIDDLE.size() && size <= MIDDLE.size() - HEADER ? MIDDLE.size() : SIZE;
  }

  /// A chunk of an ordinary size for an arena; link undefined.
  long take(long arena, long bytes) {
    int index = indexOf(bytes);
    long chunk = free[index];
    if (chunk == 0) {
      chunk = fetch(index);
    }
    free[index] = i64(chunk + LINK);
    count[index]--;
    putI64(chunk + ARENA, arena);
    if (bytes == SIZE) {
      putI64(chunk + BYTES, SIZE);
      seal(chunk, 0);
    }
    return chunk;
  }

  private long fetch(int index) {
    long list = index == 2 ? Slabs.take(BATCH) : (index == 1 ? MIDDLE : SMALL).take(BATCH);
    for (long chunk = list; chunk != 0; chunk = i64(chunk + LINK)) {
      count[index]++;
    }
    return list;
  }

  /// A chunk of its own for one object of a given size; link undefined.
  static long takeLarge(long arena, long size) {
    if (size < 0 || size > Long.MAX_VALUE / 2) {
      throw arenad.panic.Panics.outOfMemory(size);
    }
    long bytes = size + HEADER;
    long raw = Memory.allocate(bytes + SIZE);
    long chunk = raw + SIZE - 1 & -SIZE;
    putI64(chunk + BYTES, bytes);
    putI64(chunk + SLAB, 0);
    putI64(chunk + RAW, raw);
    putI64(chunk + ARENA, arena);
    seal(chunk, 0);
    return chunk;
  }

  /// Marks a multiple of 64 KiB as the beginning of a chunk in use, or of one that is split.
  static void seal(long chunk, long piece) {
    putI64(chunk + PIECE, piece);
    putI64(chunk + SEAL, chunk ^ SECRET);
  }

  static void unseal(long chunk) {
    putI64(chunk + SEAL, 0);
  }

  /// Takes back one chunk of any kind.
  void give(long chunk) {
    if (CheckedMode.on()) {
      bury(chunk, Life.OF_CALL);
      return;
    }
    if (++given % TICK == 0) {
      Slabs.age(TICK);
    }
    unseal(chunk);
    if (i64(chunk + SLAB) == 0) {
      Memory.release(i64(chunk + RAW));
      return;
    }
    int index = indexOf(i64(chunk + BYTES));
    putI64(chunk + LINK, free[index]);
    free[index] = chunk;
    if (++count[index] > AT_HAND) {
      giveBack(index, AT_HAND / 2);
    }
  }

  /// How many chunks were ever given to this thread's pool, of all kinds.
  long given() {
    return given;
  }

  /// What a checked runtime does with the chunks of an arena that ends: they go into quarantine, and the arena has none.
  void buryAll(long arena, Life life) {
    for (long list : new long[] {ControlBlock.CHUNKS, ControlBlock.LARGE_CHUNKS}) {
      for (long chunk = i64(arena + list); chunk != 0; ) {
        long next = i64(chunk + LINK);
        bury(chunk, life);
        chunk = next;
      }
      putI64(arena + list, 0);
    }
    ControlBlock.leaveChunk(arena);
    putI64(arena + ControlBlock.CURSOR, 0);
    putI64(arena + ControlBlock.END, 0);
  }

  private static void bury(long chunk, Life life) {
    long bytes = i64(chunk + BYTES);
    Shadow.bury(chunk + HEADER, bytes - HEADER, life);
    unseal(chunk);
    if (i64(chunk + SLAB) == 0) {
      Shadow.forgetSize(i64(chunk + RAW));
      Quarantine.add(new Quarantine.FromSystem(i64(chunk + RAW), bytes + SIZE));
    } else {
      Quarantine.add(new Quarantine.FromSlab(chunk, bytes));
    }
  }

  /// Takes back a list of chunks, linked by [#LINK].
  void giveAll(long chunks) {
    for (long chunk = chunks; chunk != 0; ) {
      long next = i64(chunk + LINK);
      give(chunk);
      chunk = next;
    }
  }

  /// Hands all free chunks to the other threads.
  void close() {
    for (int index = 0; index < free.length; index++) {
      giveBack(index, 0);
    }
  }

  /// Hands all but some of the free chunks of a size to the other threads. The ones used last, still in the cache, stay.
  private void giveBack(int index, int keep) {
    long last = 0;
    long rest = free[index];
    for (int i = 0; i < keep && rest != 0; i++) {
      last = rest;
      rest = i64(rest + LINK);
    }
    if (rest == 0) {
      return;
    }
    if (last == 0) {
      free[index] = 0;
    } else {
      putI64(last + LINK, 0);
    }
    count[index] = keep;
    giveToAll(index, rest);
  }

  private static void giveToAll(int index, long chunks) {
    if (index == 2) {
      Slabs.give(chunks);
    } else {
      (index == 1 ? MIDDLE : SMALL).give(chunks);
    }
  }

  /// Gives a chunk of an ordinary size to whichever thread needs one next.
  static void orphan(long chunk) {
    putI64(chunk + LINK, 0);
    giveToAll(indexOf(i64(chunk + BYTES)), chunk);
  }

  /// The chunk in which an address lies. Every address handed out lies in a chunk; in a large one it may lie
  /// many multiples of 64 KiB behind the header.
  static long of(long address) {
    if (CheckedMode.on()) {
      Shadow.touch(address, "use");
    }
    long chunk = address & -SIZE;
    while (i64(chunk + SEAL) != (chunk ^ SECRET)) {
      chunk -= SIZE;
    }
    long piece = i64(chunk + PIECE);
    return piece == 0 ? chunk : address & -piece;
  }
}
