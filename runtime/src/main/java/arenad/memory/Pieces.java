package arenad.memory;

import static arenad.memory.Memory.i64;
import static arenad.memory.Memory.putI64;

/// Chunks of less than 64 KiB, all of one size: pieces of ordinary chunks, shared by all threads, behind one lock.
///
/// The first piece of a chunk that was split is the place of its header, so every piece lies at a multiple of its size. A chunk whose
/// pieces are all free becomes an ordinary one again, unless it is the only one with free pieces.
final class Pieces {
  /// Words of the header of a split chunk, where an ordinary one has something else or objects.
  private static final long FREE_LIST = 40;

  private static final long FREE_COUNT = 48;
  private static final long PREVIOUS = 64;
  private static final long CARVED = 72;

  private final long size;

  /// Head of the list of split chunks that have a free piece.
  private long available;

  Pieces(long size) {
    this.size = size;
  }

  /// Bytes of a piece.
  long size() {
    return size;
  }

  private long count() {
    return Chunks.SIZE / size - 1;
  }

  /// A list of pieces, linked by [Chunks#LINK]: at least one, and of those that were used before at most so many.
  synchronized long take(int most) {
    long list = takeOne();
    putI64(list + Chunks.LINK, 0);
    for (int i = 1; i < most && available != 0 && i64(available + FREE_LIST) != 0; i++) {
      long piece = takeOne();
      putI64(piece + Chunks.LINK, list);
      list = piece;
    }
    return list;
  }

  private long takeOne() {
    if (available == 0) {
      split(Slabs.take(1));
    }
    long chunk = available;
    long piece = i64(chunk + FREE_LIST);
    if (piece != 0) {
      putI64(chunk + FREE_LIST, i64(piece + Chunks.LINK));
    } else {
      long carved = i64(chunk + CARVED) + 1;
      putI64(chunk + CARVED, carved);
      piece = chunk + carved * size;
      putI64(piece + Chunks.BYTES, size);
      putI64(piece + Chunks.SLAB, i64(chunk + Chunks.SLAB));
      putI64(piece + Chunks.PIECE, size);
    }
    long left = i64(chunk + FREE_COUNT) - 1;
    putI64(chunk + FREE_COUNT, left);
    if (left == 0) {
      unlink(chunk);
    }
    return piece;
  }

  private void split(long chunk) {
    putI64(chunk + FREE_LIST, 0);
    putI64(chunk + FREE_COUNT, count());
    putI64(chunk + CARVED, 0);
    Chunks.seal(chunk, size);
    link(chunk);
  }

  /// Takes back a list of pieces, linked by [Chunks#LINK].
  synchronized void give(long pieces) {
    for (long piece = pieces; piece != 0; ) {
      long next = i64(piece + Chunks.LINK);
      giveOne(piece);
      piece = next;
    }
  }

  private void giveOne(long piece) {
    long chunk = piece & -Chunks.SIZE;
    putI64(piece + Chunks.LINK, i64(chunk + FREE_LIST));
    putI64(chunk + FREE_LIST, piece);
    long free = i64(chunk + FREE_COUNT) + 1;
    putI64(chunk + FREE_COUNT, free);
    if (free == 1) {
      link(chunk);
    }
    boolean only = available == chunk && i64(chunk + Chunks.LINK) == 0;
    if (free == count() && !only) {
      unlink(chunk);
      Chunks.unseal(chunk);
      putI64(chunk + Chunks.LINK, 0);
      Slabs.give(chunk);
    }
  }

  private void link(long chunk) {
    putI64(chunk + PREVIOUS, 0);
    putI64(chunk + Chunks.LINK, available);
    if (available != 0) {
      putI64(available + PREVIOUS, chunk);
    }
    available = chunk;
  }

  private void unlink(long chunk) {
    long next = i64(chunk + Chunks.LINK);
    long previous = i64(chunk + PREVIOUS);
    if (previous == 0) {
      available = next;
    } else {
      putI64(previous + Chunks.LINK, next);
    }
    if (next != 0) {
      putI64(next + PREVIOUS, previous);
    }
  }
}
