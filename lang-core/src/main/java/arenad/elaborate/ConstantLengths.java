package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.type.ConstantValue;
import arenad.type.Type;
import arenad.type.Type.Scalar;
import arenad.typed.Expr;
import org.jspecify.annotations.Nullable;

/// Lengths of fixed arrays: the `N` of `T[N]` and of `[x; N]`.
final class ConstantLengths {
  private ConstantLengths() {}

  /// The length, or null after a complaint.
  static @Nullable Integer of(Body body, arenad.syntax.Expr syntax) {
    Expr length = Expressions.value(body, syntax, Scalar.I32);
    if (length.type() == Type.Unit.UNKNOWN || length instanceof Expr.Hole) {
      return null;
    }
    if (!(length.type() instanceof Scalar scalar) || !scalar.isInteger()) {
      body.error(
          Code.E0201,
          syntax.span(),
          "a length is an integer, and this is " + Coercions.article(length.type()));
      return null;
    }
    if (!(Folding.of(length, body.complaints) instanceof ConstantValue.Int(long value))) {
      body.noteHole();
      return null;
    }
    boolean huge = scalar == Scalar.U64 && value < 0;
    if (value >= 0 && value <= Integer.MAX_VALUE) {
      return (int) value;
    }
    body.error(
        Code.E0204,
        syntax.span(),
        "`"
            + (huge ? Long.toUnsignedString(value) : Long.toString(value))
            + "` is no length: it is from 0 to "
            + Integer.MAX_VALUE);
    return null;
  }
}
