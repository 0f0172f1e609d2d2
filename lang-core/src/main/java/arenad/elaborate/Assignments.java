package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.syntax.AssignOp;
import arenad.syntax.BinaryOp;
import arenad.syntax.Expr.Index;
import arenad.syntax.Expr.Member;
import arenad.syntax.Expr.Name;
import arenad.syntax.Expr.Unary;
import arenad.syntax.Stmt.Assign;
import arenad.syntax.UnaryOp;
import arenad.text.Span;
import arenad.type.Conversions;
import arenad.type.Type;
import arenad.type.Type.Scalar;
import arenad.type.TypeText;
import arenad.typed.Expr;
import arenad.typed.Operation;
import arenad.typed.Operator;
import arenad.typed.Stmt;
import arenad.typed.Variable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// `place = value` and `place += value`.
final class Assignments {
  private Assignments() {}

  static Stmt of(Body body, Assign syntax) {
    BinaryOp operation = syntax.op().operation();
    Expr place = place(body, syntax.target(), syntax.op());
    if (place == null || place.type() == Type.Unit.UNKNOWN) {
      Expressions.of(body, syntax.value(), null);
      body.noteHole();
      return new Stmt.Hole(syntax.span());
    }
    if (operation != null && isStringBuffer(place.type())) {
      return append(body, place, syntax);
    }
    AssignmentTargets.check(body, place);
    return operation == null
        ? assign(body, place, syntax)
        : compound(body, place, Objects.requireNonNull(Operators.arithmetic(operation)), syntax);
  }

  /// The place left of the operator, not narrowed; null after a complaint.
  private static @Nullable Expr place(Body body, arenad.syntax.Expr target, AssignOp op) {
    return switch (target) {
      case Name name -> variable(body, name, op);
      case Member member -> Members.place(body, member);
      case Index index -> Indexes.of(body, index);
      case Unary unary when unary.op() == UnaryOp.COPY -> Expressions.of(body, unary, null);
      case arenad.syntax.Expr other -> {
        Expressions.of(body, other, null);
        if (!(other instanceof arenad.syntax.Expr.Missing)) {
          body.error(
              Code.E0107, other.span(), "only a variable, a field or an element can be assigned");
        }
        yield null;
      }
    };
  }

  private static @Nullable Expr variable(Body body, Name name, AssignOp op) {
    Variable variable = body.locals.find(name.name().text());
    if (variable == null) {
      Expr global = References.name(body, name, null);
      if (global instanceof Expr.Constant) {
        body.error(
            Code.E0107,
            name.span(),
            "`" + name.name().text() + "` is a constant of the module and cannot be assigned");
      }
      return null;
    }
    if (name.name().text().equals("self")) {
      body.error(
          Code.E0107,
          name.span(),
          "`self` is the object itself and cannot be assigned; assign its fields");
      return null;
    }
    if (op != AssignOp.SET) {
      return References.local(body, variable, name.span());
    }
    References.note(body, variable);
    return new Expr.Local(variable, variable.type(), name.span());
  }

  private static Stmt assign(Body body, Expr place, Assign syntax) {
    Expr raw = Expressions.of(body, syntax.value(), place.type());
    Expr value = Coercions.to(body, raw, place.type());
    body.facts = body.facts.forgetting(Writes.to(syntax.target()));
    if (place instanceof Expr.Local local) {
      body.facts = body.facts.withAssigned(local.variable());
    }
    Bindings.learn(body, place, raw);
    return new Stmt.Assign(place, value, syntax.span());
  }

  private static Stmt append(Body body, Expr place, Assign syntax) {
    Expr value = Formats.printable(body, syntax.value());
    if (syntax.op() != AssignOp.ADD) {
      body.error(
          Code.E0207,
          syntax.opSpan(),
          "`" + syntax.op().symbol() + "` is not defined for `StringBuffer`, only `+=` is");
      return new Stmt.Hole(syntax.span());
    }
    Expr append =
        new Expr.Intrinsic(
            Operation.BUFFER_APPEND, List.of(place, value), Type.Unit.VOID, syntax.span());
    return new Stmt.Evaluate(append, syntax.span());
  }

  private static boolean isStringBuffer(Type type) {
    return type instanceof Type.Builtin(Type.Container container, var _)
        && container == Type.Container.STRING_BUFFER;
  }

  private static Stmt compound(Body body, Expr place, Operator.Arithmetic operator, Assign syntax) {
    Expr read = Nullness.required(body, Nullness.read(body, place));
    Expr value = Expressions.value(body, syntax.value(), read.type());
    if (read.type() == Type.Unit.UNKNOWN || value.type() == Type.Unit.UNKNOWN) {
      body.noteHole();
      return new Stmt.Hole(syntax.span());
    }
    if (!isDefined(operator, read.type(), value.type())) {
      return undefined(body, operator, read.type(), value, syntax.opSpan(), syntax.span());
    }
    Expr operand = Coercions.to(body, value, read.type());
    if (read == place) {
      return new Stmt.AssignOperator(place, operator, operand, syntax.span());
    }
    // A narrowed place is a path of names: to evaluate it twice changes nothing.
    Expr result = new Expr.Arithmetic(operator, read, operand, read.type(), syntax.span());
    return new Stmt.Assign(
        place, new Expr.Some(result, place.type(), syntax.span()), syntax.span());
  }

  private static boolean isDefined(Operator.Arithmetic operator, Type place, Type value) {
    if (place instanceof Type.Text && value instanceof Type.Text) {
      return operator == Operator.Arithmetic.ADD;
    }
    return place instanceof Scalar a
        && value instanceof Scalar b
        && a.isNumeric()
        && Conversions.lossless(b, a);
  }

  private static Stmt undefined(
      Body body, Operator.Arithmetic operator, Type place, Expr value, Span at, Span span) {
    if (value.type() instanceof Type.Optional) {
      body.complaints.add(Nullness.mayBeNull(body, value));
      body.noteHole();
      return new Stmt.Hole(span);
    }
    boolean numbers =
        place instanceof Scalar a
            && value.type() instanceof Scalar b
            && a.isNumeric()
            && b.isNumeric();
    var diagnostic =
        body.complaints.about(
            numbers ? Code.E0201 : Code.E0207,
            numbers ? value.span() : at,
            numbers
                ? "this is "
                    + Coercions.article(value.type())
                    + ", and the result must be "
                    + Coercions.article(place)
                : "`"
                    + operator.spelling()
                    + "=` is not defined for `"
                    + TypeText.of(place)
                    + "` and `"
                    + TypeText.of(value.type())
                    + "`");
    if (numbers) {
      diagnostic = diagnostic.help("convert the value with `as " + TypeText.of(place) + "`");
    } else if (place instanceof Type.Text) {
      diagnostic = diagnostic.help("put the value into an f-string: `f\"{x}\"`");
    }
    body.complaints.add(diagnostic);
    body.noteHole();
    return new Stmt.Hole(span);
  }
}
