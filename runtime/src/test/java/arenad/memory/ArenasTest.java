package arenad.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arenad.Native;
import arenad.panic.Panic;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ArenasTest {
  private final Context context = new Context();

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void anArenaTakesNoChunkBeforeItsFirstObject() {
    long arena = Arenas.newRoot(context);
    assertEquals(0, Arenas.capacity(arena));
    assertEquals(0, Arenas.used(arena));
    Arenas.alloc(context, arena, 32);
    assertEquals(32, Arenas.used(arena));
    assertEquals(1024 - 64, Arenas.capacity(arena));
  }

  @Test
  void chunksGrowWithTheArena() {
    long arena = Arenas.newRoot(context);
    List<Long> capacities = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      Arenas.alloc(context, arena, 40);
      if (capacities.isEmpty() || capacities.getLast() != Arenas.capacity(arena)) {
        capacities.add(Arenas.capacity(arena));
      }
    }
    assertEquals(
        List.of(960L, 960L + 8128, 960L + 8128 + 65472, 960L + 8128 + 2 * 65472), capacities);
    long fitting = Arenas.newRoot(context);
    Arenas.alloc(context, fitting, 5000);
    assertEquals(8128, Arenas.capacity(fitting));
  }

  @Test
  void aHundredThousandArenasWithOneObjectEachAreAliveAtOnce() {
    long before = Slabs.reserved();
    long[] arenas = new long[100_000];
    long[] objects = new long[arenas.length];
    for (int i = 0; i < arenas.length; i++) {
      arenas[i] = Arenas.newRoot(context);
      objects[i] = Arenas.alloc(context, arenas[i], 32);
      Memory.putI64(objects[i] + 24, i);
    }
    long each = (Slabs.reserved() - before) / arenas.length;
    assertTrue(each < 1400, () -> each + " bytes for each");
    for (int i = 0; i < arenas.length; i++) {
      assertEquals(i, Memory.i64(objects[i] + 24));
      assertEquals(arenas[i], Arenas.arenaOf(objects[i] + 31));
    }
    for (int i = 0; i < arenas.length; i++) {
      Arenas.free(context, arenas[(int) (i * 7919L % arenas.length)]);
    }
    context.chunks.close();
    Slabs.trim();
    long left = Slabs.reserved() - before;
    assertTrue(left < 8 << 20, () -> left + " bytes stayed");
  }

  @Test
  void freeingTouchesChunksAndNotObjects() {
    long touched = -1;
    for (int size : new int[] {8, 64, 512}) {
      long arena = Arenas.newRoot(context);
      for (int bytes = 0; bytes < 1_000_000; bytes += size) {
        Arenas.alloc(context, arena, size);
      }
      long before = context.chunks.given();
      Arenas.free(context, arena);
      long chunks = context.chunks.given() - before;
      assertTrue(touched == -1 || touched == chunks, chunks + " chunks for objects of " + size);
      touched = chunks;
    }
    assertEquals(2 + 1_000_000 / 65472 + 1, touched);
  }

  @Test
  void resetKeepsTheLargestChunk() {
    long arena = Arenas.newRoot(context);
    long first = Arenas.alloc(context, arena, 8);
    long before = context.chunks.given();
    Arenas.reset(context, arena);
    assertEquals(before, context.chunks.given());
    assertEquals(first, Arenas.alloc(context, arena, 8));
  }

  @Test
  void whatTheSystemRefusesEmptiesThePoolsFirst() {
    long arena = Arenas.newRoot(context);
    for (int i = 0; i < 4000; i++) {
      Arenas.alloc(context, arena, 10_000);
    }
    Arenas.free(context, arena);
    long pooled = Slabs.reserved();
    assertThrows(Panic.class, () -> Memory.allocate(Long.MAX_VALUE / 2));
    assertTrue(Slabs.reserved() < pooled - (20 << 20), "pools were not emptied");
  }

  @Test
  void aPeakLongPastIsForgottenThoughOneThreadNeedsNothingNew() {
    long arena = Arenas.newRoot(context);
    for (int i = 0; i < 20_000; i++) {
      Arenas.alloc(context, arena, 10_000);
    }
    Arenas.free(context, arena);
    long peak = Slabs.reserved();
    for (int i = 0; i < 200_000; i++) {
      long small = Arenas.newRoot(context);
      Arenas.alloc(context, small, 16);
      Arenas.free(context, small);
    }
    assertTrue(Slabs.reserved() < peak - (100 << 20), "nothing went back to the system");
  }

  @Test
  void objectsDoNotOverlapAndKnowTheirArena() {
    Random random = new Random(3);
    long[] arenas = {Arenas.newRoot(context), Arenas.newRoot(context), 0};
    arenas[2] = Arenas.newSub(context, arenas[0]);
    List<long[]> objects = new ArrayList<>();
    long[] used = new long[3];
    for (int i = 0; i < 20_000; i++) {
      int which = random.nextInt(3);
      long size =
          random.nextInt(100) == 0
              ? 8L * (1 + random.nextInt(40_000))
              : 8L * (1 + random.nextInt(20));
      long address = Arenas.alloc(context, arenas[which], size);
      used[which] += size;
      Memory.fill(address, size, i);
      objects.add(new long[] {address, size, which, i});
    }
    for (long[] object : objects) {
      assertEquals(arenas[(int) object[2]], Arenas.arenaOf(object[0]));
      assertEquals(arenas[(int) object[2]], Arenas.arenaOf(object[0] + object[1] - 1));
      assertEquals((byte) object[3], (byte) Memory.i8(object[0]));
      assertEquals((byte) object[3], (byte) Memory.i8(object[0] + object[1] - 1));
    }
    for (int i = 0; i < 3; i++) {
      assertEquals(used[i], Arenas.used(arenas[i]));
      assertTrue(Arenas.capacity(arenas[i]) >= used[i]);
    }
  }

  @Test
  void everyAlignmentUpToAPageIsKept() {
    long arena = Arenas.newRoot(context);
    for (int i = 0; i < 2000; i++) {
      int alignment = 1 << i % 13;
      long size = i * 37L % 20_000;
      long address = Arenas.allocAligned(context, arena, size, alignment);
      assertEquals(0, address % alignment);
      assertEquals(0, address % 8);
      Memory.fill(address, size, 1);
      assertEquals(arena, Arenas.arenaOf(address));
    }
  }

  @Test
  void elementsAreClearedAndANegativeCountPanics() {
    long arena = Arenas.newRoot(context);
    Memory.fill(Arenas.alloc(context, arena, 4096), 4096, 0xFF);
    Arenas.reset(context, arena);
    long span = Arenas.allocElements(context, arena, 100, 12, 0);
    for (int i = 0; i < 1200; i++) {
      assertEquals(0, Memory.i8(span + i));
    }
    assertEquals(
        "negative length: -1",
        assertThrows(Panic.class, () -> Arenas.allocElements(context, arena, -1, 8, 0))
            .getMessage());
  }

  @Test
  void freeingAParentFreesWhatWasMadeFromIt() {
    long parent = Arenas.newRoot(context);
    long child = Arenas.newSub(context, parent);
    long grandchild = Arenas.newSub(context, child);
    long sibling = Arenas.newRoot(context);
    Arenas.alloc(context, grandchild, 8);
    Arenas.alloc(context, sibling, 8);
    Arenas.free(context, parent);
    for (long dead : new long[] {parent, child, grandchild}) {
      assertThrows(Panic.class, () -> Arenas.free(context, dead));
      assertThrows(Panic.class, () -> Arenas.newSub(context, dead));
      assertThrows(Panic.class, () -> Arenas.alloc(context, dead, 8));
    }
    assertEquals(8, Arenas.used(sibling));
  }

  @Test
  void resetEmptiesAndKeepsTheArena() {
    long arena = Arenas.newRoot(context);
    long child = Arenas.newSub(context, arena);
    for (int i = 0; i < 10_000; i++) {
      Arenas.alloc(context, arena, 64);
    }
    Arenas.alloc(context, arena, 1 << 20);
    Arenas.reset(context, arena);
    assertEquals(0, Arenas.used(arena));
    assertEquals(65536 - 64, Arenas.capacity(arena));
    assertEquals(0, Memory.i64(Memory.i64(arena + ControlBlock.CHUNKS) + Chunks.LINK));
    assertThrows(Panic.class, () -> Arenas.free(context, child));
    Arenas.alloc(context, arena, 64);
    assertEquals(64, Arenas.used(arena));
    Arenas.free(context, arena);
  }

  @Test
  void aDeepChainOfSubArenasIsFreedWithoutRecursion() {
    long root = Arenas.newRoot(context);
    long at = root;
    for (int i = 0; i < 200_000; i++) {
      at = Arenas.newSub(context, at);
    }
    Arenas.free(context, root);
    assertThrows(Panic.class, () -> Arenas.free(context, root));
  }

  @Test
  void freedInAnyOrderTheChunksComeBack() {
    Random random = new Random(5);
    List<Long> alive = new ArrayList<>();
    for (int round = 0; round < 5000; round++) {
      if (alive.size() < 50 || random.nextBoolean() && alive.size() < 200) {
        long arena = Arenas.newRoot(context);
        for (int i = random.nextInt(3000); i >= 0; i--) {
          Arenas.alloc(context, arena, 1024);
        }
        alive.add(arena);
      } else {
        Arenas.free(context, alive.remove(random.nextInt(alive.size())));
      }
    }
    long reserved = Slabs.reserved();
    for (long arena : alive) {
      Arenas.free(context, arena);
    }
    context.chunks.close();
    Slabs.trim();
    assertTrue(Slabs.reserved() < reserved, "nothing went back to the system");
  }

  @Test
  void frameMemoryAndLiteralsAreRecognised() {
    assertTrue(Arenas.isFrame(Arenas.arenaOf(context.tempAlloc(16))));
    assertTrue(Arenas.isFrame(Arenas.arenaOf(context.tempAlloc(200_000) + 199_999)));
    long literal = Literals.allocate(100_000);
    assertTrue(Arenas.isStatic(Arenas.arenaOf(literal + 99_999)));
    long arena = Arenas.newRoot(context);
    assertFalse(Arenas.isStatic(arena));
    assertFalse(Arenas.isFrame(arena));
    assertEquals(literal + 3, Literals.store(literal, "a\u00ff\0"));
    assertEquals(0xFF, Memory.u8(literal + 1));
  }

  @Test
  void oneThreadsLeftoversServeTheNext() throws InterruptedException {
    long[] blocks = new long[1];
    Thread thread =
        new Thread(
            () -> {
              Context own = new Context();
              blocks[0] = Arenas.newRoot(own);
              Arenas.alloc(own, blocks[0], 8);
              own.close();
            });
    thread.start();
    thread.join();
    assertNotEquals(ControlBlock.ALIVE, ControlBlock.state(blocks[0]));
  }

  @Test
  void makingUsingAndFreeingArenasAllocatesNothingOnTheJavaHeap() {
    Native.assertAllocatesNothing(
        () -> {
          for (int i = 0; i < 1000; i++) {
            long arena = Arenas.newRoot(context);
            long sub = Arenas.newSub(context, arena);
            for (int k = 0; k < 100; k++) {
              Arenas.alloc(context, arena, 2048);
              Arenas.alloc(context, sub, 32_000);
            }
            Arenas.reset(context, sub);
            Arenas.free(context, arena);
          }
        });
  }
}
