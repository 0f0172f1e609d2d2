package arenad.oracle;

import arenad.type.Type;
import arenad.typed.Operator;
import java.util.Arrays;
import java.util.List;

/// Arithmetic, comparison and conversion, from the language's text alone.
final class Computation {

  private Computation() {}

  static Datum unary(Operator.Unary operator, Datum operand, Type type) {
    return switch (operator) {
      case NEGATE ->
          operand instanceof Datum.Real(double value)
              ? new Datum.Real(-value)
              : new Datum.Whole(fit(-whole(operand), type));
      case NOT -> new Datum.Whole(1 - whole(operand));
      case COMPLEMENT -> new Datum.Whole(fit(~whole(operand), type));
    };
  }

  static Datum arithmetic(Operator.Arithmetic operator, Datum left, Datum right, Type type) {
    if (left instanceof Datum.Real(double a) && right instanceof Datum.Real(double b)) {
      return real(floating(operator, a, b), type);
    }
    return new Datum.Whole(fit(integral(operator, whole(left), whole(right), type), type));
  }

  private static double floating(Operator.Arithmetic operator, double a, double b) {
    return switch (operator) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case REMAINDER -> a % b;
      case AND, OR, XOR, SHIFT_LEFT, SHIFT_RIGHT ->
          throw new IllegalStateException(operator + " of floats");
    };
  }

  private static long integral(Operator.Arithmetic operator, long a, long b, Type type) {
    boolean unsigned = type instanceof Type.Scalar scalar && scalar.isUnsigned();
    boolean divides =
        operator == Operator.Arithmetic.DIVIDE || operator == Operator.Arithmetic.REMAINDER;
    if (divides && b == 0) {
      throw new PanicSignal("division by zero");
    }
    long shift = b & (bits(type) - 1);
    return switch (operator) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> unsigned ? Long.divideUnsigned(a, b) : a / b;
      case REMAINDER -> unsigned ? Long.remainderUnsigned(a, b) : a % b;
      case AND -> a & b;
      case OR -> a | b;
      case XOR -> a ^ b;
      case SHIFT_LEFT -> a << shift;
      case SHIFT_RIGHT -> unsigned ? a >>> shift : a >> shift;
    };
  }

  static boolean compare(Operator.Comparison operator, Datum left, Datum right, Type type) {
    return switch (operator) {
      case EQUAL -> equal(left, right);
      case NOT_EQUAL -> !equal(left, right);
      case LESS -> ordered(left, right, type, -1, false);
      case LESS_EQUAL -> ordered(left, right, type, -1, true);
      case GREATER -> ordered(left, right, type, 1, false);
      case GREATER_EQUAL -> ordered(left, right, type, 1, true);
    };
  }

  private static boolean ordered(Datum left, Datum right, Type type, int sign, boolean orEqual) {
    if (left instanceof Datum.Real(double a) && right instanceof Datum.Real(double b)) {
      return (sign < 0 ? a < b : a > b) || orEqual && a == b;
    }
    int order =
        left instanceof Datum.Text a && right instanceof Datum.Text b
            ? Arrays.compareUnsigned(bytes(a), bytes(b))
            : type instanceof Type.Scalar scalar && scalar.isUnsigned()
                ? Long.compareUnsigned(whole(left), whole(right))
                : Long.compare(whole(left), whole(right));
    return Integer.signum(order) == sign || orEqual && order == 0;
  }

  /// Strings by content, references and arenas by identity, the rest member by member.
  static boolean equal(Datum left, Datum right) {
    return switch (left) {
      case Datum.Whole(long bits) -> right instanceof Datum.Whole(long other) && bits == other;
      case Datum.Real(double value) -> right instanceof Datum.Real(double other) && value == other;
      case Datum.Absent _ -> right instanceof Datum.Absent;
      case Datum.Text text ->
          right instanceof Datum.Text other && Arrays.equals(bytes(text), bytes(other));
      case Datum.Reference(Cell target, _) ->
          right instanceof Datum.Reference(Cell other, _) && target == other;
      case Datum.Handle(SimulatedArena arena) ->
          right instanceof Datum.Handle(SimulatedArena other) && arena == other;
      case Datum.Growable _,
          Datum.Table _,
          Datum.Slice _,
          Datum.Buffer _,
          Datum.Owner _,
          Datum.Gone _,
          Datum.Function _ ->
          left == right;
      case Datum.Aggregate(List<Cell> members) ->
          right instanceof Datum.Aggregate(List<Cell> others) && allEqual(members, others);
    };
  }

  private static boolean allEqual(List<Cell> members, List<Cell> others) {
    for (int i = 0; i < members.size(); i++) {
      if (!equal(members.get(i).get(), others.get(i).get())) {
        return false;
      }
    }
    return true;
  }

  private static byte[] bytes(Datum.Text text) {
    SimulatedMemory.requireLive(text.home(), "a string");
    return Arrays.copyOfRange(text.bytes(), text.from(), text.from() + text.length());
  }

  /// Integers wrap, floats to integers saturate, NaN is 0.
  static Datum convert(Datum value, Type from, Type to) {
    boolean toFloat = to instanceof Type.Scalar scalar && scalar.isFloat();
    if (value instanceof Datum.Real(double number)) {
      return toFloat ? real(number, to) : new Datum.Whole(saturate(number, to));
    }
    long bits = whole(value);
    if (to == Type.Scalar.CHAR) {
      boolean isScalarValue = bits >= 0 && bits <= 0x10FFFF && (bits < 0xD800 || bits > 0xDFFF);
      return new Datum.Whole(isScalarValue ? bits : 0xFFFD);
    }
    if (!toFloat) {
      return new Datum.Whole(fit(bits, to));
    }
    boolean single = to == Type.Scalar.F32;
    if (from == Type.Scalar.U64 && bits < 0) {
      // Halved with the lost bit kept, so that rounding sees it.
      long halved = bits >>> 1 | bits & 1;
      return new Datum.Real(single ? (float) halved * 2f : (double) halved * 2.0);
    }
    return new Datum.Real(single ? (float) bits : (double) bits);
  }

  private static long saturate(double number, Type to) {
    if (to == Type.Scalar.U64) {
      if (!(number > 0)) {
        return 0;
      }
      return number >= 0x1p64
          ? -1
          : number < 0x1p63 ? (long) number : (long) (number - 0x1p63) + Long.MIN_VALUE;
    }
    boolean unsigned = to instanceof Type.Scalar scalar && scalar.isUnsigned();
    int bits = bits(to);
    long least = unsigned ? 0 : Long.MIN_VALUE >> (64 - bits);
    long greatest = unsigned ? (1L << bits) - 1 : Long.MAX_VALUE >> (64 - bits);
    return Math.clamp((long) number, least, greatest);
  }

  private static Datum real(double value, Type type) {
    return new Datum.Real(type == Type.Scalar.F32 ? (float) value : value);
  }

  /// Wraps to the type's size.
  static long fit(long value, Type type) {
    int unused = 64 - bits(type);
    boolean signed =
        type instanceof Type.Scalar scalar && scalar.isInteger() && !scalar.isUnsigned();
    return signed ? value << unused >> unused : value << unused >>> unused;
  }

  private static int bits(Type type) {
    return type instanceof Type.Scalar scalar && scalar != Type.Scalar.BOOL
        ? scalar.bytes() * 8
        : 64;
  }

  static long whole(Datum datum) {
    if (datum instanceof Datum.Whole(long bits)) {
      return bits;
    }
    throw new IllegalStateException("an integer is wanted, not " + datum);
  }
}
