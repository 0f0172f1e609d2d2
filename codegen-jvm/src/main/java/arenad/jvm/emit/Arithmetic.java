package arenad.jvm.emit;

import arenad.jvm.layout.Kind;
import arenad.jvm.layout.Shapes;
import arenad.type.Type;
import arenad.typed.Operator;
import org.objectweb.asm.Opcodes;

/// Arithmetic and comparison of scalars, exact for every type.
///
/// Types of fewer than 32 bits live in an `int`, sign- or zero-extended; what may leave their range is cut back. `u32` and `u64`
/// live in the JVM's `int` and `long`: only division, remainder, right shift and order tell signed and unsigned apart.
/// Division by zero is the JVM's `ArithmeticException`, which the launcher reports as a panic.
final class Arithmetic {

  /// Operations of the JVM stand in its list in the order int, long, float, double.
  private static final int LONG_STEP = 1;

  private static final int FLOAT_STEP = 2;
  private static final int DOUBLE_STEP = 3;

  private Arithmetic() {}

  /// Applies a binary operator to the two operands on the stack.
  ///
  /// @param count the type of the right operand, which of a shift may be another than that of the left
  static void emit(Operator.Arithmetic operator, Type.Scalar type, Type.Scalar count, Code code) {
    switch (operator) {
      case ADD -> cut(type, code, step(Opcodes.IADD, type));
      case SUBTRACT -> cut(type, code, step(Opcodes.ISUB, type));
      case MULTIPLY -> cut(type, code, step(Opcodes.IMUL, type));
      case DIVIDE -> divide(type, code, Opcodes.IDIV, "divideUnsigned");
      case REMAINDER -> divide(type, code, Opcodes.IREM, "remainderUnsigned");
      case AND -> code.operation(step(Opcodes.IAND, type));
      case OR -> code.operation(step(Opcodes.IOR, type));
      case XOR -> code.operation(step(Opcodes.IXOR, type));
      case SHIFT_LEFT -> {
        maskCount(type, count, code);
        cut(type, code, step(Opcodes.ISHL, type));
      }
      case SHIFT_RIGHT -> {
        maskCount(type, count, code);
        code.operation(step(type.isUnsigned() ? Opcodes.IUSHR : Opcodes.ISHR, type));
      }
    }
  }

  /// Applies a unary operator to the operand on the stack.
  static void emit(Operator.Unary operator, Type.Scalar type, Code code) {
    switch (operator) {
      case NEGATE -> cut(type, code, step(Opcodes.INEG, type));
      case NOT -> {
        code.constant(1);
        code.operation(Opcodes.IXOR);
      }
      case COMPLEMENT -> {
        if (kind(type) == Kind.LONG) {
          code.constant(-1L);
          code.operation(Opcodes.LXOR);
        } else {
          code.constant(-1);
          cut(type, code, Opcodes.IXOR);
        }
      }
    }
  }

  /// Whether the comparison needs the order of unsigned numbers that fill their JVM type.
  static boolean comparesUnsigned(Type.Scalar type, Operator.Comparison operator) {
    boolean ordered =
        operator != Operator.Comparison.EQUAL && operator != Operator.Comparison.NOT_EQUAL;
    return ordered && (type == Type.Scalar.U32 || type == Type.Scalar.U64);
  }

  /// Whether the JVM compares two of these and jumps with one instruction.
  static boolean comparesDirectly(Type.Scalar type, Operator.Comparison operator) {
    return kind(type) == Kind.INT && !comparesUnsigned(type, operator);
  }

  /// Replaces two operands by an `int` whose sign says how they compare. A NaN makes every comparison but `!=` false.
  static void emitCompare(Operator.Comparison operator, Type.Scalar type, Code code) {
    if (comparesUnsigned(type, operator)) {
      String descriptor = type == Type.Scalar.U32 ? "(II)I" : "(JJ)I";
      code.call(boxOf(type), "compareUnsigned", descriptor);
      return;
    }
    boolean greaterIfNaN =
        operator == Operator.Comparison.LESS || operator == Operator.Comparison.LESS_EQUAL;
    switch (kind(type)) {
      case INT -> throw new IllegalArgumentException("compares directly: " + type);
      case LONG -> code.operation(Opcodes.LCMP);
      case FLOAT -> code.operation(greaterIfNaN ? Opcodes.FCMPG : Opcodes.FCMPL);
      case DOUBLE -> code.operation(greaterIfNaN ? Opcodes.DCMPG : Opcodes.DCMPL);
    }
  }

  /// Brings an `int` back into the range of a type of fewer than 32 bits.
  static void cut(Type.Scalar type, Code code) {
    switch (type) {
      case I8 -> code.operation(Opcodes.I2B);
      case I16 -> code.operation(Opcodes.I2S);
      case U8 -> {
        code.constant(0xFF);
        code.operation(Opcodes.IAND);
      }
      case U16 -> code.operation(Opcodes.I2C);
      case BOOL, CHAR, I32, I64, U32, U64, F32, F64 -> {}
    }
  }

  private static void cut(Type.Scalar type, Code code, int opcode) {
    code.operation(opcode);
    cut(type, code);
  }

  private static void divide(Type.Scalar type, Code code, int signed, String unsigned) {
    if (type == Type.Scalar.U32) {
      code.call(boxOf(type), unsigned, "(II)I");
    } else if (type == Type.Scalar.U64) {
      code.call(boxOf(type), unsigned, "(JJ)J");
    } else {
      cut(type, code, step(signed, type));
    }
  }

  /// The JVM masks counts to 5 and 6 bits by itself.
  private static void maskCount(Type.Scalar type, Type.Scalar count, Code code) {
    if (kind(count) == Kind.LONG) {
      code.operation(Opcodes.L2I);
    }
    if (type.bytes() < 4) {
      code.constant(type.bytes() * 8 - 1);
      code.operation(Opcodes.IAND);
    }
  }

  private static String boxOf(Type.Scalar type) {
    return kind(type) == Kind.INT ? "java/lang/Integer" : "java/lang/Long";
  }

  private static int step(int intOpcode, Type.Scalar type) {
    return switch (kind(type)) {
      case INT -> intOpcode;
      case LONG -> intOpcode + LONG_STEP;
      case FLOAT -> intOpcode + FLOAT_STEP;
      case DOUBLE -> intOpcode + DOUBLE_STEP;
    };
  }

  private static Kind kind(Type.Scalar type) {
    return Shapes.widthOf(type).kind();
  }
}
