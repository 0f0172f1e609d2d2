package arenad.region;

/// What a [MemoryRegion] has counted. Bytes are those asked for, without what alignment costs.
///
/// @param peakUsage the most bytes that were live at once
public record AllocStats(
    long totalAllocated,
    long totalDeallocated,
    long currentLive,
    long allocationCount,
    long deallocationCount,
    long peakUsage) {}
