package arenad.region;

/// A place that memory off the Java heap is had from, for code at the edge: foreign calls, devices, kernels.
///
/// Regions may be used by several threads.
public sealed interface MemoryRegion permits HotArena, PinnedHeap, GeneralHeap {

  /// Memory for a layout, contents undefined, or why there is none.
  Allocation alloc(Layout layout);

  /// Gives a block back, whose address means nothing from here on.
  ///
  /// @return whether it was a living block of this region
  boolean dealloc(MemoryBlock block);

  /// What was counted so far.
  AllocStats stats();

  /// Gives back all memory. Whatever is asked for later is [AllocError.AllocationFailed].
  void close();

  /// What errors call it.
  String name();
}
