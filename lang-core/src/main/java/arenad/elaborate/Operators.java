package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.syntax.BinaryOp;
import arenad.syntax.Expr.Binary;
import arenad.syntax.Expr.IntLiteral;
import arenad.syntax.Expr.Unary;
import arenad.text.Span;
import arenad.type.Type;
import arenad.type.Type.Scalar;
import arenad.type.TypeText;
import arenad.typed.Expr;
import arenad.typed.Operator;
import org.jspecify.annotations.Nullable;

/// Hands operators to who knows them; the unary ones are here.
final class Operators {
  private Operators() {}

  static Expr binary(Body body, Binary binary, @Nullable Type hint) {
    return switch (binary.op()) {
      case MULTIPLY,
          DIVIDE,
          REMAINDER,
          ADD,
          SUBTRACT,
          SHIFT_LEFT,
          SHIFT_RIGHT,
          BIT_AND,
          BIT_XOR,
          BIT_OR ->
          Arithmetics.of(body, binary, hint);
      case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, EQUAL, NOT_EQUAL, AND, OR ->
          Conditions.value(body, binary);
      case OR_ELSE -> Choices.coalesce(body, binary, hint);
    };
  }

  static Expr unary(Body body, Unary unary, @Nullable Type hint) {
    return switch (unary.op()) {
      case NOT -> Conditions.value(body, unary);
      case NEGATE ->
          unary.operand() instanceof IntLiteral literal
              ? respanned(Literals.integer(body, literal, hint, true), unary.span())
              : computed(body, unary, Operator.Unary.NEGATE, hint);
      case COMPLEMENT -> computed(body, unary, Operator.Unary.COMPLEMENT, hint);
      case COPY -> copy(body, unary);
    };
  }

  static boolean isArithmetic(BinaryOp op) {
    return arithmetic(op) != null;
  }

  /// The operator of typed programs, or null for those that do not compute with numbers.
  static Operator.@Nullable Arithmetic arithmetic(BinaryOp op) {
    return switch (op) {
      case MULTIPLY -> Operator.Arithmetic.MULTIPLY;
      case DIVIDE -> Operator.Arithmetic.DIVIDE;
      case REMAINDER -> Operator.Arithmetic.REMAINDER;
      case ADD -> Operator.Arithmetic.ADD;
      case SUBTRACT -> Operator.Arithmetic.SUBTRACT;
      case SHIFT_LEFT -> Operator.Arithmetic.SHIFT_LEFT;
      case SHIFT_RIGHT -> Operator.Arithmetic.SHIFT_RIGHT;
      case BIT_AND -> Operator.Arithmetic.AND;
      case BIT_XOR -> Operator.Arithmetic.XOR;
      case BIT_OR -> Operator.Arithmetic.OR;
      case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, EQUAL, NOT_EQUAL, AND, OR, OR_ELSE -> null;
    };
  }

  /// A literal covers its minus.
  private static Expr respanned(Expr literal, Span span) {
    return switch (literal) {
      case Expr.Literal(var value, Type type, Span _) -> new Expr.Literal(value, type, span);
      case Expr.Hole(Type type, Span _) -> new Expr.Hole(type, span);
      case Expr other -> other;
    };
  }

  private static Expr computed(
      Body body, Unary unary, Operator.Unary operator, @Nullable Type hint) {
    Expr operand = Nullness.required(body, Expressions.value(body, unary.operand(), hint));
    Type type = operand.type();
    boolean defined =
        type instanceof Scalar scalar
            && (operator == Operator.Unary.NEGATE ? scalar.isNumeric() : scalar.isInteger());
    if (defined) {
      return new Expr.Unary(operator, operand, type, unary.span());
    }
    if (type == Type.Unit.UNKNOWN) {
      return body.hole(unary.span());
    }
    return body.error(
        Code.E0207,
        unary.span(),
        "`" + operator.spelling() + "` is not defined for `" + TypeText.of(type) + "`");
  }

  private static Expr copy(Body body, Unary unary) {
    Expr reference = Nullness.required(body, Expressions.value(body, unary.operand(), null));
    Type.Named union = reference.type() instanceof Type.Ref ? Unions.of(reference.type()) : null;
    if (union != null) {
      return Unions.copied(body, reference, union, unary.span());
    }
    if (reference.type() instanceof Type.Ref(Type target, boolean _, String _)) {
      return new Expr.Deref(reference, target, unary.span());
    }
    if (reference.type() == Type.Unit.UNKNOWN) {
      return body.hole(unary.span());
    }
    return body.error(
        Code.E0207,
        unary.span(),
        "`*` copies what a reference leads to, and this is " + Coercions.article(reference.type()));
  }
}
