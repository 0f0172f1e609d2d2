package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.syntax.Expr.Binary;
import arenad.syntax.Expr.Conditional;
import arenad.syntax.Expr.NonNull;
import arenad.text.Span;
import arenad.type.Type;
import arenad.type.TypeText;
import arenad.typed.Expr;
import org.jspecify.annotations.Nullable;

/// `c ? a : b`, `x ?? y` and `x!`.
final class Choices {
  private Choices() {}

  static Expr conditional(Body body, Conditional syntax, @Nullable Type hint) {
    Condition condition = Conditions.of(body, syntax.condition());
    // A literal takes the type of the other branch, unless the surroundings ask for one.
    boolean otherwiseFirst =
        hint == null
            && Literals.isFlexible(syntax.then())
            && !Literals.isFlexible(syntax.otherwise());
    Branch first =
        otherwiseFirst
            ? branch(body, condition.whenFalse(), syntax.otherwise(), hint)
            : branch(body, condition.whenTrue(), syntax.then(), hint);
    Type secondHint = hint != null ? hint : first.expr().type();
    Branch second =
        otherwiseFirst
            ? branch(body, condition.whenTrue(), syntax.then(), secondHint)
            : branch(body, condition.whenFalse(), syntax.otherwise(), secondHint);
    body.facts = first.facts().join(second.facts());
    Expr then = otherwiseFirst ? second.expr() : first.expr();
    Expr otherwise = otherwiseFirst ? first.expr() : second.expr();
    return joined(body, condition.expr(), then, otherwise, hint, syntax.span());
  }

  private record Branch(Expr expr, Facts facts) {}

  private static Branch branch(
      Body body, Facts facts, arenad.syntax.Expr syntax, @Nullable Type hint) {
    body.facts = facts;
    Expr expr = Expressions.of(body, syntax, hint);
    return new Branch(expr, body.facts);
  }

  private static Expr joined(
      Body body, Expr condition, Expr then, Expr otherwise, @Nullable Type hint, Span span) {
    Type type = common(body, then, otherwise, hint);
    if (type == Type.Unit.UNKNOWN) {
      return body.hole(span);
    }
    Expr a = type == null ? null : Coercions.implicit(body, then, type);
    Expr b = type == null ? null : Coercions.implicit(body, otherwise, type);
    if (type != null && a != null && b != null) {
      return new Expr.Conditional(condition, a, b, type, span);
    }
    return body.error(
        Code.E0201,
        span,
        "one branch gives "
            + Coercions.article(then.type())
            + ", the other "
            + Coercions.article(otherwise.type()));
  }

  private static @Nullable Type common(Body body, Expr then, Expr otherwise, @Nullable Type hint) {
    if (then.type() == Type.Unit.UNKNOWN || otherwise.type() == Type.Unit.UNKNOWN) {
      return Type.Unit.UNKNOWN;
    }
    if (!then.type().equals(otherwise.type())
        && hint != null
        && Coercions.implicit(body, then, hint) != null
        && Coercions.implicit(body, otherwise, hint) != null) {
      return hint;
    }
    return Unions.join(body, then, otherwise);
  }

  static Expr coalesce(Body body, Binary binary, @Nullable Type hint) {
    Expr value = Expressions.value(body, binary.left(), hint);
    Facts before = body.facts;
    Type inner = Type.withoutNull(value.type());
    Type wanted = value.type() instanceof Type.Optional ? inner : hint;
    Expr otherwise = Expressions.of(body, binary.right(), wanted);
    body.facts = before.join(body.facts);
    if (value.type() == Type.Unit.UNKNOWN || otherwise.type() == Type.Unit.UNKNOWN) {
      return body.hole(binary.span());
    }
    if (!(value.type() instanceof Type.Optional)) {
      return value instanceof Expr.Narrowed || isChain(binary.left())
          ? value
          : neverNull(body, value, "??", binary.opSpan());
    }
    Expr asInner = Coercions.implicit(body, otherwise, inner);
    if (asInner != null) {
      return new Expr.Coalesce(value, asInner, inner, binary.span());
    }
    Expr asNullable = Coercions.implicit(body, otherwise, value.type());
    if (asNullable != null) {
      return new Expr.Coalesce(value, asNullable, value.type(), binary.span());
    }
    return Coercions.to(body, otherwise, inner);
  }

  /// Whether there is a `?.` in it: of what is known not to be null it gives no nullable.
  private static boolean isChain(arenad.syntax.Expr syntax) {
    return switch (syntax) {
      case arenad.syntax.Expr.OptionalMember _ -> true;
      case arenad.syntax.Expr.Member member -> isChain(member.object());
      case arenad.syntax.Expr.Index index -> isChain(index.object());
      case arenad.syntax.Expr.Call call -> isChain(call.callee());
      case arenad.syntax.Expr _ -> false;
    };
  }

  static Expr unwrap(Body body, NonNull syntax, @Nullable Type hint) {
    Expr value = Expressions.value(body, syntax.operand(), hint);
    if (value.type() instanceof Type.Optional(Type inner)) {
      return new Expr.Unwrap(value, inner, syntax.span());
    }
    if (value instanceof Expr.Narrowed || value.type() == Type.Unit.UNKNOWN) {
      return value;
    }
    return neverNull(body, value, "!", syntax.span().lastToken());
  }

  private static Expr neverNull(Body body, Expr value, String operator, Span span) {
    return body.error(
        Code.E0207,
        span,
        "a `"
            + TypeText.of(value.type())
            + "` is never null, so `"
            + operator
            + "` has nothing to do");
  }
}
