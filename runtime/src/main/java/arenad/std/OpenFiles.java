package arenad.std;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Files that a program has open, by the numbers under which it knows them. A number is never given twice, so
/// that one of a file that was closed means nothing any more.
final class OpenFiles {
  private static final int INDEX_BITS = 24;
  private static final int MOST = 1 << INDEX_BITS;

  /// What is open at an index; [#GENERATIONS] says how often it was given.
  private static @Nullable Object[] open = new Object[16];

  private static long[] generations = new long[16];

  private OpenFiles() {}

  /// A number above zero for something open.
  static synchronized long add(Object file) {
    int index = 0;
    while (index < open.length && open[index] != null) {
      index++;
    }
    if (index == open.length) {
      open = Arrays.copyOf(open, Math.min(open.length * 2, MOST));
      generations = Arrays.copyOf(generations, open.length);
    }
    open[index] = file;
    generations[index]++;
    return generations[index] << INDEX_BITS | index;
  }

  /// What has that number, or null when it is closed.
  static synchronized @Nullable Object get(long number) {
    int index = (int) (number & MOST - 1);
    return index < open.length && generations[index] == number >>> INDEX_BITS ? open[index] : null;
  }

  /// Forgets what has that number.
  ///
  /// @return what it was, or null when it is closed already
  static synchronized @Nullable Object remove(long number) {
    Object file = get(number);
    if (file != null) {
      open[(int) (number & MOST - 1)] = null;
    }
    return file;
  }
}
