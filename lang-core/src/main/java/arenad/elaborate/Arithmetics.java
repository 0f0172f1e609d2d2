package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.syntax.Expr.Binary;
import arenad.text.Span;
import arenad.type.ConstantValue;
import arenad.type.Conversions;
import arenad.type.Type;
import arenad.type.Type.Scalar;
import arenad.type.TypeText;
import arenad.typed.Expr;
import arenad.typed.Operation;
import arenad.typed.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Arithmetic, and `+` on strings. A sum of many terms is a deep tree that leans to the left, so it
/// is taken apart by a loop and not by recursion.
final class Arithmetics {
  private Arithmetics() {}

  static Expr of(Body body, Binary binary, @Nullable Type hint) {
    List<Binary> steps = steps(binary);
    arenad.syntax.Expr first = steps.getFirst().left();
    // Literals take the type of the first operand that is more than a literal.
    int rigidStep = firstRigidStep(steps, first);
    Expr rigid = rigidStep < 0 ? null : Expressions.value(body, steps.get(rigidStep).right(), hint);
    Type wanted = rigid != null && rigid.type() instanceof Scalar ? rigid.type() : hint;
    Expr left = Expressions.value(body, first, wanted);
    for (int i = 0; i < steps.size(); i++) {
      Binary step = steps.get(i);
      Expr right =
          i == rigidStep && rigid != null
              ? rigid
              : Expressions.value(body, step.right(), rightHint(step, left));
      left = combine(body, step, left, right);
    }
    return left;
  }

  /// The operators of `a + b * c - d` that lean to the left, innermost first.
  private static List<Binary> steps(Binary binary) {
    List<Binary> steps = new ArrayList<>();
    arenad.syntax.Expr at = binary;
    while (at instanceof Binary step && Operators.isArithmetic(step.op())) {
      steps.add(step);
      at = step.left();
    }
    return steps.reversed();
  }

  /// The step that brings the type for the literals on its left, or -1 when there are none.
  private static int firstRigidStep(List<Binary> steps, arenad.syntax.Expr first) {
    if (!Literals.isFlexible(first)) {
      return -1;
    }
    for (int i = 0; i < steps.size(); i++) {
      Binary step = steps.get(i);
      if (!Literals.isShift(step.op()) && !Literals.isFlexible(step.right())) {
        return i;
      }
    }
    return -1;
  }

  private static @Nullable Type rightHint(Binary step, Expr left) {
    return Literals.isShift(step.op()) ? null : left.type();
  }

  private static Expr combine(Body body, Binary step, Expr left, Expr right) {
    Operator.Arithmetic operator = Objects.requireNonNull(Operators.arithmetic(step.op()));
    Span span = left.span().to(right.span());
    if (isUnusable(left) || isUnusable(right)) {
      return body.hole(span);
    }
    if (isNullable(body, left) || isNullable(body, right)) {
      return body.hole(span);
    }
    if (operator == Operator.Arithmetic.ADD
        && left.type() instanceof Type.Text
        && right.type() instanceof Type.Text) {
      return concatenation(left, right, span);
    }
    if (left.type() instanceof Scalar a && right.type() instanceof Scalar b) {
      Scalar type = resultType(operator, a, b);
      if (type != null) {
        boolean shift = Literals.isShift(step.op());
        return new Expr.Arithmetic(
            operator,
            converted(body, left, type),
            shift ? right : converted(body, right, type),
            type,
            span);
      }
    }
    body.complaints.add(undefined(body, operator, left, right, step.opSpan()));
    return body.hole(span);
  }

  private static boolean isUnusable(Expr expr) {
    return expr.type() == Type.Unit.UNKNOWN;
  }

  private static boolean isNullable(Body body, Expr expr) {
    return Nullness.required(body, expr) != expr;
  }

  /// The type in which the operator computes, or null when it does not.
  private static @Nullable Scalar resultType(Operator.Arithmetic operator, Scalar a, Scalar b) {
    return switch (operator) {
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER ->
          a.isNumeric() && b.isNumeric() ? Conversions.common(a, b) : null;
      case AND, OR, XOR ->
          a == Scalar.BOOL && b == Scalar.BOOL
              ? Scalar.BOOL
              : a.isInteger() && b.isInteger() ? Conversions.common(a, b) : null;
      case SHIFT_LEFT, SHIFT_RIGHT -> a.isInteger() && b.isInteger() ? a : null;
    };
  }

  private static Expr converted(Body body, Expr expr, Scalar type) {
    return Objects.requireNonNull(Coercions.implicit(body, expr, type));
  }

  /// Joins strings; three and more at once.
  static Expr concatenation(Expr left, Expr right, Span span) {
    boolean joined =
        left instanceof Expr.Intrinsic intrinsic
            && intrinsic.operation() == Operation.STRING_CONCAT;
    if (!joined && !(left instanceof Expr.Format)) {
      return new Expr.Intrinsic(
          Operation.STRING_CONCAT, List.of(left, right), new Type.Text(), span);
    }
    List<Expr.Part> parts = new ArrayList<>();
    if (left instanceof Expr.Format format) {
      parts.addAll(format.parts());
    } else if (left instanceof Expr.Intrinsic intrinsic) {
      intrinsic.arguments().forEach(argument -> parts.add(part(argument)));
    }
    parts.add(part(right));
    return new Expr.Format(parts, new Type.Text(), span);
  }

  private static Expr.Part part(Expr text) {
    return text instanceof Expr.Literal(ConstantValue.Text(String value), Type _, Span _)
        ? new Expr.Part.Text(value)
        : new Expr.Part.Hole(text, null);
  }

  private static Diagnostic undefined(
      Body body, Operator.Arithmetic operator, Expr left, Expr right, Span span) {
    String leftText = TypeText.of(left.type());
    String rightText = TypeText.of(right.type());
    Diagnostic diagnostic =
        body.complaints.about(
            Code.E0207,
            span,
            "`"
                + operator.spelling()
                + "` is not defined for `"
                + leftText
                + "` and `"
                + rightText
                + "`");
    if (left.type() instanceof Scalar a && right.type() instanceof Scalar b) {
      return a.isNumeric() && b.isNumeric() && Conversions.common(a, b) == null
          ? diagnostic.help(
              "neither holds every value of the other: convert one with `as "
                  + leftText
                  + "` or `as "
                  + rightText
                  + "`")
          : diagnostic;
    }
    boolean text = left.type() instanceof Type.Text || right.type() instanceof Type.Text;
    return text && operator == Operator.Arithmetic.ADD
        ? diagnostic.help("put the values into an f-string: `f\"{a}{b}\"`")
        : diagnostic;
  }
}
