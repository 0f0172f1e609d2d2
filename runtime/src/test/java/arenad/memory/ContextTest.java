package arenad.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arenad.Native;
import arenad.buffer.Arrays;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ContextTest {
  private final Context context = new Context();

  @Test
  void frameMemoryIsAStackOverChunksOfAllSizes() {
    Random random = new Random(7);
    Deque<long[]> frames = new ArrayDeque<>();
    Deque<long[]> objects = new ArrayDeque<>();
    long bottom = context.mark();
    for (int i = 0; i < 50_000; i++) {
      int choice = random.nextInt(10);
      if (choice < 3) {
        frames.push(new long[] {context.mark(), objects.size()});
      } else if (choice < 5 && !frames.isEmpty()) {
        long[] frame = frames.pop();
        while (objects.size() > frame[1]) {
          check(objects.pop());
        }
        context.release(frame[0]);
        assertEquals(frame[0], context.mark());
      } else {
        long size = 8L * (random.nextInt(50) == 0 ? random.nextInt(30_000) : random.nextInt(200));
        long address = context.tempAlloc(size);
        Memory.fill(address, size, i);
        objects.push(new long[] {address, size, i});
      }
    }
    objects.forEach(ContextTest::check);
    context.release(bottom);
    assertEquals(bottom, context.mark());
    context.close();
  }

  private static void check(long[] object) {
    for (long at = 0; at < object[1]; at += 8) {
      assertEquals((byte) object[2], (byte) Memory.i8(object[0] + at));
    }
  }

  @Test
  void aGrowableTemporaryBelongsToTheFrameThatMadeIt() {
    long outer = context.mark();
    long array = Arrays.createTemp(context, 8, 0);
    for (int call = 0; call < 100; call++) {
      long mark = context.mark();
      long inner = Arrays.createTemp(context, 8, 1000);
      context.tempAlloc(call * 800L);
      Memory.putI64(Arrays.push(inner, 8), call);
      for (int i = 0; i < 100; i++) {
        Memory.putI64(Arrays.push(array, 8), call * 100 + i);
      }
      context.release(mark);
      assertEquals(array, context.tempBuffers);
    }
    for (int i = 0; i < 10_000; i++) {
      assertEquals(i, Memory.i64(Arrays.at(array, i, 8)));
    }
    context.release(outer);
    assertEquals(0, context.tempBuffers);
    context.close();
  }

  @Test
  void growableTemporariesInSeveralChunksGoWithTheirFrames() {
    long outer = context.mark();
    for (int round = 0; round < 20; round++) {
      long mark = context.mark();
      for (int i = 0; i < 2000; i++) {
        Arrays.createTemp(context, 8, 1);
      }
      long inner = context.mark();
      context.tempAlloc(300_000);
      Arrays.createTemp(context, 8, 4);
      context.release(inner);
      context.release(mark);
      assertEquals(0, context.tempBuffers);
    }
    context.release(outer);
    context.close();
  }

  @Test
  void framesAllocateNothingOnTheJavaHeap() {
    Native.assertAllocatesNothing(
        () -> {
          for (int i = 0; i < 10_000; i++) {
            long mark = context.mark();
            context.tempAlloc(30_000);
            context.tempAllocZeroed(50_000);
            Arrays.push(Arrays.createTemp(context, 16, 0), 16);
            context.release(mark);
          }
        });
    context.close();
  }
}
