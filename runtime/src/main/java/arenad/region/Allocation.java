package arenad.region;

/// What a [MemoryRegion] answers to a request: memory, or why there is none.
public sealed interface Allocation permits MemoryBlock, AllocError {}
