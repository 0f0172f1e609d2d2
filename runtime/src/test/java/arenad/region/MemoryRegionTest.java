package arenad.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arenad.memory.Context;
import arenad.memory.Memory;
import arenad.panic.Panic;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

final class MemoryRegionTest {
  private static MemoryBlock block(MemoryRegion region, long size, long alignment) {
    return assertInstanceOf(MemoryBlock.class, region.alloc(new Layout(size, alignment)));
  }

  private static List<MemoryRegion> each() {
    return List.of(new HotArena(1 << 20), new PinnedHeap(1 << 20), new GeneralHeap(1 << 20));
  }

  @Test
  void memoryLiesAtMultiplesOfEveryAlignmentAndDoesNotOverlap() {
    for (MemoryRegion region : each()) {
      List<MemoryBlock> blocks = new ArrayList<>();
      for (Alignment alignment : Alignment.values()) {
        for (int size : new int[] {0, 1, 7, 8, 100}) {
          MemoryBlock block = block(region, size, alignment.bytes());
          assertTrue(alignment.divides(block.address()), region.name() + " " + alignment);
          for (int i = 0; i < size; i++) {
            Memory.putI8(block.address() + i, blocks.size());
          }
          blocks.add(block);
        }
      }
      for (int number = 0; number < blocks.size(); number++) {
        for (int i = 0; i < blocks.get(number).size(); i++) {
          assertEquals(number, Memory.i8(blocks.get(number).address() + i), region.name());
        }
      }
      region.close();
    }
  }

  @Test
  void errorsHaveTheirFigures() {
    for (MemoryRegion region : each()) {
      assertEquals(new AllocError.InvalidLayout(-1, 8), region.alloc(new Layout(-1, 8)));
      assertEquals(new AllocError.InvalidLayout(8, 24), region.alloc(new Layout(8, 24)));
      assertEquals(new AllocError.InvalidLayout(8, 0), region.alloc(new Layout(8, 0)));
      long tooMuch = Long.MAX_VALUE;
      assertEquals(new AllocError.InvalidLayout(tooMuch, 8), region.alloc(new Layout(tooMuch, 8)));
      assertEquals(new AllocError.UnsupportedAlignment(8192), region.alloc(new Layout(8, 8192)));
      region.close();
      assertEquals(new AllocError.AllocationFailed(region.name()), region.alloc(new Layout(8, 8)));
    }
    PinnedHeap heap = new PinnedHeap(100);
    block(heap, 60, 8);
    assertEquals(new AllocError.OutOfMemory(41, 40), heap.alloc(new Layout(41, 8)));
    HotArena arena = new HotArena(100);
    block(arena, 60, 8);
    assertEquals(new AllocError.RegionExhausted("hot arena"), arena.alloc(new Layout(41, 8)));
  }

  @Test
  void statisticsAreThoseOfAModel() {
    Random random = new Random(7);
    for (MemoryRegion region : List.of(new PinnedHeap(50_000), new GeneralHeap(50_000))) {
      List<MemoryBlock> live = new ArrayList<>();
      long allocated = 0;
      long deallocated = 0;
      long allocations = 0;
      long deallocations = 0;
      long peak = 0;
      for (int step = 0; step < 20_000; step++) {
        if (live.isEmpty() || random.nextInt(5) < 3) {
          long size = random.nextInt(400);
          Alignment alignment = Alignment.values()[random.nextInt(6)];
          switch (region.alloc(new Layout(size, alignment))) {
            case MemoryBlock block -> {
              live.add(block);
              allocated += size;
              allocations++;
              peak = Math.max(peak, allocated - deallocated);
            }
            case AllocError error ->
                assertEquals(
                    new AllocError.OutOfMemory(size, 50_000 - (allocated - deallocated)), error);
          }
        } else {
          MemoryBlock block = live.remove(random.nextInt(live.size()));
          assertTrue(region.dealloc(block));
          assertFalse(region.dealloc(block));
          deallocated += block.size();
          deallocations++;
        }
        assertEquals(
            new AllocStats(
                allocated, deallocated, allocated - deallocated, allocations, deallocations, peak),
            region.stats());
      }
      assertTrue(peak > 40_000, "the limit was not come near: " + peak);
      live.forEach(region::dealloc);
      assertEquals(0, region.stats().currentLive());
      region.close();
    }
  }

  @Test
  void aHotArenaCountsWhatAResetGivesBack() {
    HotArena arena = new HotArena(10_000);
    MemoryBlock first = block(arena, 1000, 8);
    block(arena, 2000, 64);
    assertTrue(arena.dealloc(first));
    assertEquals(new AllocStats(3000, 1000, 2000, 2, 1, 3000), arena.stats());
    arena.reset();
    assertEquals(new AllocStats(3000, 3000, 0, 2, 2, 3000), arena.stats());
    assertEquals(first.address(), block(arena, 10_000, 8).address());
    arena.close();
    arena.close();
  }

  @Test
  void theGeneralHeapTakesBackWhatCannotBeReached() throws InterruptedException {
    GeneralHeap heap = new GeneralHeap(Long.MAX_VALUE);
    MemoryBlock kept = block(heap, 10, 8);
    for (int i = 0; i < 1000; i++) {
      block(heap, 1000, 8);
    }
    for (int i = 0; i < 200 && heap.stats().currentLive() > 10; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertEquals(10, heap.stats().currentLive());
    assertTrue(kept.isAlive());
    assertEquals(1_000_000, heap.stats().totalDeallocated());
    assertEquals(1000, heap.stats().deallocationCount());
  }

  @Test
  void aProgramCannotTouchWhatItsNumbersDoNotStandFor() {
    Context context = new Context();
    int region = Primitives.open(context, 1, 1000);
    long block = Primitives.alloc(context, region, 16, 8);
    Primitives.putI64(context, block, 8, 5);
    assertEquals(5, Primitives.i64(context, block, 8));
    for (long offset : new long[] {-1, 9, 16, Long.MAX_VALUE, Long.MIN_VALUE}) {
      Assertions.assertThrows(Panic.class, () -> Primitives.i64(context, block, offset));
    }
    assertEquals(1, Primitives.dealloc(context, region, block));
    assertEquals(0, Primitives.dealloc(context, region, block));
    long next = Primitives.alloc(context, region, 16, 8);
    for (long forged : new long[] {block, 0, -1, next + 1, next ^ 1L << 40, Long.MIN_VALUE}) {
      Assertions.assertThrows(Panic.class, () -> Primitives.u8(context, forged, 0));
      assertEquals(0, Primitives.dealloc(context, region, forged));
      assertEquals(0, Primitives.addressOf(context, forged));
    }
    assertEquals(0, Primitives.alloc(context, 1 << 30, 16, 8));
    Primitives.close(context, region);
    assertEquals(0, Primitives.isAlive(context, next));
    context.close();
  }
}
