package arenad.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arenad.memory.Memory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SegmentsTest {

  @Test
  void recordsOfAnySizeComeOutInTheirOrder() {
    Segments queue = new Segments();
    Random random = new Random(4);
    Deque<Integer> expected = new ArrayDeque<>();
    for (int step = 0; step < 100_000; step++) {
      // Fills up for a while, then empties for a while.
      boolean fills = random.nextInt(10) < (step / 5000 % 2 == 0 ? 6 : 4);
      if (fills) {
        int words = random.nextInt(1, 60);
        long record = queue.add(8L * words);
        Memory.putI64(record, step);
        Memory.putI64(record + 8L * (words - 1), step);
        queue.addDone();
        expected.add(step);
      } else if (!expected.isEmpty()) {
        assertEquals((long) expected.remove(), Memory.i64(queue.first()));
        queue.remove();
      }
      assertEquals(expected.isEmpty(), queue.isEmpty());
    }
    while (!expected.isEmpty()) {
      assertEquals((long) expected.remove(), Memory.i64(queue.first()));
      queue.remove();
    }
    assertTrue(queue.isEmpty());
  }
}
