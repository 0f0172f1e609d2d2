package arenad.region;

/// Counts for [AllocStats]. Who uses it keeps other threads off.
final class AllocCounts {
  private long allocated;
  private long deallocated;
  private long allocations;
  private long deallocations;
  private long peak;

  void allocated(long bytes) {
    allocated += bytes;
    allocations++;
    peak = Math.max(peak, live());
  }

  void deallocated(long bytes) {
    deallocated(bytes, 1);
  }

  void deallocated(long bytes, long count) {
    deallocated += bytes;
    deallocations += count;
  }

  long live() {
    return allocated - deallocated;
  }

  long liveCount() {
    return allocations - deallocations;
  }

  AllocStats stats() {
    return new AllocStats(allocated, deallocated, live(), allocations, deallocations, peak);
  }
}
