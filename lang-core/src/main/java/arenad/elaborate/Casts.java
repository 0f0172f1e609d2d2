package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.syntax.Expr.Cast;
import arenad.syntax.Expr.IntLiteral;
import arenad.syntax.Expr.Unary;
import arenad.syntax.UnaryOp;
import arenad.type.Conversions;
import arenad.type.Type;
import arenad.type.Type.Scalar;
import arenad.type.TypeText;
import arenad.typed.Expr;
import arenad.typed.Variable;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// `x as T`.
final class Casts {
  private Casts() {}

  static Expr of(Body body, Cast cast) {
    Type target = body.type(cast.type());
    Expr value = Expressions.value(body, cast.operand(), operandHint(cast.operand(), target));
    if (target == Type.Unit.UNKNOWN || value.type() == Type.Unit.UNKNOWN) {
      return body.hole(target, cast.span());
    }
    if (value.type() instanceof Scalar from
        && target instanceof Scalar to
        && Conversions.castable(from, to)) {
      return from == to ? value : new Expr.Convert(value, to, cast.span());
    }
    Expr implicit = Coercions.implicit(body, value, target);
    if (implicit != null) {
      return Coercions.guards(target, implicit.type()) ? held(body, implicit, target) : implicit;
    }
    if (value.type() instanceof Type.Optional) {
      body.complaints.add(Nullness.mayBeNull(body, value));
    } else {
      body.complaints.add(impossible(body, cast, value.type(), target));
    }
    return body.hole(target, cast.span());
  }

  /// A value that is seen as a type that differs for the compiler alone.
  private static Expr held(Body body, Expr value, Type target) {
    Variable held = body.locals.unnamed(target, value.span());
    Expr local = new Expr.Local(held, target, value.span());
    return new Expr.Let(held, value, local, target, value.span());
  }

  /// A literal is of the target's type if it fits, and else of one that holds it, to be wrapped.
  private static @Nullable Type operandHint(arenad.syntax.Expr operand, Type target) {
    BigInteger value = integer(operand);
    if (value == null || !(target instanceof Scalar scalar) || !scalar.isInteger()) {
      return Literals.isFlexible(operand) || !(target instanceof Scalar) ? target : null;
    }
    if (Literals.fits(value, scalar)) {
      return target;
    }
    return Literals.fits(value, Scalar.I64) ? Scalar.I64 : Scalar.U64;
  }

  private static @Nullable BigInteger integer(arenad.syntax.Expr operand) {
    if (operand instanceof IntLiteral literal) {
      return literal.value();
    }
    return operand instanceof Unary unary
            && unary.op() == UnaryOp.NEGATE
            && unary.operand() instanceof IntLiteral literal
        ? literal.value().negate()
        : null;
  }

  private static Diagnostic impossible(Body body, Cast cast, Type from, Type to) {
    Diagnostic diagnostic =
        body.complaints.about(
            Code.E0211,
            cast.span(),
            "`" + TypeText.of(from) + "` does not convert to `" + TypeText.of(to) + "`");
    if (from instanceof Type.Text && to instanceof Scalar scalar && scalar.isNumeric()) {
      return diagnostic.help("a text is read with `.toI32()`, `.toI64()` or `.toF64()`");
    }
    if (to instanceof Type.Text) {
      return diagnostic.help("write it as text with an f-string: `f\"{x}\"`");
    }
    return to == Scalar.BOOL ? diagnostic.help("compare it: `x != 0`") : diagnostic;
  }
}
