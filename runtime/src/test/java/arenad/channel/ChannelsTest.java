package arenad.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arenad.memory.Arenas;
import arenad.memory.Context;
import arenad.memory.Memory;
import arenad.panic.Deadlock;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ChannelsTest {
  private static final long STACK = 1 << 20;
  private static final int SIZE = 16;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final Team team = new Team(STACK, false, (thread, thrown) -> failure.set(thrown));

  private void ended() {
    team.awaitEnd(2000);
    Context context = new Context();
    Channels.clear(context);
    context.close();
  }

  private static void send(Context context, Channel channel, long number, boolean flat) {
    long arena = Arenas.newRoot(context);
    long object = Arenas.alloc(context, arena, SIZE);
    Memory.putI64(object, number);
    Channels.send(context, arena, object, 0, channel, flat ? SIZE : 0);
  }

  private static long receive(Context context, Channel channel) {
    long arena = Channels.receive(context, channel);
    long number = Memory.i64(context.r1);
    Arenas.free(context, arena);
    return number;
  }

  @Test
  void everyMessageArrivesOnceAndThoseOfOneSenderInTheirOrder() {
    Channel channel = Channels.of("many");
    int senders = 3;
    int receivers = 3;
    int each = 20_000;
    List<List<Long>> received = Collections.synchronizedList(new ArrayList<>());
    for (int s = 0; s < senders; s++) {
      long base = (long) s * each;
      team.start(
          "sender",
          context -> {
            for (int i = 0; i < each; i++) {
              send(context, channel, base + i, i % 2 == 0);
            }
          });
    }
    for (int r = 0; r < receivers; r++) {
      team.start(
          "receiver",
          context -> {
            List<Long> own = new ArrayList<>();
            for (int i = 0; i < senders * each / receivers; i++) {
              own.add(receive(context, channel));
            }
            received.add(own);
          });
    }
    ended();
    assertNull(failure.get());
    long sum = 0;
    for (List<Long> own : received) {
      long[] last = {-1, -1, -1};
      for (long number : own) {
        int sender = (int) (number / each);
        assertTrue(number > last[sender]);
        last[sender] = number;
        sum += number;
      }
    }
    long all = (long) senders * each;
    assertEquals(all * (all - 1) / 2, sum);
  }

  @Test
  void aMessageTakesNothingFromTheJavaHeap() {
    Channel there = Channels.of("there");
    Channel back = Channels.of("back");
    AtomicLong taken = new AtomicLong(Long.MAX_VALUE);
    team.start(
        "first",
        context -> {
          team.start("other", own -> answer(own, there, back));
          for (int round = 0; round < 8; round++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 1; i <= 5000; i++) {
              send(context, there, i, i % 2 == 0);
              receive(context, back);
            }
            taken.accumulateAndGet(THREADS.getCurrentThreadAllocatedBytes() - before, Math::min);
          }
          send(context, there, 0, false);
        });
    ended();
    assertNull(failure.get());
    assertEquals(0, taken.get());
  }

  private static void answer(Context context, Channel there, Channel back) {
    for (long number = receive(context, there); number != 0; ) {
      send(context, back, number, false);
      number = receive(context, there);
    }
  }

  @Test
  void whenEverybodyWaitsThatIsADeadlock() {
    for (int round = 0; round < 200; round++) {
      AtomicReference<@Nullable Throwable> found = new AtomicReference<>();
      Team waiting = new Team(STACK, false, (thread, thrown) -> found.set(thrown));
      Channel one = Channels.of("one");
      Channel two = Channels.of("two");
      waiting.start(
          "left",
          context -> {
            waiting.start(
                "right",
                own -> {
                  send(own, one, 1, false);
                  receive(own, two);
                  receive(own, two);
                });
            send(context, two, 1, true);
            receive(context, one);
            receive(context, one);
          });
      waiting.awaitEnd(2000);
      Deadlock deadlock = assertInstanceOf(Deadlock.class, found.get());
      assertEquals("deadlock: every thread waits for a message", deadlock.getMessage());
    }
  }

  @Test
  void whoIsSentSomethingJustInTimeIsNotInADeadlock() {
    Channel turn = Channels.of("turn");
    Channel other = Channels.of("other-turn");
    team.start(
        "main",
        context -> {
          for (int round = 0; round < 300; round++) {
            team.start(
                "left",
                own -> {
                  send(own, turn, 1, true);
                  receive(own, other);
                });
            team.start(
                "right",
                own -> {
                  receive(own, turn);
                  send(own, other, 1, true);
                });
          }
        });
    ended();
    assertNull(failure.get());
  }

  @Test
  void aFailureEndsThoseWhoWait() {
    Channel never = Channels.of("never");
    team.start(
        "failing",
        context -> {
          team.start("waiting", own -> receive(own, never));
          throw new IllegalStateException("as planned");
        });
    long before = System.nanoTime();
    ended();
    assertEquals("as planned", String.valueOf(failure.get()).split(": ")[1]);
    assertTrue(System.nanoTime() - before < 2_000_000_000L);
  }
}
