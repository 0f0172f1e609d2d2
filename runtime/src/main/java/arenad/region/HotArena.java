package arenad.region;

import arenad.memory.Lives;
import arenad.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Bump allocation in one piece of memory of a fixed size, all of it given back at once.
public final class HotArena implements MemoryRegion {
  private static final String NAME = "hot arena";

  private final AllocCounts counts = new AllocCounts();
  private final List<MemoryBlock> blocks = new ArrayList<>();
  private final long capacity;
  private long raw;
  private long base;
  private long top;

  /// @param capacity in bytes; taken from the system at the first allocation
  public HotArena(long capacity) {
    if (capacity < 0) {
      throw new IllegalArgumentException("a capacity of " + capacity + " bytes");
    }
    this.capacity = capacity;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public synchronized Allocation alloc(Layout layout) {
    AllocError fault = top < 0 ? new AllocError.AllocationFailed(NAME) : layout.fault();
    if (fault == null && raw == 0) {
      fault = open();
    }
    if (fault != null) {
      return fault;
    }
    long address = top + layout.grain() - 1 & -layout.grain();
    if (address + layout.size() > base + capacity) {
      return new AllocError.RegionExhausted(NAME);
    }
    top = address + layout.size();
    Lives.begin(address, layout.size());
    counts.allocated(layout.size());
    MemoryBlock block = new MemoryBlock(this, address, layout.size());
    blocks.add(block);
    return block;
  }

  private @Nullable AllocError open() {
    raw = SystemMemory.allocate(capacity + Layout.LARGEST_ALIGNMENT);
    if (raw == 0) {
      return new AllocError.OutOfMemory(capacity, 0);
    }
    base = Alignment.PAGE.up(raw);
    top = base;
    return null;
  }

  /// Counts the block as given back; there is room for others after [#reset] only.
  @Override
  public synchronized boolean dealloc(MemoryBlock block) {
    if (!block.isOf(this) || !block.end()) {
      return false;
    }
    counts.deallocated(block.size());
    Lives.end(block.address(), block.size(), "a block of a hot arena", "that was deallocated");
    return true;
  }

  /// Gives back all blocks; the memory stays for others.
  public synchronized void reset() {
    long live = counts.liveCount();
    if (live > 0) {
      counts.deallocated(counts.live(), live);
    }
    blocks.forEach(MemoryBlock::end);
    blocks.clear();
    if (raw != 0) {
      Lives.end(base, top - base, "a block of a hot arena", "that was reset");
      top = base;
    }
  }

  @Override
  public synchronized void close() {
    if (top >= 0) {
      reset();
      Memory.release(raw);
      raw = 0;
      top = -1;
    }
  }

  @Override
  public synchronized AllocStats stats() {
    return counts.stats();
  }
}
