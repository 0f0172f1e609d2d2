package arenad.std;

import static arenad.memory.Memory.putI8;

import arenad.memory.Context;

/// A number with a given count of digits behind the point, exactly rounded.
final class FixedText {
  /// So many bits behind the point leave room for a digit before them in an unsigned 64-bit word.
  private static final int SHORT_FRACTION = 60;

  private FixedText() {}

  /// @param value zero or positive and finite
  static void write(Context context, double value, int precision) {
    long bits = Double.doubleToRawLongBits(value);
    int exponent = (int) (bits >>> 52);
    int fractionBits = 1075 - Math.max(exponent, 1);
    long c = bits & (1L << 52) - 1 | (exponent == 0 ? 0 : 1L << 52);
    if (c == 0) {
      fractionBits = 0;
    }
    if (fractionBits >= -10 && fractionBits <= SHORT_FRACTION) {
      binary(context, c, fractionBits, precision);
    } else {
      expanded(context, value, precision);
    }
  }

  /// c * 2^-fractionBits: each digit is what ten times the fraction carries over the point.
  private static void binary(Context context, long c, int fractionBits, int precision) {
    long start = TextRoom.length(context);
    if (fractionBits <= 0) {
      IntegerText.unsigned(context, c << -fractionBits);
      point(context, precision);
      TextRoom.repeat(context, '0', precision);
      return;
    }
    long mask = (1L << fractionBits) - 1;
    IntegerText.unsigned(context, c >>> fractionBits);
    point(context, precision);
    long fraction = c & mask;
    int odd = (int) (c >>> fractionBits);
    int written = 0;
    for (; written < precision && fraction != 0; written++) {
      fraction *= 10;
      odd = (int) (fraction >>> fractionBits);
      TextRoom.put(context, '0' + odd);
      fraction &= mask;
    }
    if (written < precision) {
      TextRoom.repeat(context, '0', precision - written);
      return;
    }
    long half = 1L << fractionBits - 1;
    if (fraction > half || fraction == half && (odd & 1) != 0) {
      FloatText.addOneToLast(context, start);
    }
  }

  private static void expanded(Context context, double value, int precision) {
    int length = ExactDigits.of(context, value);
    length = ExactDigits.round(context, length, context.decimalExponent + precision);
    int point = context.decimalExponent;
    long digits = context.numberScratch;
    if (length == 0 || point <= 0) {
      TextRoom.put(context, '0');
    } else {
      FloatText.copy(context, digits, Math.min(point, length));
      TextRoom.repeat(context, '0', point - length);
    }
    point(context, precision);
    if (length == 0) {
      TextRoom.repeat(context, '0', precision);
      return;
    }
    int zeros = Math.min(Math.max(-point, 0), precision);
    int from = Math.max(point, 0);
    int digitsBehind = Math.max(length - from, 0);
    TextRoom.repeat(context, '0', zeros);
    FloatText.copy(context, digits + from, digitsBehind);
    TextRoom.repeat(context, '0', precision - zeros - digitsBehind);
  }

  private static void point(Context context, int precision) {
    if (precision > 0) {
      putI8(TextRoom.room(context, 1), '.');
      context.textTop++;
    }
  }
}
