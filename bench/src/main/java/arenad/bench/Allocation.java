package arenad.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/// Objects of 32 bytes made with Java's `new`, linked so that all stay alive until all are dropped. A million of them, so few that a
/// collector often never sees them alive, then (`-retained`) forty million, which it must copy or move on the way.
///
/// Prints `name nanoseconds-per-object`, the median of the measured rounds, as `allocation.c` and `allocation.arena` do.
public final class Allocation {
  private static final int MILLION = 1_000_000;

  /// Objects made before measuring begins, in two rounds at least.
  private static final int WARM_UP = 100_000_000;

  private static final int ROUNDS = 11;

  private static long sink;

  private Allocation() {}

  /// With a header of 12 bytes and compressed references an object of 32 bytes.
  private record Node(@Nullable Node next, long a, long b) {}

  public static void main(String[] arguments) {
    measure("-new", Allocation::withNew, MILLION);
    measure("-new-retained", Allocation::withNew, 40 * MILLION);
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
