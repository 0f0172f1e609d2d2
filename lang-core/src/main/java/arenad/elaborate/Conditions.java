package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.syntax.BinaryOp;
import arenad.syntax.Expr.Binary;
import arenad.syntax.Expr.NullLiteral;
import arenad.syntax.Expr.Unary;
import arenad.syntax.UnaryOp;
import arenad.text.Span;
import arenad.type.Type;
import arenad.type.Type.Scalar;
import arenad.type.TypeText;
import arenad.typed.Expr;
import arenad.typed.Operator;
import java.util.ArrayList;
import java.util.List;

/// Elaborates conditions. Each starts from the facts of the body and leaves them for the caller to
/// set.
final class Conditions {
  private Conditions() {}

  /// A condition whose outcome decides nothing here.
  static Expr value(Body body, arenad.syntax.Expr syntax) {
    Condition condition = of(body, syntax);
    body.facts = condition.whenTrue().join(condition.whenFalse());
    return condition.expr();
  }

  static Condition of(Body body, arenad.syntax.Expr syntax) {
    if (syntax instanceof Binary binary) {
      return switch (binary.op()) {
        case AND, OR -> logical(body, binary);
        case EQUAL, NOT_EQUAL -> equality(body, binary);
        case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> plain(body, Comparisons.of(body, binary));
        case MULTIPLY,
            DIVIDE,
            REMAINDER,
            ADD,
            SUBTRACT,
            SHIFT_LEFT,
            SHIFT_RIGHT,
            BIT_AND,
            BIT_XOR,
            BIT_OR,
            OR_ELSE ->
            plain(body, Expressions.expect(body, syntax, Scalar.BOOL));
      };
    }
    if (syntax instanceof Unary unary && unary.op() == UnaryOp.NOT) {
      return negated(body, unary);
    }
    return plain(body, Expressions.expect(body, syntax, Scalar.BOOL));
  }

  private static Condition plain(Body body, Expr expr) {
    return new Condition(expr, body.facts, body.facts);
  }

  private static Condition negated(Body body, Unary unary) {
    Condition inner = of(body, unary.operand());
    Expr expr = new Expr.Unary(Operator.Unary.NOT, inner.expr(), Scalar.BOOL, unary.span());
    return new Condition(expr, inner.whenFalse(), inner.whenTrue());
  }

  /// `a && b && c`: each operand knows what those before it have shown. A long one leans to the
  /// left, so it is taken apart by a loop.
  private static Condition logical(Body body, Binary binary) {
    boolean and = binary.op() == BinaryOp.AND;
    List<arenad.syntax.Expr> operands = new ArrayList<>();
    arenad.syntax.Expr at = binary;
    while (at instanceof Binary step && step.op() == binary.op()) {
      operands.add(step.right());
      at = step.left();
    }
    operands.add(at);
    Condition left = of(body, operands.getLast());
    for (arenad.syntax.Expr operand : operands.reversed().subList(1, operands.size())) {
      body.facts = and ? left.whenTrue() : left.whenFalse();
      Condition right = of(body, operand);
      Span span = left.expr().span().to(right.expr().span());
      Expr expr = new Expr.Logical(and, left.expr(), right.expr(), Scalar.BOOL, span);
      left =
          and
              ? new Condition(expr, right.whenTrue(), left.whenFalse().join(right.whenFalse()))
              : new Condition(expr, left.whenTrue().join(right.whenTrue()), right.whenFalse());
    }
    return left;
  }

  private static Condition equality(Body body, Binary binary) {
    boolean negated = binary.op() == BinaryOp.NOT_EQUAL;
    if (binary.right() instanceof NullLiteral) {
      return nullTest(body, binary, binary.left(), negated);
    }
    if (binary.left() instanceof NullLiteral) {
      return nullTest(body, binary, binary.right(), negated);
    }
    return plain(body, Comparisons.of(body, binary));
  }

  private static Condition nullTest(
      Body body, Binary binary, arenad.syntax.Expr tested, boolean negated) {
    Expr value = Nullness.raw(Expressions.value(body, tested, null));
    Facts facts = body.facts;
    if (value.type() instanceof Type.Optional) {
      Expr expr = new Expr.IsNull(value, negated, Scalar.BOOL, binary.span());
      Facts present = Nullness.present(facts, value);
      Facts absent = Nullness.absent(facts, value);
      return negated ? new Condition(expr, present, absent) : new Condition(expr, absent, present);
    }
    if (value.type() == Type.Unit.UNKNOWN) {
      return plain(body, body.hole(Scalar.BOOL, binary.span()));
    }
    String what = Paths.text(value);
    body.complaints.add(
        Code.E0207,
        binary.span(),
        (what == null
                ? "a `" + TypeText.of(value.type()) + "` is never null"
                : "`" + what + "` is never null: it is " + Coercions.article(value.type()))
            + ", so there is nothing to test");
    return plain(body, body.hole(Scalar.BOOL, binary.span()));
  }
}
