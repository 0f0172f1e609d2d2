package arenad.elaborate;

import arenad.type.ConstantValue;
import arenad.type.Type.Scalar;
import arenad.typed.Operator;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Computes with constants exactly as a running program would: integers wrap, floats round to their
/// type, conversions to integers saturate.
final class ConstantArithmetic {
  private ConstantArithmetic() {}

  /// The bits of an integer of the type, extended to 64 by its sign or by zeros.
  static long wrapped(long bits, Scalar type) {
    int unused = 64 - type.bytes() * 8;
    return type.isUnsigned() ? bits << unused >>> unused : bits << unused >> unused;
  }

  /// Null when a division by zero would panic.
  static @Nullable ConstantValue compute(
      Operator.Arithmetic operator, ConstantValue left, ConstantValue right, Scalar type) {
    if (left instanceof ConstantValue.Int(long a) && right instanceof ConstantValue.Int(long b)) {
      Long bits = integers(operator, a, b, type);
      return bits == null ? null : new ConstantValue.Int(wrapped(bits, type));
    }
    if (left instanceof ConstantValue.Float(double a)
        && right instanceof ConstantValue.Float(double b)) {
      return floating(floats(operator, a, b), type);
    }
    if (left instanceof ConstantValue.Bool(boolean a)
        && right instanceof ConstantValue.Bool(boolean b)) {
      return new ConstantValue.Bool(
          switch (operator) {
            case AND -> a & b;
            case OR -> a | b;
            case XOR -> a ^ b;
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER, SHIFT_LEFT, SHIFT_RIGHT -> false;
          });
    }
    return null;
  }

  private static @Nullable Long integers(
      Operator.Arithmetic operator, long a, long b, Scalar type) {
    boolean unsigned = type.isUnsigned();
    int shift = (int) b & (type.bytes() * 8 - 1);
    return switch (operator) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> b == 0 ? null : Long.valueOf(unsigned ? Long.divideUnsigned(a, b) : a / b);
      case REMAINDER ->
          b == 0 ? null : Long.valueOf(unsigned ? Long.remainderUnsigned(a, b) : a % b);
      case AND -> a & b;
      case OR -> a | b;
      case XOR -> a ^ b;
      case SHIFT_LEFT -> a << shift;
      case SHIFT_RIGHT -> unsigned ? a >>> shift : a >> shift;
    };
  }

  private static double floats(Operator.Arithmetic operator, double a, double b) {
    return switch (operator) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case REMAINDER -> a % b;
      case AND, OR, XOR, SHIFT_LEFT, SHIFT_RIGHT -> Double.NaN;
    };
  }

  /// A float of the type. For the four operations and the remainder, computing in `f64` and
  /// rounding once to `f32` gives what computing in `f32` does.
  private static ConstantValue floating(double value, Scalar type) {
    return new ConstantValue.Float(type == Scalar.F32 ? (float) value : value);
  }

  static ConstantValue convert(ConstantValue value, Scalar from, Scalar to) {
    return switch (value) {
      case ConstantValue.Int(long bits) -> ofInteger(bits, from, to);
      case ConstantValue.Float(double number) -> ofFloat(number, to);
      case ConstantValue.Bool(boolean flag) -> new ConstantValue.Int(flag ? 1 : 0);
      case ConstantValue.Char(int codePoint) -> ofInteger(codePoint, Scalar.U32, to);
      case ConstantValue.Text _,
          ConstantValue.Null _,
          ConstantValue.Aggregate _,
          ConstantValue.Unknown _ ->
          new ConstantValue.Unknown();
    };
  }

  private static ConstantValue ofInteger(long bits, Scalar from, Scalar to) {
    if (to == Scalar.CHAR) {
      boolean scalarValue = bits >= 0 && bits <= 0x10FFFF && (bits < 0xD800 || bits > 0xDFFF);
      return new ConstantValue.Char(scalarValue ? (int) bits : 0xFFFD);
    }
    if (!to.isFloat()) {
      return new ConstantValue.Int(wrapped(bits, to));
    }
    if (to == Scalar.F32) {
      return new ConstantValue.Float(from == Scalar.U64 ? unsignedToFloat(bits) : (float) bits);
    }
    return new ConstantValue.Float(from == Scalar.U64 ? unsignedToDouble(bits) : bits);
  }

  static double unsignedToDouble(long bits) {
    // The last bit is kept in the one before it, so that halving rounds as the whole would.
    return bits >= 0 ? bits : (double) (bits >>> 1 | bits & 1) * 2;
  }

  private static float unsignedToFloat(long bits) {
    return bits >= 0 ? bits : (float) (bits >>> 1 | bits & 1) * 2;
  }

  private static ConstantValue ofFloat(double number, Scalar to) {
    if (to.isFloat()) {
      return floating(number, to);
    }
    if (to == Scalar.U64) {
      // 2^63 and more do not fit a long, so the upper half is shifted down and back.
      double half = 0x1p63;
      if (number >= 2 * half) {
        return new ConstantValue.Int(-1);
      }
      long bits = number >= half ? (long) (number - half) ^ Long.MIN_VALUE : (long) number;
      return new ConstantValue.Int(number <= 0 ? 0 : bits);
    }
    if (to.isUnsigned()) {
      long most = wrapped(-1, to);
      return new ConstantValue.Int(Math.clamp((long) number, 0, most));
    }
    int bits = to.bytes() * 8;
    long most = bits == 64 ? Long.MAX_VALUE : (1L << bits - 1) - 1;
    return new ConstantValue.Int(Math.clamp((long) number, -most - 1, most));
  }

  static ConstantValue unary(Operator.Unary operator, ConstantValue value, Scalar type) {
    return switch (value) {
      case ConstantValue.Int(long bits) ->
          new ConstantValue.Int(wrapped(operator == Operator.Unary.NEGATE ? -bits : ~bits, type));
      case ConstantValue.Float(double number) -> new ConstantValue.Float(-number);
      case ConstantValue.Bool(boolean flag) -> new ConstantValue.Bool(!flag);
      case ConstantValue.Char _,
          ConstantValue.Text _,
          ConstantValue.Null _,
          ConstantValue.Aggregate _,
          ConstantValue.Unknown _ ->
          new ConstantValue.Unknown();
    };
  }

  static boolean compare(
      Operator.Comparison operator, ConstantValue left, ConstantValue right, boolean unsigned) {
    return switch (operator) {
      case EQUAL -> equal(left, right);
      case NOT_EQUAL -> !equal(left, right);
      case LESS -> ordered(left, right) && order(left, right, unsigned) < 0;
      case LESS_EQUAL -> ordered(left, right) && order(left, right, unsigned) <= 0;
      case GREATER -> ordered(left, right) && order(left, right, unsigned) > 0;
      case GREATER_EQUAL -> ordered(left, right) && order(left, right, unsigned) >= 0;
    };
  }

  private static boolean equal(ConstantValue left, ConstantValue right) {
    if (left instanceof ConstantValue.Float(double a)
        && right instanceof ConstantValue.Float(double b)) {
      return a == b;
    }
    if (left instanceof ConstantValue.Aggregate a && right instanceof ConstantValue.Aggregate b) {
      for (int i = 0; i < a.members().size(); i++) {
        if (!equal(a.members().get(i), b.members().get(i))) {
          return false;
        }
      }
      return true;
    }
    return left.equals(right);
  }

  /// Whether neither is NaN.
  private static boolean ordered(ConstantValue left, ConstantValue right) {
    return !(left instanceof ConstantValue.Float(double a) && Double.isNaN(a)
        || right instanceof ConstantValue.Float(double b) && Double.isNaN(b));
  }

  private static int order(ConstantValue left, ConstantValue right, boolean unsigned) {
    if (left instanceof ConstantValue.Int(long a) && right instanceof ConstantValue.Int(long b)) {
      return unsigned ? Long.compareUnsigned(a, b) : Long.compare(a, b);
    }
    if (left instanceof ConstantValue.Float(double a)
        && right instanceof ConstantValue.Float(double b)) {
      return a < b ? -1 : a > b ? 1 : 0;
    }
    if (left instanceof ConstantValue.Char(int a) && right instanceof ConstantValue.Char(int b)) {
      return Integer.compare(a, b);
    }
    if (left instanceof ConstantValue.Text(String a)
        && right instanceof ConstantValue.Text(String b)) {
      return compareCodePoints(a, b);
    }
    return 0;
  }

  /// By code points, which is the order of the UTF-8 bytes.
  private static int compareCodePoints(String a, String b) {
    int[] left = a.codePoints().toArray();
    int[] right = b.codePoints().toArray();
    return Arrays.compare(left, right);
  }
}
