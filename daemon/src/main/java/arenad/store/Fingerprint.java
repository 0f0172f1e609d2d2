package arenad.store;

import net.openhft.hashing.LongTupleHashFunction;

/// 128 bits (XXH3) that stand for a value: equal values have equal ones, in every process and on
/// every machine, and others differ but for a chance that nobody lives to see.
public record Fingerprint(long high, long low) {
  private static final LongTupleHashFunction XXH3 = LongTupleHashFunction.xx128();

  /// Of what is not there.
  public static final Fingerprint NONE = new Fingerprint(0, 0);

  public static Fingerprint of(byte[] bytes) {
    long[] hash = XXH3.hashBytes(bytes);
    return new Fingerprint(hash[0], hash[1]);
  }

  /// Of a sequence of fingerprints.
  public Fingerprint with(Fingerprint next) {
    long[] hash = XXH3.hashLongs(new long[] {high, low, next.high, next.low});
    return new Fingerprint(hash[0], hash[1]);
  }

  @Override
  public String toString() {
    return String.format("%016x%016x", high, low);
  }
}
