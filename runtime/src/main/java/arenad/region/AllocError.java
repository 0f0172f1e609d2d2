package arenad.region;

/// Why a [MemoryRegion] has no memory for a request.
public sealed interface AllocError extends Allocation {

  /// There is not so much left.
  record OutOfMemory(long requested, long available) implements AllocError {}

  /// A size below zero or beyond all bounds, or an alignment that is no power of two.
  record InvalidLayout(long size, long alignment) implements AllocError {}

  /// A region of fixed size is full.
  record RegionExhausted(String region) implements AllocError {}

  /// An alignment beyond that of a page.
  record UnsupportedAlignment(long alignment) implements AllocError {}

  /// The region has been closed.
  record AllocationFailed(String region) implements AllocError {}
}
