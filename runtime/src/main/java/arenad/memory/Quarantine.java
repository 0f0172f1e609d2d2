package arenad.memory;

import java.util.ArrayDeque;
import java.util.Deque;

/// Memory of a checked program that ended and is not used again, until there is too much of it: then what came first goes first.
final class Quarantine {
  private static final long MOST = Long.getLong("arenad.quarantine.megabytes", 256) << 20;

  private static final Deque<Inmate> INMATES = new ArrayDeque<>();
  private static long total;

  private Quarantine() {}

  /// A piece of memory and the way it goes back.
  sealed interface Inmate {
    long address();

    long bytes();
  }

  /// An ordinary chunk.
  record FromSlab(long address, long bytes) implements Inmate {}

  /// What the system gave by itself.
  record FromSystem(long address, long bytes) implements Inmate {}

  /// A small block of a pool.
  record FromPool(long address, long bytes) implements Inmate {}

  static synchronized void add(Inmate inmate) {
    INMATES.add(inmate);
    total += inmate.bytes();
    shrinkTo(MOST);
  }

  /// Lets everything go: the system has no more memory.
  static synchronized void empty() {
    shrinkTo(0);
  }

  private static void shrinkTo(long most) {
    while (total > most) {
      Inmate oldest = INMATES.remove();
      total -= oldest.bytes();
      release(oldest);
    }
  }

  private static void release(Inmate inmate) {
    Shadow.enter(inmate.address(), inmate.bytes(), null);
    switch (inmate) {
      case FromSlab(long chunk, _) -> Chunks.orphan(chunk);
      case FromSystem(long address, _) -> Memory.free(address);
      case FromPool(long block, long bytes) -> {
        Shadow.forgetArena(block);
        Blocks.orphan(block, bytes);
      }
    }
  }
}
