package arenad.jvm.emit;

import arenad.jvm.abi.RuntimeEntry;
import arenad.jvm.layout.Kind;
import arenad.jvm.layout.Shapes;
import arenad.type.Type;
import org.objectweb.asm.Opcodes;

/// Conversions between scalars: integers wrap (to `char`, what is no Unicode scalar value becomes U+FFFD), floats to integers saturate (NaN is 0), integers to floats round to nearest.
final class Conversions {

  private static final long LOW_32 = 0xFFFF_FFFFL;

  private Conversions() {}

  /// Replaces the operand on the stack.
  static void emit(Type.Scalar from, Type.Scalar to, Code code) {
    // Every byte is a character.
    if (to == Type.Scalar.CHAR && from != Type.Scalar.CHAR && from != Type.Scalar.U8) {
      if (kind(from) == Kind.INT) {
        widen(from, code);
      }
      code.call(RuntimeEntry.NUMBERS_TO_CHAR);
      return;
    }
    switch (kind(from)) {
      case INT -> fromInt(from, to, code);
      case LONG -> fromLong(from, to, code);
      case FLOAT -> fromFloat(to, code);
      case DOUBLE -> fromDouble(to, code);
    }
  }

  private static void fromInt(Type.Scalar from, Type.Scalar to, Code code) {
    switch (kind(to)) {
      case INT -> Arithmetic.cut(to, code);
      case LONG -> widen(from, code);
      case FLOAT -> {
        if (from == Type.Scalar.U32) {
          widen(from, code);
          code.operation(Opcodes.L2F);
        } else {
          code.operation(Opcodes.I2F);
        }
      }
      case DOUBLE -> {
        if (from == Type.Scalar.U32) {
          widen(from, code);
          code.operation(Opcodes.L2D);
        } else {
          code.operation(Opcodes.I2D);
        }
      }
    }
  }

  private static void widen(Type.Scalar from, Code code) {
    code.operation(Opcodes.I2L);
    if (from == Type.Scalar.U32) {
      code.constant(LOW_32);
      code.operation(Opcodes.LAND);
    }
  }

  private static void fromLong(Type.Scalar from, Type.Scalar to, Code code) {
    boolean unsigned = from == Type.Scalar.U64;
    switch (kind(to)) {
      case INT -> {
        code.operation(Opcodes.L2I);
        Arithmetic.cut(to, code);
      }
      case LONG -> {}
      case FLOAT -> {
        if (unsigned) {
          code.call(RuntimeEntry.NUMBERS_U64_TO_F32);
        } else {
          code.operation(Opcodes.L2F);
        }
      }
      case DOUBLE -> {
        if (unsigned) {
          code.call(RuntimeEntry.NUMBERS_U64_TO_F64);
        } else {
          code.operation(Opcodes.L2D);
        }
      }
    }
  }

  private static void fromFloat(Type.Scalar to, Code code) {
    switch (to) {
      case F32 -> {}
      case I32 -> code.operation(Opcodes.F2I);
      case I64 -> code.operation(Opcodes.F2L);
      case BOOL, CHAR, I8, I16, U8, U16, U32, U64, F64 -> {
        code.operation(Opcodes.F2D);
        fromDouble(to, code);
      }
    }
  }

  private static void fromDouble(Type.Scalar to, Code code) {
    switch (to) {
      case F64 -> {}
      case F32 -> code.operation(Opcodes.D2F);
      case I32 -> code.operation(Opcodes.D2I);
      case I64 -> code.operation(Opcodes.D2L);
      case I8 -> code.call(RuntimeEntry.NUMBERS_F64_TO_I8);
      case I16 -> code.call(RuntimeEntry.NUMBERS_F64_TO_I16);
      case U8 -> code.call(RuntimeEntry.NUMBERS_F64_TO_U8);
      case U16 -> code.call(RuntimeEntry.NUMBERS_F64_TO_U16);
      case U32 -> code.call(RuntimeEntry.NUMBERS_F64_TO_U32);
      case U64 -> code.call(RuntimeEntry.NUMBERS_F64_TO_U64);
      case BOOL, CHAR -> throw new IllegalArgumentException("no conversion of a float to " + to);
    }
  }

  private static Kind kind(Type.Scalar type) {
    return Shapes.widthOf(type).kind();
  }
}
