package arenad.region;

import java.util.HashSet;
import java.util.Set;

/// Memory of the system's allocator, block by block, which does not move: for foreign calls and devices.
public final class PinnedHeap implements MemoryRegion {
  private static final String NAME = "pinned heap";

  private final AllocCounts counts = new AllocCounts();
  private final Set<MemoryBlock> blocks = new HashSet<>();
  private final long limit;
  private boolean closed;

  /// @param limit the most bytes that may be live at once
  public PinnedHeap(long limit) {
    this.limit = limit;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public synchronized Allocation alloc(Layout layout) {
    AllocError fault = closed ? new AllocError.AllocationFailed(NAME) : layout.fault();
    if (fault != null) {
      return fault;
    }
    long available = limit - counts.live();
    long address = layout.size() > available ? 0 : SystemMemory.allocate(layout);
    if (address == 0) {
      return new AllocError.OutOfMemory(layout.size(), Math.max(available, 0));
    }
    counts.allocated(layout.size());
    MemoryBlock block = new MemoryBlock(this, address, layout.size());
    blocks.add(block);
    return block;
  }

  @Override
  public synchronized boolean dealloc(MemoryBlock block) {
    if (!block.isOf(this) || !block.end()) {
      return false;
    }
    blocks.remove(block);
    release(block);
    return true;
  }

  private void release(MemoryBlock block) {
    counts.deallocated(block.size());
    SystemMemory.release(block.address());
  }

  @Override
  public synchronized void close() {
    closed = true;
    for (MemoryBlock block : blocks) {
      block.end();
      release(block);
    }
    blocks.clear();
  }

  @Override
  public synchronized AllocStats stats() {
    return counts.stats();
  }
}
