package arenad.record;

import java.util.ArrayList;
import java.util.List;

/// The time axis of all curves: a fixed number of buckets, which become twice as wide whenever time runs out of them.
final class Axis {
  static final int BUCKETS = 512;

  private final List<Series> all = new ArrayList<>();
  private long width = 1_000;

  /// Nanoseconds of a bucket.
  long width() {
    return width;
  }

  Series series() {
    Series series = new Series();
    all.add(series);
    return series;
  }

  /// The bucket of a time.
  int bucket(long time) {
    while (time / width >= BUCKETS) {
      width *= 2;
      for (Series series : all) {
        series.halve();
      }
    }
    return (int) (time / width);
  }
}
