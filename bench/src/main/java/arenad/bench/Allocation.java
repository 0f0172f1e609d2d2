package arenad.bench;

import arenad.memory.Arenas;
import arenad.memory.Context;
import arenad.memory.Memory;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/// Objects of 32 bytes, linked so that all stay alive until all are freed: in an arena, through the calls that generated code makes,
/// and with Java's `new`. A million of them, so few that a collector never sees them alive, then (`-retained`) forty million,
/// which it must copy or move on the way.
///
/// Prints `name nanoseconds-per-object`, the median of the measured rounds, as `allocation.c` does.
public final class Allocation {
  private static final int MILLION = 1_000_000;

  /// Objects made before measuring begins, in two rounds at least.
  private static final int WARM_UP = 20_000_000;

  private static final int ROUNDS = 9;

  private static long sink;

  private Allocation() {}

  /// With a header of 12 bytes and compressed references an object of 32 bytes.
  private record Node(@Nullable Node next, long a, long b) {}

  /// `Allocation arena` or `Allocation new`.
  public static void main(String[] arguments) {
    if (arguments[0].equals("arena")) {
      Context context = new Context();
      measure("arena", objects -> inArena(context, objects), MILLION);
      measure("arena-retained", objects -> inArena(context, objects), 40 * MILLION);
    } else {
      measure("java-new", Allocation::withNew, MILLION);
      measure("java-new-retained", Allocation::withNew, 40 * MILLION);
    }
  }

  private static long inArena(Context context, int objects) {
    long arena = Arenas.newRoot(context);
    long head = 0;
    for (int i = 0; i < objects; i++) {
      long object = Arenas.alloc(context, arena, 32);
      Memory.putI64(object, head);
      Memory.putI64(object + 8, i);
      Memory.putI64(object + 16, 0);
      Memory.putI64(object + 24, 0);
      head = object;
    }
    long last = Memory.i64(head + 8);
    Arenas.free(context, arena);
    return last;
  }

  private static long withNew(int objects) {
    Node head = new Node(null, 0, 0);
    for (int i = 1; i < objects; i++) {
      head = new Node(head, i, 0);
    }
    return head.a;
  }

  private static void measure(String name, IntToLongFunction run, int objects) {
    double[] times = new double[ROUNDS];
    int warmUp = Math.max(WARM_UP / objects, 2);
    for (int i = -warmUp; i < ROUNDS; i++) {
      long start = System.nanoTime();
      sink += run.applyAsLong(objects);
      if (i >= 0) {
        times[i] = (double) (System.nanoTime() - start) / objects;
      }
    }
    Arrays.sort(times);
    System.out.printf(Locale.ROOT, "%s %.3f%n", name, times[ROUNDS / 2]);
  }
}
