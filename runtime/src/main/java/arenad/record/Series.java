package arenad.record;

import java.util.Arrays;

/// How a quantity changed over time: for each bucket of the axis the most there was in it.
final class Series {
  private final long[] most = new long[Axis.BUCKETS];
  private long current;
  private int last;

  void set(int bucket, long value) {
    if (bucket > last) {
      Arrays.fill(most, last + 1, bucket + 1, current);
      last = bucket;
    }
    most[bucket] = Math.max(most[bucket], value);
    current = value;
  }

  /// Makes one bucket of each two.
  void halve() {
    for (int i = 0; i <= last; i += 2) {
      most[i / 2] = i == last ? most[i] : Math.max(most[i], most[i + 1]);
    }
    last /= 2;
    Arrays.fill(most, last + 1, most.length, 0);
  }

  /// The values up to a bucket, as runs: value, length, value, length ...
  long[] runs(int end) {
    set(end, current);
    long[] runs = new long[2 * (end + 1)];
    int size = 0;
    for (int i = 0; i <= end; i++) {
      if (size > 0 && runs[size - 2] == most[i]) {
        runs[size - 1]++;
      } else {
        runs[size++] = most[i];
        runs[size++] = 1;
      }
    }
    return Arrays.copyOf(runs, size);
  }
}
