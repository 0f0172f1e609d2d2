package arenad.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class SeriesTest {
  @Test
  void aCurveIsTheMostInEachBucket() {
    Axis axis = new Axis();
    Series series = axis.series();
    series.set(axis.bucket(0), 5);
    series.set(axis.bucket(10), 2);
    series.set(axis.bucket(3_000), 7);
    assertArrayEquals(new long[] {5, 1, 2, 2, 7, 2}, series.runs(axis.bucket(4_999)));
  }

  @Test
  void whenTimeRunsOutTheBucketsGrowAndNoPeakIsLost() {
    Random random = new Random(7);
    Axis axis = new Axis();
    Series series = axis.series();
    long[] times = random.longs(5_000, 0, 90_000_000).sorted().toArray();
    long most = 0;
    long last = 0;
    for (long time : times) {
      last = random.nextInt(1_000_000);
      most = Math.max(most, last);
      series.set(axis.bucket(time), last);
    }
    int end = axis.bucket(times[times.length - 1]);
    long[] runs = series.runs(end);
    assertEquals(256_000, axis.width());
    long seen = 0;
    long buckets = 0;
    for (int i = 0; i < runs.length; i += 2) {
      seen = Math.max(seen, runs[i]);
      buckets += runs[i + 1];
    }
    assertEquals(most, seen);
    assertEquals(end + 1, buckets);
  }

  @Test
  void addressesAreFoundUntilTheyAreRemoved() {
    Addresses map = new Addresses();
    java.util.Map<Long, Long> same = new java.util.HashMap<>();
    Random random = new Random(3);
    for (int i = 0; i < 200_000; i++) {
      long address = 8L * (1 + random.nextInt(3_000));
      if (random.nextInt(3) == 0) {
        Long gone = same.remove(address);
        assertEquals(gone == null ? -1 : gone, map.remove(address));
      } else {
        same.put(address, (long) i);
        map.put(address, i);
      }
    }
    for (long address = 8; address <= 8 * 3_000; address += 8) {
      assertEquals(same.getOrDefault(address, -1L), map.get(address));
    }
  }
}
