package arenad.region;

import arenad.memory.Context;
import arenad.memory.Memory;
import arenad.panic.Panics;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `HotArena`, `PinnedHeap` and `GeneralHeap` of `std.memory`.
///
/// A program knows regions and blocks by numbers, which it may make up, keep for too long or hand to another thread. So each call looks
/// its number up, generation and index, and one lock is held while memory is touched.
public final class Primitives {
  private static final int OUT_OF_MEMORY = 1;
  private static final int INVALID_LAYOUT = 2;
  private static final int REGION_EXHAUSTED = 3;
  private static final int UNSUPPORTED_ALIGNMENT = 4;
  private static final int ALLOCATION_FAILED = 5;

  private static final List<MemoryRegion> REGIONS = new ArrayList<>();
  private static final BlockTable BLOCKS = new BlockTable();

  private Primitives() {}

  /// A new region.
  ///
  /// @param kind 0: hot arena, 1: pinned heap, 2: general heap
  /// @param limit bytes that it has, or may have
  /// @return its number
  public static synchronized int open(Context context, int kind, long limit) {
    long bytes = Math.max(limit, 0);
    REGIONS.add(
        switch (kind) {
          case 0 -> new HotArena(bytes);
          case 1 -> new PinnedHeap(bytes);
          default -> new GeneralHeap(bytes);
        });
    return REGIONS.size();
  }

  private static @Nullable MemoryRegion region(int number) {
    return number > 0 && number <= REGIONS.size() ? REGIONS.get(number - 1) : null;
  }

  /// A new block, cleared: its number, or 0 with the error in `r1` and its figures in `r2` and `r3`.
  public static synchronized long alloc(Context context, int region, long size, long alignment) {
    MemoryRegion from = region(region);
    Allocation answer =
        from == null
            ? new AllocError.AllocationFailed("region")
            : from.alloc(new Layout(size, alignment));
    return switch (answer) {
      case MemoryBlock block -> {
        Memory.fill(block.address(), block.size(), 0);
        yield BLOCKS.add(block);
      }
      case AllocError.OutOfMemory(long requested, long available) ->
          failed(context, OUT_OF_MEMORY, requested, available);
      case AllocError.InvalidLayout(long bytes, long align) ->
          failed(context, INVALID_LAYOUT, bytes, align);
      case AllocError.RegionExhausted _ -> failed(context, REGION_EXHAUSTED, 0, 0);
      case AllocError.UnsupportedAlignment(long align) ->
          failed(context, UNSUPPORTED_ALIGNMENT, align, 0);
      case AllocError.AllocationFailed _ -> failed(context, ALLOCATION_FAILED, 0, 0);
    };
  }

  private static long failed(Context context, int error, long first, long second) {
    context.r1 = error;
    context.r2 = first;
    context.r3 = second;
    return 0;
  }

  /// Gives a block back to its region; 0 if it was given back already or is of another one.
  public static synchronized int dealloc(Context context, int region, long block) {
    MemoryRegion of = region(region);
    MemoryBlock found = BLOCKS.find(block);
    if (of == null || found == null || !of.dealloc(found)) {
      return 0;
    }
    BLOCKS.remove(block);
    return 1;
  }

  /// Gives back all blocks of a hot arena.
  public static synchronized void reset(Context context, int region) {
    if (region(region) instanceof HotArena arena) {
      arena.reset();
      BLOCKS.removeDead();
    }
  }

  /// Gives back all blocks of a region, which gives nothing more.
  public static synchronized void close(Context context, int region) {
    MemoryRegion of = region(region);
    if (of != null) {
      of.close();
      BLOCKS.removeAll(of);
    }
  }

  /// What a region has counted, as the six components of `AllocStats`.
  public static synchronized long stats(Context context, int region) {
    MemoryRegion of = region(region);
    AllocStats stats = of == null ? new AllocStats(0, 0, 0, 0, 0, 0) : of.stats();
    context.r1 = stats.totalDeallocated();
    context.r2 = stats.currentLive();
    context.r3 = stats.allocationCount();
    context.r4 = stats.deallocationCount();
    context.r5 = stats.peakUsage();
    return stats.totalAllocated();
  }

  /// Whether a block has not been given back.
  public static synchronized int isAlive(Context context, long block) {
    return BLOCKS.find(block) == null ? 0 : 1;
  }

  /// Where a block lies, for foreign calls; 0 when it has been given back.
  public static synchronized long addressOf(Context context, long block) {
    MemoryBlock found = BLOCKS.find(block);
    return found == null ? 0 : found.address();
  }

  /// The address of some bytes of a block; a panic if they are not all there.
  private static long at(long block, long offset, long bytes) {
    MemoryBlock found = BLOCKS.find(block);
    if (found == null) {
      throw Panics.deadBlock();
    }
    if (offset < 0 || bytes > found.size() || offset > found.size() - bytes) {
      throw Panics.outsideBlock(offset, bytes, found.size());
    }
    return found.address() + offset;
  }

  public static synchronized int u8(Context context, long block, long offset) {
    return Memory.u8(at(block, offset, 1));
  }

  public static synchronized void putU8(Context context, long block, long offset, int value) {
    Memory.putI8(at(block, offset, 1), value);
  }

  public static synchronized int i32(Context context, long block, long offset) {
    return Memory.i32(at(block, offset, 4));
  }

  public static synchronized void putI32(Context context, long block, long offset, int value) {
    Memory.putI32(at(block, offset, 4), value);
  }

  public static synchronized long i64(Context context, long block, long offset) {
    return Memory.i64(at(block, offset, 8));
  }

  public static synchronized void putI64(Context context, long block, long offset, long value) {
    Memory.putI64(at(block, offset, 8), value);
  }

  public static synchronized float f32(Context context, long block, long offset) {
    return Memory.f32(at(block, offset, 4));
  }

  public static synchronized void putF32(Context context, long block, long offset, float value) {
    Memory.putF32(at(block, offset, 4), value);
  }

  public static synchronized double f64(Context context, long block, long offset) {
    return Memory.f64(at(block, offset, 8));
  }

  public static synchronized void putF64(Context context, long block, long offset, double value) {
    Memory.putF64(at(block, offset, 8), value);
  }

  /// Copies bytes out of a block into a span.
  public static synchronized void read(
      Context context, long block, long offset, long span, int length) {
    Memory.move(at(block, offset, length), span, length);
  }

  /// Copies a span of bytes into a block.
  public static synchronized void write(
      Context context, long block, long offset, long span, int length) {
    Memory.move(span, at(block, offset, length), length);
  }
}
