package arenad.jvm.emit;

import arenad.ir.Value;
import arenad.jvm.abi.RuntimeEntry;
import arenad.jvm.layout.Kind;
import arenad.jvm.layout.Shapes;
import arenad.type.Type;
import org.objectweb.asm.Opcodes;

/// Mathematics: the JVM's own functions, of which C2 knows most. What they have for `double` alone an `f32` takes a detour through.
final class Mathematics {

  private static final String MATH = "java/lang/Math";

  private final BodyEmitting body;
  private final Code code;

  Mathematics(BodyEmitting body) {
    this.body = body;
    code = body.code();
  }

  /// To the nearest integer, halves away from zero.
  void round(Value.Intrinsic intrinsic) {
    pushDoubles(intrinsic);
    code.call(RuntimeEntry.NUMBERS_ROUND);
    narrow(intrinsic);
  }

  /// A function of `java.lang.Math` from doubles to a double.
  void ofDoubles(Value.Intrinsic intrinsic, String function) {
    pushDoubles(intrinsic);
    code.call(MATH, function, "(" + "D".repeat(intrinsic.arguments().size()) + ")D");
    narrow(intrinsic);
  }

  private void pushDoubles(Value.Intrinsic intrinsic) {
    for (Value argument : intrinsic.arguments()) {
      body.values().push(argument);
      Conversions.emit((Type.Scalar) argument.type(), Type.Scalar.F64, code);
    }
  }

  private void narrow(Value.Intrinsic intrinsic) {
    if (intrinsic.type() == Type.Scalar.F32) {
      code.operation(Opcodes.D2F);
    }
  }

  void absolute(Value.Intrinsic intrinsic) {
    Type.Scalar type = (Type.Scalar) intrinsic.type();
    body.values().push(intrinsic.arguments().getFirst());
    if (!type.isUnsigned()) {
      char letter = Shapes.widthOf(type).kind().descriptor();
      code.call(MATH, "abs", "(" + letter + ")" + letter);
      Arithmetic.cut(type, code);
    }
  }

  /// `min` and `max`.
  void choose(Value.Intrinsic intrinsic, String function) {
    Type.Scalar type = (Type.Scalar) intrinsic.type();
    boolean flips = type == Type.Scalar.U32 || type == Type.Scalar.U64;
    Kind kind = Shapes.widthOf(type).kind();
    for (Value argument : intrinsic.arguments()) {
      body.values().push(argument);
      flipSign(flips, kind);
    }
    char letter = kind.descriptor();
    code.call(MATH, function, "(" + letter + letter + ")" + letter);
    flipSign(flips, kind);
  }

  /// Maps the order of unsigned numbers to that of signed ones, and back.
  private void flipSign(boolean flips, Kind kind) {
    if (flips && kind == Kind.INT) {
      code.constant(Integer.MIN_VALUE);
      code.operation(Opcodes.IXOR);
    } else if (flips) {
      code.constant(Long.MIN_VALUE);
      code.operation(Opcodes.LXOR);
    }
  }
}
