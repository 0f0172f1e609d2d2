package arenad.region;

import java.lang.ref.Cleaner;
import java.util.HashMap;
import java.util.Map;

/// Memory off the Java heap that goes when the Java object that stands for it can no longer be reached: a cleaner gives it back, unless
/// [#dealloc] has done so.
public final class GeneralHeap implements MemoryRegion {
  private static final String NAME = "general heap";

  /// What knows when a block cannot be reached; made when the first heap is.
  private static final Cleaner CLEANER = Cleaner.create();

  private final Ledger ledger;

  /// @param limit the most bytes that may be live at once
  public GeneralHeap(long limit) {
    ledger = new Ledger(limit);
  }

  /// What is needed without any block being reached.
  private static final class Ledger {
    private final AllocCounts counts = new AllocCounts();
    private final Map<Long, Cleaner.Cleanable> cleaning = new HashMap<>();
    private final long limit;
    private boolean closed;

    Ledger(long limit) {
      this.limit = limit;
    }

    synchronized void release(long address, long size) {
      cleaning.remove(address);
      counts.deallocated(size);
      SystemMemory.release(address);
    }
  }

  /// Gives the memory of one block back, once.
  private record Release(Ledger ledger, long address, long size) implements Runnable {
    @Override
    public void run() {
      ledger.release(address, size);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Allocation alloc(Layout layout) {
    synchronized (ledger) {
      AllocError fault = ledger.closed ? new AllocError.AllocationFailed(NAME) : layout.fault();
      if (fault != null) {
        return fault;
      }
      long available = ledger.limit - ledger.counts.live();
      long address = layout.size() > available ? 0 : SystemMemory.allocate(layout);
      if (address == 0) {
        return new AllocError.OutOfMemory(layout.size(), Math.max(available, 0));
      }
      ledger.counts.allocated(layout.size());
      MemoryBlock block = new MemoryBlock(this, address, layout.size());
      Release release = new Release(ledger, address, layout.size());
      ledger.cleaning.put(address, CLEANER.register(block, release));
      return block;
    }
  }

  @Override
  public boolean dealloc(MemoryBlock block) {
    synchronized (ledger) {
      Cleaner.Cleanable cleaning = ledger.cleaning.get(block.address());
      if (!block.isOf(this) || !block.end() || cleaning == null) {
        return false;
      }
      cleaning.clean();
      return true;
    }
  }

  /// Gives nothing more. Blocks go when they cannot be reached.
  @Override
  public void close() {
    synchronized (ledger) {
      ledger.closed = true;
    }
  }

  @Override
  public AllocStats stats() {
    synchronized (ledger) {
      return ledger.counts.stats();
    }
  }
}
