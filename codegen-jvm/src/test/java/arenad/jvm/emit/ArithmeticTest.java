package arenad.jvm.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import arenad.ir.IrFunction;
import arenad.type.Type;
import arenad.typed.Operator;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Integer arithmetic against whole numbers of any size, cut to the type: every operator, every type, the numbers at the edges.
final class ArithmeticTest {

  private static final List<Type.Scalar> INTEGERS =
      java.util.Arrays.stream(Type.Scalar.values()).filter(Type.Scalar::isInteger).toList();

  @Test
  void everyOperatorOnEveryIntegerTypeWrapsLikeTwosComplement() {
    for (Type.Scalar type : INTEGERS) {
      for (Operator.Arithmetic operator : Operator.Arithmetic.values()) {
        Loaded module = Loaded.of(binary(operator, type, type));
        for (BigInteger left : edges(type)) {
          for (BigInteger right : edges(type)) {
            check(module, operator, type, left, right);
          }
        }
      }
    }
  }

  @Test
  void comparisonsOfIntegersFollowTheirValue() {
    for (Type.Scalar type : INTEGERS) {
      for (Operator.Comparison operator : Operator.Comparison.values()) {
        Loaded module = Loaded.of(binary(operator, type, Ir.BOOL));
        for (BigInteger left : edges(type)) {
          for (BigInteger right : edges(type)) {
            boolean expected = holds(operator, left.compareTo(right));
            Object actual = module.call("f", boxed(type, left), boxed(type, right));
            assertEquals(expected ? 1 : 0, actual, left + " " + operator + " " + right);
          }
        }
      }
    }
  }

  @Test
  void comparisonsOfFloatsAreFalseOfNaNExceptInequality() {
    double[] numbers = {0.0, -0.0, 1, -1, 1e300, Double.POSITIVE_INFINITY, Double.NaN};
    for (Operator.Comparison operator : Operator.Comparison.values()) {
      Loaded f64 = Loaded.of(binary(operator, Type.Scalar.F64, Ir.BOOL));
      Loaded f32 = Loaded.of(binary(operator, Type.Scalar.F32, Ir.BOOL));
      for (double left : numbers) {
        for (double right : numbers) {
          assertEquals(holds(operator, left, right), f64.call("f", left, right));
          assertEquals(
              holds(operator, (float) left, (float) right),
              f32.call("f", (float) left, (float) right));
        }
      }
    }
  }

  private static int holds(Operator.Comparison operator, double left, double right) {
    boolean unordered = Double.isNaN(left) || Double.isNaN(right);
    boolean holds =
        unordered
            ? operator == Operator.Comparison.NOT_EQUAL
            : holds(operator, left == right ? 0 : left < right ? -1 : 1);
    return holds ? 1 : 0;
  }

  @Test
  void unaryOperatorsWrap() {
    for (Type.Scalar type : INTEGERS) {
      for (Operator.Unary operator : List.of(Operator.Unary.NEGATE, Operator.Unary.COMPLEMENT)) {
        Ir f = new Ir("f", type);
        IrFunction.Local a = f.parameter("a", type);
        Loaded module = Loaded.of(f.giveBack(Ir.operate(operator, type, Ir.read(a))));
        for (BigInteger value : edges(type)) {
          BigInteger exact = operator == Operator.Unary.NEGATE ? value.negate() : value.not();
          assertEquals(boxed(type, wrap(type, exact)), module.call("f", boxed(type, value)));
        }
      }
    }
  }

  @Test
  void shiftCountsOfAnotherTypeAreMasked() {
    Ir f = new Ir("f", Type.Scalar.I32);
    IrFunction.Local a = f.parameter("a", Type.Scalar.I32);
    IrFunction.Local b = f.parameter("b", Type.Scalar.I64);
    Loaded module =
        Loaded.of(
            f.giveBack(Ir.operate(Operator.Arithmetic.SHIFT_LEFT, Ir.I32, Ir.read(a), Ir.read(b))));
    assertEquals(2, module.call("f", 1, 33L));
    assertEquals(Integer.MIN_VALUE, module.call("f", 1, -1L));
  }

  private static void check(
      Loaded module,
      Operator.Arithmetic operator,
      Type.Scalar type,
      BigInteger left,
      BigInteger right) {
    Object first = boxed(type, left);
    Object second = boxed(type, right);
    boolean divides =
        operator == Operator.Arithmetic.DIVIDE || operator == Operator.Arithmetic.REMAINDER;
    if (divides && right.signum() == 0) {
      assertThrows(ArithmeticException.class, () -> module.call("f", first, second));
    } else {
      BigInteger exact = exact(operator, type, left, right);
      assertEquals(
          boxed(type, wrap(type, exact)),
          module.call("f", first, second),
          () -> left + " " + operator.spelling() + " " + right + " of " + type);
    }
  }

  private static BigInteger exact(
      Operator.Arithmetic operator, Type.Scalar type, BigInteger left, BigInteger right) {
    int count = right.intValue() & type.bytes() * 8 - 1;
    return switch (operator) {
      case ADD -> left.add(right);
      case SUBTRACT -> left.subtract(right);
      case MULTIPLY -> left.multiply(right);
      case DIVIDE -> left.divide(right);
      case REMAINDER -> left.remainder(right);
      case AND -> left.and(right);
      case OR -> left.or(right);
      case XOR -> left.xor(right);
      case SHIFT_LEFT -> left.shiftLeft(count);
      case SHIFT_RIGHT -> left.shiftRight(count);
    };
  }

  private static boolean holds(Operator.Comparison operator, int order) {
    return switch (operator) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case LESS_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_EQUAL -> order >= 0;
    };
  }

  private static IrFunction binary(Operator operator, Type.Scalar operands, Type result) {
    Ir f = new Ir("f", result);
    IrFunction.Local a = f.parameter("a", operands);
    IrFunction.Local b = f.parameter("b", operands);
    return f.giveBack(Ir.operate(operator, result, Ir.read(a), Ir.read(b)));
  }

  static BigInteger least(Type.Scalar type) {
    return type.isUnsigned()
        ? BigInteger.ZERO
        : BigInteger.ONE.shiftLeft(type.bytes() * 8 - 1).negate();
  }

  static BigInteger greatest(Type.Scalar type) {
    int bits = type.bytes() * 8 - (type.isUnsigned() ? 0 : 1);
    return BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
  }

  static List<BigInteger> edges(Type.Scalar type) {
    List<BigInteger> edges = new ArrayList<>();
    for (long near : new long[] {0, 1, 2, 3, 7, 31, 33, 100}) {
      edges.add(BigInteger.valueOf(near));
      edges.add(least(type).add(BigInteger.valueOf(near)));
      edges.add(greatest(type).subtract(BigInteger.valueOf(near)));
      edges.add(greatest(type).shiftRight(1).add(BigInteger.valueOf(near)));
      if (!type.isUnsigned()) {
        edges.add(BigInteger.valueOf(-near));
      }
    }
    return edges.stream().map(edge -> wrap(type, edge)).distinct().toList();
  }

  static BigInteger wrap(Type.Scalar type, BigInteger exact) {
    int bits = type.bytes() * 8;
    BigInteger low = exact.and(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
    return !type.isUnsigned() && low.testBit(bits - 1)
        ? low.subtract(BigInteger.ONE.shiftLeft(bits))
        : low;
  }

  static Object boxed(Type.Scalar type, BigInteger value) {
    return type.bytes() == 8 ? (Object) value.longValue() : (Object) value.intValue();
  }
}
