package arenad.std;

import java.math.BigInteger;

/// The leading 128 bits of every power of ten that a `f64` can need, from 10^-342 to 10^324.
///
/// Entry q is floor(10^q * 2^s) with the s that makes it 2^127 or more and less than 2^128. Printing uses it after Giulietti, parsing
/// after Lemire. Made when the first number needs it, in about a millisecond.
final class PowersOfTen {
  static final int SMALLEST = -342;
  static final int LARGEST = 324;

  private static final long[] HIGH = new long[LARGEST - SMALLEST + 1];
  private static final long[] LOW = new long[LARGEST - SMALLEST + 1];

  static {
    // 10^q and 5^q differ by a power of two only, which the scaling takes away.
    BigInteger five = BigInteger.valueOf(5);
    BigInteger power = BigInteger.ONE;
    for (int q = 0; q <= -SMALLEST; q++) {
      if (q <= LARGEST) {
        int shift = power.bitLength() - 128;
        set(q, shift >= 0 ? power.shiftRight(shift) : power.shiftLeft(-shift));
      }
      if (q > 0) {
        set(-q, BigInteger.ONE.shiftLeft(power.bitLength() + 127).divide(power));
      }
      power = power.multiply(five);
    }
  }

  private PowersOfTen() {}

  private static void set(int q, BigInteger value) {
    HIGH[q - SMALLEST] = value.shiftRight(64).longValue();
    LOW[q - SMALLEST] = value.longValue();
  }

  /// Bits 127 to 64 of entry q.
  static long high(int q) {
    return HIGH[q - SMALLEST];
  }

  /// Bits 63 to 0 of entry q.
  static long low(int q) {
    return LOW[q - SMALLEST];
  }
}
