package arenad.std;

import static arenad.memory.Memory.i32;
import static arenad.memory.Memory.putI8;

import arenad.memory.Context;
import arenad.memory.Memory;

/// All decimal digits of a `f64`, which always has finitely many: at most 309 before the point, or 1,074 behind it.
///
/// The number is `0.DIGITS * 10^point`; `decimalExponent` receives the point, the digits are ASCII in the thread's number scratch, the
/// first one not zero. Slow, and for the rare cases only: very large and very small numbers with a given precision.
final class ExactDigits {
  private static final int NINE_DIGITS = 1_000_000_000;

  /// Layout of the scratch memory: digits, then the number's limbs, then groups of nine digits.
  private static final int DIGITS_SIZE = 1100;

  private static final int LIMBS_SIZE = 1200;

  private ExactDigits() {}

  /// The number scratch of a thread, made when it is first needed.
  static long scratch(Context context) {
    if (context.numberScratch == 0) {
      context.numberScratch = Memory.allocate(Context.NUMBER_SCRATCH);
    }
    return context.numberScratch;
  }

  /// Writes the digits of a positive finite number.
  ///
  /// @return how many there are
  static int of(Context context, double value) {
    long bits = Double.doubleToRawLongBits(value);
    int exponent = (int) (bits >>> 52);
    long c = bits & (1L << 52) - 1 | (exponent == 0 ? 0 : 1L << 52);
    int q = Math.max(exponent, 1) - 1075;
    int zeros = Long.numberOfTrailingZeros(c);
    c >>>= zeros;
    q += zeros;
    long digits = scratch(context);
    long limbs = digits + DIGITS_SIZE;
    int count = Limbs.of(c, limbs);
    // c * 2^-n is c * 5^n * 10^-n.
    count = q >= 0 ? Limbs.shiftLeft(limbs, count, q) : Limbs.multiplyByPowerOf5(limbs, count, -q);
    int length = toDigits(digits, limbs, count);
    context.decimalExponent = length + Math.min(q, 0);
    return length;
  }

  private static int toDigits(long digits, long limbs, int limbCount) {
    long groups = limbs + LIMBS_SIZE;
    int groupCount = 0;
    for (int count = limbCount; count > 0; groupCount++) {
      count = Limbs.divide(limbs, count, NINE_DIGITS, groups + 4L * groupCount);
    }
    int first = i32(groups + 4L * (groupCount - 1));
    int length = IntegerText.digits(first);
    IntegerText.writeDigits(digits, first, length);
    for (int i = groupCount - 2; i >= 0; i--) {
      IntegerText.writeDigits(digits + length, i32(groups + 4L * i), 9);
      length += 9;
    }
    return length;
  }

  /// Cuts digits to some leading ones, to nearest, ties to even.
  ///
  /// @return how many are left: `keep`, or fewer if there were fewer; 999 becomes 1 with a point one further
  static int round(Context context, int length, int keep) {
    long digits = context.numberScratch;
    if (keep >= length) {
      return length;
    }
    if (keep < 0 || !roundsUp(digits, length, keep)) {
      return Math.max(keep, 0);
    }
    int at = keep - 1;
    while (at >= 0 && Memory.u8(digits + at) == '9') {
      at--;
    }
    if (at < 0) {
      putI8(digits, '1');
      context.decimalExponent++;
      return 1;
    }
    putI8(digits + at, Memory.u8(digits + at) + 1);
    return at + 1;
  }

  private static boolean roundsUp(long digits, int length, int keep) {
    int next = Memory.u8(digits + keep);
    if (next != '5') {
      return next > '5';
    }
    for (int i = keep + 1; i < length; i++) {
      if (Memory.u8(digits + i) != '0') {
        return true;
      }
    }
    return keep > 0 && (Memory.u8(digits + keep - 1) & 1) != 0;
  }

  /// Puts a short whole number there instead of an exact expansion.
  static int of(Context context, long digits, int power) {
    int length = IntegerText.digits(digits);
    IntegerText.writeDigits(scratch(context), digits, length);
    context.decimalExponent = length + power;
    return length;
  }
}
