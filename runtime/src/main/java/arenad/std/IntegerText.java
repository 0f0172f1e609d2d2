package arenad.std;

import static arenad.memory.Memory.putI16;
import static arenad.memory.Memory.putI8;
import static arenad.memory.Memory.u16;

import arenad.memory.Context;
import arenad.memory.Literals;
import arenad.memory.Memory;

/// Whole numbers as text.
final class IntegerText {
  /// Two ASCII digits for each number below 100.
  private static final long PAIRS = pairs();

  private IntegerText() {}

  private static long pairs() {
    long address = Literals.allocate(200);
    for (int i = 0; i < 100; i++) {
      putI8(address + 2 * i, '0' + i / 10);
      putI8(address + 2 * i + 1, '0' + i % 10);
    }
    return address;
  }

  static void signed(Context context, long value) {
    if (value < 0) {
      TextRoom.put(context, '-');
      unsigned(context, -value);
    } else {
      unsigned(context, value);
    }
  }

  static void unsigned(Context context, long value) {
    int digits = digits(value);
    writeDigits(TextRoom.room(context, digits), value, digits);
    context.textTop += digits;
  }

  /// The number of decimal digits of an unsigned number.
  static int digits(long value) {
    if (value < 0) {
      return value < -8_446_744_073_709_551_616L ? 19 : 20;
    }
    int digits = 1;
    for (long power = 10; value >= power && digits < 19; power *= 10) {
      digits++;
    }
    return digits;
  }

  /// Writes the lowest decimal digits of an unsigned number, with leading zeros.
  static void writeDigits(long address, long value, int digits) {
    long rest = value;
    int left = digits;
    if (rest < 0) {
      long tenth = Long.divideUnsigned(rest, 10);
      putI8(address + --left, '0' + (int) (rest - 10 * tenth));
      rest = tenth;
    }
    for (; left >= 2; left -= 2) {
      long hundredth = rest / 100;
      putI16(address + left - 2, u16(PAIRS + 2 * (rest - 100 * hundredth)));
      rest = hundredth;
    }
    if (left == 1) {
      putI8(address, '0' + (int) (rest % 10));
    }
  }

  static void format(Context context, long magnitude, boolean negative, long spec) {
    long start = TextRoom.length(context);
    if (negative) {
      TextRoom.put(context, '-');
    } else if (FormatSpec.plus(spec)) {
      TextRoom.put(context, '+');
    }
    unsigned(context, magnitude);
    Padding.number(context, start, spec);
  }

  /// Hexadecimal, octal or binary.
  static void formatBits(Context context, long value, long spec) {
    long start = TextRoom.length(context);
    int type = FormatSpec.type(spec);
    if (FormatSpec.plus(spec)) {
      TextRoom.put(context, '+');
    }
    if (FormatSpec.prefix(spec)) {
      TextRoom.put(context, '0');
      TextRoom.put(context, type == FormatSpec.OCTAL ? 'o' : type == FormatSpec.BINARY ? 'b' : 'x');
    }
    int step = type == FormatSpec.OCTAL ? 3 : type == FormatSpec.BINARY ? 1 : 4;
    int letters = type == FormatSpec.HEXADECIMAL_UPPER ? 'A' - 10 : 'a' - 10;
    int digits = Math.max((64 - Long.numberOfLeadingZeros(value) + step - 1) / step, 1);
    long at = TextRoom.room(context, digits);
    for (int i = digits - 1; i >= 0; i--) {
      int digit = (int) (value >>> step * i) & (1 << step) - 1;
      Memory.putI8(at++, digit < 10 ? '0' + digit : letters + digit);
    }
    context.textTop = at;
    Padding.number(context, start, spec);
  }

  /// Whether a spec asks for the bits instead of the decimal number.
  static boolean wantsBits(long spec) {
    int type = FormatSpec.type(spec);
    return type >= FormatSpec.HEXADECIMAL && type <= FormatSpec.BINARY;
  }
}
