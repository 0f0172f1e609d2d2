package arenad.std;

import static arenad.memory.Memory.u8;

import arenad.memory.Context;

/// The `f64` nearest to a decimal number, ties to even.
///
/// Read are digits with at most one point among or around them, an optional sign and an optional exponent (`1`, `-1.5`, `.5`, `2.`,
/// `1e-7`), and `inf`, `infinity`, `nan` in any case. The first 19 digits make a whole number w, and three ways follow, the next where
/// one is not sure: exact arithmetic for small numbers (Clinger); a product with 128 bits of the power of ten (Lemire, "Number
/// parsing at a gigabyte per second", https://arxiv.org/abs/2101.11408); and, when digits were cut off and w and w + 1 give different
/// floats, the comparison of all digits with the middle of the two ([FloatTie]).
final class FloatReading {
  /// Whole numbers up to this, and these powers of ten, are exact as floats.
  private static final long LARGEST_EXACT = 1L << 53;

  private static final double[] EXACT_POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private static final int SIGNIFICANT = 19;
  private static final int LARGEST_EXPONENT = 100_000;

  private FloatReading() {}

  /// The number, and in `r1` whether the text is one.
  static double read(Context context, long address, int length) {
    context.r1 = 1;
    boolean signed = length > 0 && (u8(address) == '-' || u8(address) == '+');
    double sign = signed && u8(address) == '-' ? -1 : 1;
    long from = signed ? address + 1 : address;
    long to = address + length;
    double word = word(from, (int) (to - from));
    double value = word == 0 ? digits(context, from, to) : word;
    return context.r1 == 0 ? 0 : sign * value;
  }

  /// 0 if the text is none of the words.
  private static double word(long address, int length) {
    if (isWord(address, length, "inf") || isWord(address, length, "infinity")) {
      return Double.POSITIVE_INFINITY;
    }
    return isWord(address, length, "nan") ? Double.NaN : 0;
  }

  private static boolean isWord(long address, int length, String word) {
    if (length != word.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if ((u8(address + i) | 0x20) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static double digits(Context context, long from, long to) {
    long w = 0;
    int kept = 0;
    int power = 0;
    boolean cut = false;
    boolean any = false;
    boolean behindPoint = false;
    long at = from;
    for (; at < to; at++) {
      int unit = u8(at);
      if (unit == '.' && !behindPoint) {
        behindPoint = true;
        continue;
      }
      int digit = unit - '0';
      if (digit < 0 || digit > 9) {
        break;
      }
      any = true;
      if (kept < SIGNIFICANT) {
        w = w * 10 + digit;
        kept += w == 0 ? 0 : 1;
        power -= behindPoint ? 1 : 0;
      } else {
        cut |= digit != 0;
        power += behindPoint ? 0 : 1;
      }
    }
    long end = at;
    if (at < to && any) {
      int exponent = exponent(at, to);
      any = exponent != Integer.MIN_VALUE;
      power += exponent;
    }
    if (!any) {
      context.r1 = 0;
      return 0;
    }
    return value(context, w, power, cut, from, end);
  }

  /// `e`, an optional sign, digits, and nothing more; else the smallest integer. Far out the exact number does not matter.
  private static int exponent(long from, long to) {
    long at = from + 1;
    boolean negative = at < to && u8(at) == '-';
    if (at < to && (u8(at) == '-' || u8(at) == '+')) {
      at++;
    }
    if ((u8(from) | 0x20) != 'e' || at == to) {
      return Integer.MIN_VALUE;
    }
    int exponent = 0;
    for (; at < to; at++) {
      int digit = u8(at) - '0';
      if (digit < 0 || digit > 9) {
        return Integer.MIN_VALUE;
      }
      exponent = Math.min(exponent * 10 + digit, LARGEST_EXPONENT);
    }
    return negative ? -exponent : exponent;
  }

  /// w * 10^power, where digits that are not all zero may have been cut off behind w.
  private static double value(
      Context context, long w, int power, boolean cut, long from, long end) {
    if (w == 0) {
      return 0;
    }
    if (!cut && w > 0 && w <= LARGEST_EXACT && Math.abs(power) < EXACT_POWERS.length) {
      return power < 0 ? w / EXACT_POWERS[-power] : w * EXACT_POWERS[power];
    }
    double low = nearest(w, power);
    if (!cut) {
      return low;
    }
    double high = nearest(w + 1, power);
    return low == high ? low : FloatTie.resolve(context, low, from, end, power);
  }

  /// w * 10^power for an unsigned w that is not 0.
  private static double nearest(long w, int power) {
    if (power < PowersOfTen.SMALLEST) {
      return 0;
    }
    if (power > 308) {
      return Double.POSITIVE_INFINITY;
    }
    int zeros = Long.numberOfLeadingZeros(w);
    long normal = w << zeros;
    long powerHigh = PowersOfTen.high(power);
    // The reciprocals that end within 128 bits' reach are rounded up, so that a tie is seen as one.
    long powerLow = PowersOfTen.low(power) + (power >= -27 && power < 0 ? 1 : 0);
    long high = Math.unsignedMultiplyHigh(normal, powerHigh);
    long low = normal * powerHigh;
    if ((high & 0x1FF) == 0x1FF) {
      long more = Math.unsignedMultiplyHigh(normal, powerLow);
      low += more;
      high += Long.compareUnsigned(low, more) < 0 ? 1 : 0;
    }
    int top = (int) (high >>> 63);
    int shift = top + 9;
    long mantissa = high >>> shift;
    int exponent = ((152_170 + 65_536) * power >> 16) + 63 + top - zeros + 1023;
    if (exponent <= 0) {
      return subnormal(mantissa, exponent);
    }
    if (Long.compareUnsigned(low, 1) <= 0
        && power >= -4
        && power <= 23
        && (mantissa & 3) == 1
        && mantissa << shift == high) {
      mantissa--;
    }
    mantissa = mantissa + (mantissa & 1) >>> 1;
    if (mantissa == 1L << 53) {
      mantissa >>>= 1;
      exponent++;
    }
    if (exponent >= 2047) {
      return Double.POSITIVE_INFINITY;
    }
    return Double.longBitsToDouble((long) exponent << 52 | mantissa & (1L << 52) - 1);
  }

  private static double subnormal(long mantissa, int exponent) {
    if (1 - exponent >= 64) {
      return 0;
    }
    long shifted = mantissa >>> 1 - exponent;
    // Should it round up to the smallest normal number, its bits are just that.
    return Double.longBitsToDouble(shifted + (shifted & 1) >>> 1);
  }
}
