package arenad.region;

/// The alignments that memory is commonly asked for with.
public enum Alignment {
  DEFAULT(8),
  SIMD_128(16),
  SIMD_256(32),
  SIMD_512(64),
  CACHE_LINE(64),
  PAGE(4096);

  private final int bytes;

  Alignment(int bytes) {
    this.bytes = bytes;
  }

  /// In bytes, a power of two.
  public int bytes() {
    return bytes;
  }

  /// Whether the alignment divides an address or a size.
  public boolean divides(long address) {
    return (address & bytes - 1) == 0;
  }

  /// The least multiple that is not below a size.
  public long up(long size) {
    return size + bytes - 1 & -bytes;
  }
}
