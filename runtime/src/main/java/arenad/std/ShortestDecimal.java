package arenad.std;

import arenad.memory.Context;

/// The shortest decimal that reads back as the same float; of several, the closest.
///
/// After Raffaello Giulietti, "The Schubfach way to render doubles" (2022), https://doi.org/10.5281/zenodo.5774432.
/// A float c * 2^q stands for every real number nearer to it than to its neighbours. Among the numbers d * 10^k, for a k chosen so that
/// the interval is wider than 10^k but not than 10^(k+1), at most one multiple of 10^(k+1) and at least one of 10^k lie inside. So
/// four candidates are tried: those next to the value at 10^(k+1), then at 10^k. The scaled ends of the interval are computed with
/// 126 bits of 10^-k and rounded to odd, which keeps all comparisons right.
///
/// Neither method takes an infinity or NaN.
final class ShortestDecimal {
  private static final long MASK_63 = Long.MAX_VALUE;

  private ShortestDecimal() {}

  /// The digits of a `f64` from 0 on as a whole number, and its power of ten in `decimalExponent`.
  static long of(Context context, double value) {
    long bits = Double.doubleToRawLongBits(value);
    return digits(context, bits & (1L << 52) - 1, (int) (bits >>> 52), 52, -1074);
  }

  /// The digits of a `f32` from 0 on: fewer than those of the same number as a `f64`.
  static long of(Context context, float value) {
    int bits = Float.floatToRawIntBits(value);
    return digits(context, bits & (1 << 23) - 1, bits >>> 23, 23, -149);
  }

  private static long digits(
      Context context, long fraction, int exponent, int precision, int smallest) {
    if (exponent == 0 && fraction == 0) {
      context.decimalExponent = 0;
      return 0;
    }
    if (exponent == 0) {
      return choose(context, fraction, smallest, true);
    }
    long c = fraction | 1L << precision;
    int q = exponent - 1 + smallest;
    if (q < 0 && q >= -precision && c >> -q << -q == c) {
      context.decimalExponent = 0;
      return c >> -q;
    }
    return choose(context, c, q, fraction != 0 || exponent == 1);
  }

  /// @param regular whether the float below is as far away as the one above
  private static long choose(Context context, long c, int q, boolean regular) {
    int odd = (int) c & 1;
    long middle = c << 2;
    long left = regular ? middle - 2 : middle - 1;
    long right = middle + 2;
    int k = regular ? floorLog10OfPower2(q) : floorLog10OfThreeQuartersPower2(q);
    int h = q + floorLog2OfPower10(-k) + 2;

    long high = PowersOfTen.high(-k);
    long low = (high << 62 | PowersOfTen.low(-k) >>> 2) + 1;
    high = (high >>> 2) + (low == 0 ? 1 : 0);
    long g1 = high << 1 | low >>> 63;
    long g0 = low & MASK_63;

    long scaled = roundToOdd(g1, g0, middle << h);
    long lower = roundToOdd(g1, g0, left << h) + odd;
    long upper = roundToOdd(g1, g0, right << h) - odd;
    context.decimalExponent = k;
    long digits = scaled >> 2;
    if (digits >= 10) {
      long tens = digits / 10 * 10;
      boolean below = lower <= tens << 2;
      boolean above = tens + 10 << 2 <= upper;
      if (below != above) {
        return below ? tens : tens + 10;
      }
    }
    boolean below = lower <= digits << 2;
    boolean above = digits + 1 << 2 <= upper;
    if (below != above) {
      return below ? digits : digits + 1;
    }
    long nearer = scaled - (2 * digits + 1 << 1);
    return nearer < 0 || nearer == 0 && (digits & 1) == 0 ? digits : digits + 1;
  }

  /// g * scaled / 2^127, the last bit set if anything was cut off.
  private static long roundToOdd(long g1, long g0, long scaled) {
    long x1 = Math.multiplyHigh(g0, scaled);
    long y0 = g1 * scaled;
    long y1 = Math.multiplyHigh(g1, scaled);
    long z = (y0 >>> 1) + x1;
    long w = y1 + (z >>> 63);
    return w | (z & MASK_63) + MASK_63 >>> 63;
  }

  private static int floorLog10OfPower2(int e) {
    return (int) (e * 661_971_961_083L >> 41);
  }

  private static int floorLog10OfThreeQuartersPower2(int e) {
    return (int) (e * 661_971_961_083L - 274_743_187_321L >> 41);
  }

  private static int floorLog2OfPower10(int e) {
    return (int) (e * 913_124_641_741L >> 38);
  }
}
