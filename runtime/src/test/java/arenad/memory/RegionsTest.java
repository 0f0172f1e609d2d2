package arenad.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arenad.buffer.Arrays;
import arenad.panic.Panic;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RegionsTest {
  private final Context context = new Context();

  private String telemetry(long label) {
    long allocations = Regions.telemetry(context, label);
    return allocations + " " + context.r1 + " " + context.r2 + " " + context.r3;
  }

  private long literal(String text) {
    return Literals.store(Literals.allocate(text.length() + 8), text) - text.length();
  }

  @Test
  void labelsAreFnv1aOfTheName() {
    assertEquals(0xcbf29ce484222325L, Regions.keyOf(0, 0));
    assertEquals(0xaf63dc4c8601ec8cL, Regions.keyOf(literal("a"), 1));
    assertEquals(0x85944171f73967e8L, Regions.keyOf(literal("foobar"), 6));
  }

  @Test
  void regionsOfALabelAreCountedTogetherWhileTheyLiveAndAfterwards() {
    long label = 101;
    assertEquals("0 0 0 0", telemetry(label));
    long outer = Arenas.newRegion(context, label);
    Arenas.alloc(context, outer, 32);
    long inner = Arenas.newRegion(context, label);
    Arenas.alloc(context, inner, 48);
    Arenas.alloc(context, inner, 100_000);
    assertEquals("3 100080 0 100080", telemetry(label));
    Arenas.free(context, inner);
    assertEquals("3 100080 100048 32", telemetry(label));
    Arenas.reset(context, outer);
    assertEquals("3 100080 100080 0", telemetry(label));
    Arenas.alloc(context, outer, 8);
    assertEquals("4 100088 100080 8", telemetry(label));
    Arenas.free(context, outer);
    assertEquals("4 100088 100088 0", telemetry(label));
  }

  @Test
  void storageOfBuffersCounts() {
    long label = 102;
    long arena = Arenas.newRegion(context, label);
    long array = Arrays.create(context, arena, 8, 4);
    assertEquals("1 32 0 32", telemetry(label));
    Arrays.reserve(array, 8, 8);
    assertEquals("2 96 32 64", telemetry(label));
    Arenas.free(context, arena);
    assertEquals("2 96 96 0", telemetry(label));
  }

  @Test
  void aResetBeginsAnewAndCountsNoFreeOfWhatWasBefore() {
    long label = 103;
    long arena = Arenas.newRegion(context, label);
    Arenas.alloc(context, arena, 64);
    Regions.resetTelemetry(label);
    assertEquals("0 0 0 0", telemetry(label));
    Arenas.alloc(context, arena, 8);
    assertEquals("1 8 0 8", telemetry(label));
    Arenas.free(context, arena);
    assertEquals("1 8 8 0", telemetry(label));
  }

  @Test
  void aHandleEndsOnceAndNothingElseGoesByIt() {
    long text = literal("handles");
    long arena = Arenas.newRoot(context);
    long handle = Regions.begin(context, arena, text, 7);
    assertTrue(Regions.isAlive(handle));
    long other = Arenas.newRoot(context);
    Regions.exit(context, other, handle);
    assertTrue(Regions.isAlive(handle));
    Regions.exit(context, arena, handle);
    assertFalse(Regions.isAlive(handle));
    long next = Arenas.newRoot(context);
    long second = Regions.begin(context, next, text, 7);
    Regions.exit(context, next, handle);
    assertFalse(Regions.isAlive(handle));
    assertTrue(Regions.isAlive(second));
    for (long forged : new long[] {0, -1, 1, 1L << 40, second + 1, second ^ 1L << 33}) {
      assertFalse(Regions.isAlive(forged), Long.toHexString(forged));
      Regions.exit(context, next, forged);
    }
    assertEquals(Regions.keyOf(text, 7), Regions.labelOf(next));
    Arenas.free(context, next);
    assertFalse(Regions.isAlive(second));
    assertThrows(Panic.class, () -> Regions.labelOf(next));
    assertEquals(0, Regions.labelOf(other));
  }

  @Test
  void threadsCountUnderOneLabel() throws InterruptedException {
    long label = 104;
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    Context own = new Context();
                    for (int round = 0; round < 2000; round++) {
                      long arena = Arenas.newRegion(own, label);
                      Arenas.alloc(own, arena, 16);
                      Arenas.alloc(own, arena, 24);
                      if (round % 100 == 0) {
                        Regions.telemetry(own, label);
                        assertTrue(own.r1 >= own.r2);
                      }
                      Arenas.free(own, arena);
                    }
                    own.close();
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals("16000 320000 320000 0", telemetry(label));
    Regions.Counted counted =
        Regions.all().stream().filter(each -> each.label() == label).findFirst().orElseThrow();
    assertEquals(new Regions.Counted(null, label, 8000, 0, 16000, 320000, 320000), counted);
  }

  @Test
  void thereIsRoomForManyRegionsAtOnce() {
    long label = 105;
    List<Long> arenas = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      long arena = Arenas.newRegion(context, label + i);
      Arenas.alloc(context, arena, 8);
      arenas.add(arena);
    }
    for (int i = 0; i < 5000; i++) {
      assertEquals("1 8 0 8", telemetry(label + i));
    }
    arenas.forEach(arena -> Arenas.free(context, arena));
    assertEquals("1 8 8 0", telemetry(label + 4999));
  }
}
