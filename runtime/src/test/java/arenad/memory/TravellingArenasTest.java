package arenad.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arenad.buffer.Arrays;
import arenad.panic.Panic;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/// Arenas that one thread makes and another one frees.
final class TravellingArenasTest {
  private static final long END = 0;

  /// Far more than the pools of two threads hold, far less than the messages together.
  private static final long BOUND = 8L << 20;

  @Test
  void messagesOneWayRunInConstantMemory() throws Exception {
    BlockingQueue<Long> queue = new ArrayBlockingQueue<>(64);
    FutureTask<Long> receiver = started(() -> receiveAll(queue));
    Context context = new Context();
    long before = 0;
    for (int i = 0; i < 200_000; i++) {
      if (i == 2000) {
        before = reserved();
      }
      queue.put(sent(context, i));
    }
    queue.put(END);
    assertEquals(200_000L * 199_999 / 2, receiver.get());
    assertTrue(reserved() - before < BOUND, () -> "grew to " + reserved());
    context.close();
  }

  @Test
  void messagesThereAndBackRunInConstantMemory() throws Exception {
    BlockingQueue<Long> there = new ArrayBlockingQueue<>(4);
    BlockingQueue<Long> back = new ArrayBlockingQueue<>(4);
    FutureTask<Long> other =
        started(
            () -> {
              Context own = new Context();
              long count = 0;
              for (long arena = there.take(); arena != END; arena = there.take()) {
                Arenas.receive(own, arena);
                Arenas.alloc(own, arena, 64);
                Arenas.send(arena);
                back.put(arena);
                count++;
              }
              own.close();
              return count;
            });
    Context context = new Context();
    long before = 0;
    for (int i = 0; i < 50_000; i++) {
      if (i == 1000) {
        before = reserved();
      }
      there.put(sent(context, i));
      Arenas.free(context, back.take());
    }
    there.put(END);
    assertEquals(50_000, other.get());
    assertTrue(reserved() - before < BOUND, () -> "grew to " + reserved());
    context.close();
  }

  @Test
  void whatWasSentOutlivesTheThreadThatMadeIt() throws Exception {
    long[] handed = new long[2];
    FutureTask<Long> maker =
        started(
            () -> {
              Context own = new Context();
              long arena = Arenas.newRoot(own);
              handed[0] = Arrays.create(own, Arenas.newSub(own, arena), 8, 0);
              Memory.putI64(Arrays.push(handed[0], 8), 41);
              handed[1] = OwnerHeap.allocate(own, 24);
              Memory.putI64(handed[1], 1);
              Arenas.send(arena);
              own.close();
              return arena;
            });
    long arena = maker.get();
    Context context = new Context();
    Arenas.receive(context, arena);
    assertEquals(41, Memory.i64(Arrays.at(handed[0], 0, 8)));
    assertEquals(1, Memory.i64(handed[1]));
    OwnerHeap.free(context, handed[1], 24);
    assertEquals(handed[1], OwnerHeap.allocate(context, 24));
    Arenas.free(context, arena);
    assertThrows(Panic.class, () -> Arenas.free(context, arena));
    assertThrows(Panic.class, () -> Arenas.send(arena));
    assertThrows(Panic.class, () -> Arenas.receive(context, arena));
    context.close();
  }

  @Test
  void whatIsOnItsWayCanBeFreedByWhoeverFindsIt() {
    Context context = new Context();
    long arena = sent(context, 5);
    Arenas.free(context, arena);
    assertThrows(Panic.class, () -> Arenas.free(context, arena));
    context.close();
  }

  /// An arena with some of everything: a few chunks, a large object, buffers, a sub-arena.
  private static long sent(Context context, int number) {
    long arena = Arenas.newRoot(context);
    Arenas.alloc(context, arena, 64);
    for (int i = 0; i < 10; i++) {
      Arenas.alloc(context, arena, 1600);
    }
    if (number % 100 == 0) {
      Arenas.alloc(context, arena, 200_000);
    }
    long array = Arrays.create(context, arena, 8, 0);
    Memory.putI64(Arrays.push(array, 8), number);
    Arenas.alloc(context, Arenas.newSub(context, arena), 64);
    Arenas.send(arena);
    return arena;
  }

  private static long receiveAll(BlockingQueue<Long> queue) throws InterruptedException {
    Context own = new Context();
    long sum = 0;
    for (long arena = queue.take(); arena != END; arena = queue.take()) {
      Arenas.receive(own, arena);
      long array = Memory.i64(arena + ControlBlock.BUFFERS);
      sum += Memory.i64(Arrays.at(array, 0, 8));
      Arenas.free(own, arena);
    }
    own.close();
    return sum;
  }

  private static long reserved() {
    return Slabs.reserved() + Blocks.reserved();
  }

  private static FutureTask<Long> started(Callable<Long> work) {
    FutureTask<Long> task = new FutureTask<>(work);
    new Thread(task).start();
    return task;
  }
}
