package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.syntax.AssignOp;
import arenad.syntax.BinaryOp;
import arenad.syntax.Expr.Index;
import arenad.syntax.Expr.ListLiteral;
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
import arenad.type.Variants;
import arenad.typed.Expr;
import arenad.typed.Operation;
import arenad.typed.Operator;
import arenad.typed.Stmt;
import arenad.typed.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// `place = value` and `place += value`.
final class Assignments {
  private Assignments() {}

  static Stmt of(Body body, Assign syntax) {
    if (syntax.target() instanceof ListLiteral targets && syntax.op() == AssignOp.SET) {
      return several(body, targets, syntax);
    }
    BinaryOp operation = syntax.op().operation();
    Expr place = place(body, syntax.target(), syntax.op());
    if (place == null || place.type() == Type.Unit.UNKNOWN) {
      Expressions.of(body, syntax.value(), null);
      body.noteHole();
      return new Stmt.Hole(syntax.span());
    }
    Expr buffer = Members.dereferenced(place);
    if (operation != null && isStringBuffer(buffer.type())) {
      return append(body, buffer, syntax);
    }
    AssignmentTargets.check(body, place);
    return operation == null
        ? assign(body, place, syntax)
        : compound(body, place, Objects.requireNonNull(Operators.arithmetic(operation)), syntax);
  }

  /// `[a, b] = [b, a]`: the right side is evaluated before the first place is, then the places are
  /// assigned from left to right; `_` takes nothing.
  private static Stmt several(Body body, ListLiteral targets, Assign syntax) {
    List<Target> places = new ArrayList<>();
    List<Type> types = new ArrayList<>();
    for (arenad.syntax.Expr target : targets.elements()) {
      Target one = target(body, target);
      places.add(one);
      types.add(one.type());
    }
    if (types.contains(Type.Unit.UNKNOWN)) {
      Expressions.of(body, syntax.value(), null);
      body.noteHole();
      return new Stmt.Hole(syntax.span());
    }
    Expr raw = Expressions.value(body, syntax.value(), tupleOf(types));
    Expr tuple = Bindings.tuple(body, raw, places.size(), targets.span());
    if (!(tuple.type() instanceof Type.Tuple(List<Type> given))) {
      body.noteHole();
      return new Stmt.Hole(syntax.span());
    }
    body.facts = body.facts.forgetting(Writes.to(targets));
    List<Variable> parts = new ArrayList<>();
    given.forEach(type -> parts.add(body.locals.unnamed(type, syntax.value().span())));
    List<Stmt> steps = new ArrayList<>();
    steps.add(new Stmt.Destructure(parts, tuple, syntax.span()));
    for (int i = 0; i < places.size(); i++) {
      Expr place = places.get(i).place();
      if (place != null) {
        steps.add(assignPart(body, place, parts.get(i), targets.elements().get(i).span()));
      }
    }
    return new Stmt.Block(steps, syntax.span());
  }

  /// One place of several; none for `_`.
  ///
  /// @param type what the place asks for; `NULL` where it takes anything
  private record Target(@Nullable Expr place, Type type) {}

  private static Target target(Body body, arenad.syntax.Expr target) {
    if (target instanceof Name name && name.name().text().equals("_")) {
      return new Target(null, Type.Unit.NULL);
    }
    Expr place = place(body, target, AssignOp.SET);
    if (place == null) {
      return new Target(null, Type.Unit.UNKNOWN);
    }
    AssignmentTargets.check(body, place);
    return new Target(place, place.type());
  }

  /// What literals on the right side take their types from; null where a place takes anything.
  private static @Nullable Type tupleOf(List<Type> types) {
    return types.contains(Type.Unit.NULL) ? null : new Type.Tuple(types);
  }

  private static Stmt assignPart(Body body, Expr place, Variable part, Span span) {
    Expr read = new Expr.Local(part, part.type(), span);
    Expr value = Coercions.to(body, read, place.type());
    if (place instanceof Expr.Local local) {
      body.facts = body.facts.withAssigned(local.variable());
    }
    Bindings.learn(body, place, read);
    return new Stmt.Assign(place, value, span);
  }

  /// The place left of the operator, not narrowed; null after a complaint.
  private static @Nullable Expr place(Body body, arenad.syntax.Expr target, AssignOp op) {
    return switch (target) {
      case Name name -> variable(body, name, op);
      case Member member -> Members.place(body, member);
      case Index index -> Indexes.of(body, index);
      case Unary unary when unary.op() == UnaryOp.COPY -> object(body, unary);
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

  /// The object behind a reference.
  private static @Nullable Expr object(Body body, Unary syntax) {
    Expr object = Expressions.of(body, syntax, null);
    if (!Variants.isUnion(object.type())) {
      return object;
    }
    body.complaints.add(
        body.complaints
            .about(
                Code.E0107,
                syntax.span(),
                "an object stays of the variant it was made as, so what a `&"
                    + TypeText.of(object.type())
                    + "` leads to cannot be overwritten")
            .help("make a new object and assign the reference"));
    return null;
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
    return new Stmt.Assign(place, Coercions.to(body, result, place.type()), syntax.span());
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
