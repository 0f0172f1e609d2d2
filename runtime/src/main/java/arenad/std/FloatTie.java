package arenad.std;

import static arenad.memory.Memory.u8;

import arenad.memory.Context;

/// The last word where two neighbouring floats are possible: all digits are compared with the number half-way between them.
///
/// Both sides are made whole numbers by taking the negative powers of ten and two to the other side. Of more than 800 digits the rest
/// only matters by not being zero: no half-way number has so many.
final class FloatTie {
  private static final int ENOUGH = 800;
  private static final int NINE_DIGITS = 1_000_000_000;
  private static final int RIGHT_LIMBS = 2048;

  private FloatTie() {}

  /// The nearer of a float and the one above it.
  ///
  /// @param from where the digits begin
  /// @param end where they end
  /// @param power of ten of the first 19 digits as a whole number
  static double resolve(Context context, double low, long from, long end, int power) {
    long left = ExactDigits.scratch(context);
    long right = left + RIGHT_LIMBS;
    int leftCount = 0;
    int digits = 0;
    boolean rest = false;
    int group = 0;
    int factor = 1;
    for (long at = from; at < end; at++) {
      int digit = u8(at) - '0';
      if (u8(at) == '.' || digits == 0 && digit == 0) {
        continue;
      }
      if (digits == ENOUGH) {
        rest |= digit != 0;
        continue;
      }
      digits++;
      group = group * 10 + digit;
      factor *= 10;
      if (factor == NINE_DIGITS) {
        leftCount = Limbs.multiplyAndAdd(left, leftCount, factor, group);
        group = 0;
        factor = 1;
      }
    }
    leftCount = Limbs.multiplyAndAdd(left, leftCount, factor, group);
    if (rest) {
      leftCount = Limbs.multiplyAndAdd(left, leftCount, 10, 1);
      digits++;
    }
    int order = compare(left, leftCount, power - (digits - 19), right, low);
    long bits = Double.doubleToRawLongBits(low);
    boolean up = order > 0 || order == 0 && (bits & 1) != 0;
    return Double.longBitsToDouble(up ? bits + 1 : bits);
  }

  /// left * 10^power against the middle between a float and the next.
  private static int compare(long left, int leftCount, int power, long right, double low) {
    long bits = Double.doubleToRawLongBits(low);
    int exponent = (int) (bits >>> 52);
    long c = bits & (1L << 52) - 1 | (exponent == 0 ? 0 : 1L << 52);
    int rightCount = Limbs.of(2 * c + 1, right);
    int twos = power - (Math.max(exponent, 1) - 1076);
    int leftTotal = Limbs.multiplyByPowerOf5(left, leftCount, Math.max(power, 0));
    rightCount = Limbs.multiplyByPowerOf5(right, rightCount, Math.max(-power, 0));
    leftTotal = Limbs.shiftLeft(left, leftTotal, Math.max(twos, 0));
    rightCount = Limbs.shiftLeft(right, rightCount, Math.max(-twos, 0));
    return Limbs.compare(left, leftTotal, right, rightCount);
  }
}
