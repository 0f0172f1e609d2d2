package arenad.outline;

/// 128 bits that stand for a structure: equal structures have equal ones, different ones do not for
/// all practical purposes. The same in every run and on every machine.
public record Fingerprint(long high, long low) implements Comparable<Fingerprint> {

  /// That of nothing at all.
  public static final Fingerprint EMPTY = new FingerprintBuilder().build();

  @Override
  public int compareTo(Fingerprint other) {
    int byHigh = Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }

  /// 32 hexadecimal digits.
  @Override
  public String toString() {
    return String.format("%016x%016x", high, low);
  }
}
