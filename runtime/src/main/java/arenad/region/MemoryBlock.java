package arenad.region;

/// Memory that a [MemoryRegion] gave. Its address is good until the block is deallocated or its region ends; of a general heap, and while
/// this object can be reached.
public final class MemoryBlock implements Allocation {
  private final MemoryRegion region;
  private final long address;
  private final long size;
  private volatile boolean alive = true;

  MemoryBlock(MemoryRegion region, long address, long size) {
    this.region = region;
    this.address = address;
    this.size = size;
  }

  public long address() {
    return address;
  }

  /// In bytes.
  public long size() {
    return size;
  }

  /// Whether the memory is still there, as far as this block was told.
  public boolean isAlive() {
    return alive;
  }

  boolean isOf(MemoryRegion other) {
    return region == other;
  }

  /// @return whether it was alive
  boolean end() {
    boolean was = alive;
    alive = false;
    return was;
  }
}
