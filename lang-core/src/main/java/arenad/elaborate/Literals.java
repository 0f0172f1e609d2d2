package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.syntax.BinaryOp;
import arenad.syntax.Expr.Binary;
import arenad.syntax.Expr.CharLiteral;
import arenad.syntax.Expr.Conditional;
import arenad.syntax.Expr.FloatLiteral;
import arenad.syntax.Expr.IntLiteral;
import arenad.syntax.Expr.Unary;
import arenad.syntax.UnaryOp;
import arenad.text.Span;
import arenad.type.ConstantValue;
import arenad.type.Type;
import arenad.type.Type.Scalar;
import arenad.type.TypeText;
import arenad.typed.Expr;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// Literals, which take their type from where they stand.
final class Literals {
  private static final BigInteger MAX_I64 = BigInteger.valueOf(Long.MAX_VALUE);

  private Literals() {}

  /// @param negated whether a minus stands before it
  static Expr integer(Body body, IntLiteral literal, @Nullable Type hint, boolean negated) {
    BigInteger value = negated ? literal.value().negate() : literal.value();
    Scalar type = scalar(hint);
    if (type == null || !type.isNumeric()) {
      type = Scalar.I32;
    }
    if (type.isFloat()) {
      return floating(body, value.toString(), type, literal.span());
    }
    if (fits(value, type)) {
      return new Expr.Literal(new ConstantValue.Int(value.longValue()), type, literal.span());
    }
    var diagnostic =
        body.complaints.about(
            Code.E0204, literal.span(), "`" + value + "` does not fit `" + TypeText.of(type) + "`");
    Scalar wider = firstThatFits(value);
    if (wider == null) {
      diagnostic = diagnostic.help("no integer type is that large");
    } else if (hint == null) {
      diagnostic =
          diagnostic.help(
              "a literal is an `i32` unless a type is asked for: `"
                  + value
                  + " as "
                  + wider.spelling()
                  + "`");
    }
    body.complaints.add(diagnostic);
    return body.hole(type, literal.span());
  }

  static Expr floating(Body body, FloatLiteral literal, @Nullable Type hint) {
    Scalar type = scalar(hint) == Scalar.F32 ? Scalar.F32 : Scalar.F64;
    return floating(body, literal.digits(), type, literal.span());
  }

  private static Expr floating(Body body, String digits, Scalar type, Span span) {
    double value = type == Scalar.F32 ? Float.parseFloat(digits) : Double.parseDouble(digits);
    if (Double.isInfinite(value)) {
      body.complaints.add(
          Code.E0204, span, "`" + digits + "` does not fit `" + TypeText.of(type) + "`");
      return body.hole(type, span);
    }
    return new Expr.Literal(new ConstantValue.Float(value), type, span);
  }

  /// A character; an ASCII one is a `u8` where that is asked for.
  static Expr character(CharLiteral literal, @Nullable Type hint) {
    int value = literal.value();
    if (scalar(hint) == Scalar.U8 && value < 128) {
      return new Expr.Literal(new ConstantValue.Int(value), Scalar.U8, literal.span());
    }
    return new Expr.Literal(new ConstantValue.Char(value), Scalar.CHAR, literal.span());
  }

  static Expr nothing(Span span, @Nullable Type hint) {
    Type type = hint instanceof Type.Optional ? hint : Type.Unit.NULL;
    return new Expr.Literal(new ConstantValue.Null(), type, span);
  }

  static Expr integer(long value, Scalar type, Span span) {
    return new Expr.Literal(new ConstantValue.Int(value), type, span);
  }

  /// Whether the expression is made of number literals alone, so that it takes any numeric type.
  static boolean isFlexible(arenad.syntax.Expr syntax) {
    arenad.syntax.Expr at = syntax;
    while (true) {
      if (at instanceof IntLiteral || at instanceof FloatLiteral || at instanceof CharLiteral) {
        return true;
      }
      if (at instanceof Unary unary
          && (unary.op() == UnaryOp.NEGATE || unary.op() == UnaryOp.COMPLEMENT)) {
        at = unary.operand();
      } else if (at instanceof Binary binary && Operators.isArithmetic(binary.op())) {
        if (!isShift(binary.op()) && !isFlexible(binary.right())) {
          return false;
        }
        at = binary.left();
      } else if (at instanceof Conditional conditional) {
        if (!isFlexible(conditional.then())) {
          return false;
        }
        at = conditional.otherwise();
      } else {
        return false;
      }
    }
  }

  static boolean isShift(BinaryOp op) {
    return op == BinaryOp.SHIFT_LEFT || op == BinaryOp.SHIFT_RIGHT;
  }

  /// The scalar that is asked for, its `?` aside, or null.
  static @Nullable Scalar scalar(@Nullable Type hint) {
    return hint != null && Type.withoutNull(hint) instanceof Scalar scalar ? scalar : null;
  }

  /// Whether the integer type has that value.
  static boolean fits(BigInteger value, Scalar type) {
    int bits = type.bytes() * 8;
    if (type.isUnsigned()) {
      return value.signum() >= 0 && value.bitLength() <= bits;
    }
    return value.bitLength() < bits;
  }

  private static @Nullable Scalar firstThatFits(BigInteger value) {
    if (value.abs().compareTo(MAX_I64) <= 0) {
      return Scalar.I64;
    }
    return fits(value, Scalar.I64) ? Scalar.I64 : fits(value, Scalar.U64) ? Scalar.U64 : null;
  }
}
