package arenad.std;

import static arenad.memory.Memory.putI8;
import static arenad.memory.Memory.u8;

import arenad.memory.Context;
import arenad.memory.Memory;

/// Floats as text.
///
/// Without a precision: the shortest digits that read back the same, plain from 0.00001 to below 10^16, else with an exponent, always
/// with a point or an exponent. With a precision: the exact value, rounded to nearest, ties to even.
final class FloatText {
  /// Plain notation from `0.DIGITS * 10^-4` on.
  private static final int SMALLEST_PLAIN = -4;

  private static final int LARGEST_PLAIN = 16;

  private FloatText() {}

  static void shortest(Context context, double value) {
    if (!writtenAsSpecial(context, value, false)) {
      long digits = ShortestDecimal.of(context, Math.abs(value));
      decimal(context, digits, context.decimalExponent);
    }
  }

  static void shortest(Context context, float value) {
    if (!writtenAsSpecial(context, value, false)) {
      long digits = ShortestDecimal.of(context, Math.abs(value));
      decimal(context, digits, context.decimalExponent);
    }
  }

  static void format(Context context, double value, long spec) {
    long start = TextRoom.length(context);
    if (writtenAsSpecial(context, value, FormatSpec.plus(spec))) {
      Padding.word(context, start, spec);
      return;
    }
    double magnitude = Math.abs(value);
    if (FormatSpec.precision(spec) >= 0) {
      precise(context, magnitude, spec);
    } else {
      long digits = ShortestDecimal.of(context, magnitude);
      shortestAs(context, digits, context.decimalExponent, spec);
    }
    Padding.number(context, start, spec);
  }

  static void format(Context context, float value, long spec) {
    long start = TextRoom.length(context);
    if (writtenAsSpecial(context, value, FormatSpec.plus(spec))) {
      Padding.word(context, start, spec);
      return;
    }
    float magnitude = Math.abs(value);
    if (FormatSpec.precision(spec) >= 0) {
      precise(context, magnitude, spec);
    } else {
      long digits = ShortestDecimal.of(context, magnitude);
      shortestAs(context, digits, context.decimalExponent, spec);
    }
    Padding.number(context, start, spec);
  }

  /// Writes the sign, and the rest of what has no digits of its own. Zero has: it is written by the caller.
  private static boolean writtenAsSpecial(Context context, double value, boolean plus) {
    if (Double.isNaN(value)) {
      TextRoom.putAscii(context, "NaN");
      return true;
    }
    if (Double.doubleToRawLongBits(value) < 0) {
      TextRoom.put(context, '-');
    } else if (plus) {
      TextRoom.put(context, '+');
    }
    if (Double.isInfinite(value)) {
      TextRoom.putAscii(context, "inf");
      return true;
    }
    return false;
  }

  private static void shortestAs(Context context, long digits, int power, long spec) {
    int type = FormatSpec.type(spec);
    if (type == FormatSpec.EXPONENT || type == FormatSpec.EXPONENT_UPPER) {
      int length = ExactDigits.of(context, digits, power);
      scientific(context, withoutZeros(context.numberScratch, length), 0, type);
    } else {
      decimal(context, digits, power);
    }
  }

  private static void precise(Context context, double value, long spec) {
    int type = FormatSpec.type(spec);
    int precision = FormatSpec.precision(spec);
    if (type == FormatSpec.EXPONENT || type == FormatSpec.EXPONENT_UPPER) {
      int length = value == 0 ? ExactDigits.of(context, 0L, 0) : ExactDigits.of(context, value);
      scientific(context, ExactDigits.round(context, length, precision + 1), precision, type);
    } else {
      FixedText.write(context, value, precision);
    }
  }

  /// Digits of the number scratch, their point in `decimalExponent`.
  private static void scientific(Context context, int length, int precision, int type) {
    long digits = context.numberScratch;
    int power = u8(digits) == '0' ? 0 : context.decimalExponent - 1;
    TextRoom.put(context, u8(digits));
    if (length > 1 || precision > 0) {
      TextRoom.put(context, '.');
      copy(context, digits + 1, length - 1);
      TextRoom.repeat(context, '0', precision - (length - 1));
    }
    TextRoom.put(context, type == FormatSpec.EXPONENT_UPPER ? 'E' : 'e');
    IntegerText.signed(context, power);
  }

  /// digits * 10^power, plainly if it is neither very large nor very small.
  private static void decimal(Context context, long digits, int power) {
    int length = ExactDigits.of(context, digits, power);
    long address = context.numberScratch;
    int point = digits == 0 ? 1 : context.decimalExponent;
    length = withoutZeros(address, length);
    if (point < SMALLEST_PLAIN || point > LARGEST_PLAIN) {
      scientific(context, length, 0, FormatSpec.EXPONENT);
    } else if (point <= 0) {
      TextRoom.putAscii(context, "0.");
      TextRoom.repeat(context, '0', -point);
      copy(context, address, length);
    } else if (point >= length) {
      copy(context, address, length);
      TextRoom.repeat(context, '0', point - length);
      TextRoom.putAscii(context, ".0");
    } else {
      copy(context, address, point);
      TextRoom.put(context, '.');
      copy(context, address + point, length - point);
    }
  }

  private static int withoutZeros(long digits, int length) {
    int result = length;
    while (result > 1 && u8(digits + result - 1) == '0') {
      result--;
    }
    return result;
  }

  static void copy(Context context, long address, int length) {
    long at = TextRoom.room(context, length);
    Memory.copy(address, at, length);
    context.textTop = at + length;
  }

  /// Adds one to the last digit of the text from a place on, a point in between not minding.
  static void addOneToLast(Context context, long start) {
    long first = context.textStart + start;
    for (long at = context.textTop - 1; at >= first; at--) {
      int unit = u8(at);
      if (unit == '.') {
        continue;
      }
      if (unit != '9') {
        putI8(at, unit + 1);
        return;
      }
      putI8(at, '0');
    }
    putI8(TextRoom.insert(context, start, 1), '1');
  }
}
