package arenad.memory;

import static arenad.memory.Memory.i64;
import static arenad.memory.Memory.putI64;

/// The chunks of one thread: the form of a chunk, and a few free ones at hand that need no lock.
///
/// A chunk starts at a multiple of 64 KiB with a header of 64 bytes:
///
/// | offset | |
/// | --- | --- |
/// | 0 | arena: the control block of its owner |
/// | 8 | link: the next chunk of its owner, or of the list of free ones |
/// | 16 | size in bytes, header included |
/// | 24 | slab it was carved from; 0 for a large chunk, which the system gave by itself |
/// | 32 | seal: its own address mixed with a secret while it is in use, else 0 |
/// | 40 | the owner's fill level when this chunk was put on top of it (frame memory only) |
/// | 48 | address that the system gave (large chunks only) |
///
/// The seal tells a header from bytes of a large chunk's middle: see [#of].
final class Chunks {
  /// Bytes of an ordinary chunk, and the alignment of all.
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
  private static final long SEAL = 32;
  private static final long RAW = 48;

  /// Free chunks that a thread keeps; half of them go back when there are more.
  private static final int AT_HAND = 64;

  private static final long SECRET = System.nanoTime() * 0x9E3779B97F4A7C15L | 1;

  private long free;
  private int count;

  /// An ordinary chunk for an arena; link undefined.
  long take(long arena) {
    long chunk = free;
    if (chunk != 0) {
      free = i64(chunk + LINK);
      count--;
    } else {
      chunk = Slabs.take();
    }
    putI64(chunk + BYTES, SIZE);
    own(chunk, arena);
    return chunk;
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
    own(chunk, arena);
    return chunk;
  }

  private static void own(long chunk, long arena) {
    putI64(chunk + ARENA, arena);
    putI64(chunk + SEAL, chunk ^ SECRET);
  }

  /// Takes back one chunk of either kind.
  void give(long chunk) {
    if (CheckedMode.on()) {
      bury(chunk, Life.OF_CALL);
      return;
    }
    putI64(chunk + SEAL, 0);
    if (i64(chunk + SLAB) == 0) {
      Memory.release(i64(chunk + RAW));
      return;
    }
    putI64(chunk + LINK, free);
    free = chunk;
    if (++count > AT_HAND) {
      giveBack(AT_HAND / 2);
    }
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
    putI64(arena + ControlBlock.TOP, 0);
    putI64(arena + ControlBlock.END, 0);
  }

  private static void bury(long chunk, Life life) {
    long bytes = i64(chunk + BYTES);
    Shadow.bury(chunk + HEADER, bytes - HEADER, life);
    putI64(chunk + SEAL, 0);
    if (i64(chunk + SLAB) == 0) {
      Shadow.forgetSize(i64(chunk + RAW));
      Quarantine.add(new Quarantine.FromSystem(i64(chunk + RAW), bytes + SIZE));
    } else {
      Quarantine.add(new Quarantine.FromSlab(chunk));
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

  /// Hands all but some of the free chunks to the other threads. The ones used last, still in the cache, stay.
  void giveBack(int keep) {
    long last = 0;
    long rest = free;
    for (int i = 0; i < keep && rest != 0; i++) {
      last = rest;
      rest = i64(rest + LINK);
    }
    if (rest == 0) {
      return;
    }
    if (last == 0) {
      free = 0;
    } else {
      putI64(last + LINK, 0);
    }
    count = keep;
    Slabs.give(rest);
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
    return chunk;
  }
}
