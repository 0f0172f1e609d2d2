package arenad.buffer;

import static arenad.memory.Memory.i32;
import static arenad.memory.Memory.i64;
import static arenad.memory.Memory.putI32;
import static arenad.memory.Memory.putI64;

import arenad.memory.BufferHeader;
import arenad.memory.Context;
import arenad.memory.Memory;
import arenad.panic.Panics;

/// `xs.sort(f)`: a stable merge sort turned inside out, because the comparison is the caller's code and no function value exists.
///
/// ```
/// s = begin(ctx, array, size); while (next(s)) answer(s, f(left(s), right(s)));
/// ```
///
/// Bottom-up: sorted runs of width 1, 2, 4 ... are merged pairwise from one copy of the elements into another. The state holds where
/// in the current pair of runs the merge stands. A comparison is wanted while both runs have elements; [#next] copies what needs
/// none, until one is wanted or all is done. The array itself is written at the end; a comparison that changes it is a panic.
public final class Sorting {
  private static final long ARRAY = 0;
  private static final long ELEMENT_SIZE = 8;
  private static final long COUNT = 12;

  /// Elements as the last pass left them, and where this pass writes.
  private static final long SOURCE = 16;

  private static final long TARGET = 24;

  /// Width of the runs, and as indices: next of the left run, its end, next of the right run, its end, next to write.
  private static final long WIDTH = 32;

  private static final long LEFT = 36;
  private static final long MIDDLE = 40;
  private static final long RIGHT = 44;
  private static final long END = 48;
  private static final long OUT = 52;
  private static final long STATE_SIZE = 56;

  private Sorting() {}

  /// Starts a sort; the state is temporary.
  public static long begin(Context context, long array, int elementSize) {
    int count = Arrays.length(array);
    long state = context.tempAlloc(STATE_SIZE);
    long source = Arrays.createTemp(context, elementSize, count);
    long target = Arrays.createTemp(context, elementSize, count);
    putI64(state + ARRAY, array);
    putI32(state + ELEMENT_SIZE, elementSize);
    putI32(state + COUNT, count);
    putI64(state + SOURCE, i64(source + BufferHeader.DATA));
    putI64(state + TARGET, i64(target + BufferHeader.DATA));
    Memory.copy(i64(array + BufferHeader.DATA), i64(state + SOURCE), (long) count * elementSize);
    putI32(state + WIDTH, 1);
    openRuns(state, 0);
    return state;
  }

  /// Whether a comparison is wanted; if not, the array is sorted.
  public static boolean next(long state) {
    while (i32(state + WIDTH) < i32(state + COUNT)) {
      if (i32(state + LEFT) < i32(state + MIDDLE) && i32(state + RIGHT) < i32(state + END)) {
        return true;
      }
      takeRest(state, LEFT, MIDDLE);
      takeRest(state, RIGHT, END);
      int end = i32(state + END);
      if (end < i32(state + COUNT)) {
        openRuns(state, end);
      } else {
        long source = i64(state + SOURCE);
        putI64(state + SOURCE, i64(state + TARGET));
        putI64(state + TARGET, source);
        putI32(state + WIDTH, (int) Math.min(2L * i32(state + WIDTH), Integer.MAX_VALUE));
        openRuns(state, 0);
      }
    }
    store(state);
    return false;
  }

  /// The address of the element to compare.
  public static long left(long state) {
    return i64(state + SOURCE) + (long) i32(state + LEFT) * i32(state + ELEMENT_SIZE);
  }

  /// The address of the element to compare it with.
  public static long right(long state) {
    return i64(state + SOURCE) + (long) i32(state + RIGHT) * i32(state + ELEMENT_SIZE);
  }

  /// The result of the comparison that was wanted.
  ///
  /// @param comparison positive if the right element goes before the left one
  public static void answer(long state, int comparison) {
    take(state, comparison > 0 ? RIGHT : LEFT, 1);
  }

  private static void openRuns(long state, int from) {
    int count = i32(state + COUNT);
    int middle = (int) Math.min((long) from + i32(state + WIDTH), count);
    putI32(state + LEFT, from);
    putI32(state + MIDDLE, middle);
    putI32(state + RIGHT, middle);
    putI32(state + END, (int) Math.min((long) middle + i32(state + WIDTH), count));
    putI32(state + OUT, from);
  }

  private static void takeRest(long state, long run, long end) {
    take(state, run, i32(state + end) - i32(state + run));
  }

  private static void take(long state, long run, int elements) {
    int size = i32(state + ELEMENT_SIZE);
    int from = i32(state + run);
    int out = i32(state + OUT);
    Memory.copy(
        i64(state + SOURCE) + (long) from * size,
        i64(state + TARGET) + (long) out * size,
        (long) elements * size);
    putI32(state + run, from + elements);
    putI32(state + OUT, out + elements);
  }

  private static void store(long state) {
    long array = i64(state + ARRAY);
    int count = i32(state + COUNT);
    if (Arrays.length(array) != count) {
      throw Panics.changedWhileSorted();
    }
    Memory.copy(
        i64(state + SOURCE),
        i64(array + BufferHeader.DATA),
        (long) count * i32(state + ELEMENT_SIZE));
  }
}
