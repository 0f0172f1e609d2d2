package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.syntax.Binding;
import arenad.syntax.Expr.ListLiteral;
import arenad.syntax.Ident;
import arenad.syntax.Stmt.Let;
import arenad.text.Span;
import arenad.type.Type;
import arenad.type.TypeText;
import arenad.typed.Expr;
import arenad.typed.Stmt;
import arenad.typed.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `let` and `const`.
final class Bindings {
  private Bindings() {}

  static Stmt of(Body body, Let let) {
    Type written = let.type() == null ? null : body.type(let.type());
    return switch (let.binding()) {
      case Binding.Name(Ident name, Span _) -> named(body, let, name, written);
      case Binding.Tuple(List<Binding> elements, Span span) ->
          destructured(body, let, elements, span, written);
      case Binding.Ignored(Span span) -> {
        Expr value = let.value() == null ? body.hole(span) : value(body, let.value(), written);
        yield new Stmt.Evaluate(value, let.span());
      }
      case Binding.Missing(Span span) -> {
        if (let.value() != null) {
          value(body, let.value(), written);
        }
        yield Statements.hole(body, span);
      }
    };
  }

  private static Expr value(Body body, arenad.syntax.Expr syntax, @Nullable Type written) {
    return written == null
        ? Expressions.value(body, syntax, null)
        : Expressions.expect(body, syntax, written);
  }

  private static Stmt named(Body body, Let let, Ident name, @Nullable Type written) {
    if (let.value() == null) {
      return withoutValue(body, let, name, written);
    }
    // The name is known only after its value: `let x = x;` reads an outer `x`.
    Expr raw =
        written == null
            ? Expressions.value(body, let.value(), null)
            : Expressions.of(body, let.value(), written);
    Expr value = written == null ? raw : Coercions.to(body, raw, written);
    Type type = written == null ? inferred(body, value, let.value().span()) : written;
    Variable variable = Statements.declare(body, name, type, let.assignable());
    learn(body, new Expr.Local(variable, type, name.span()), raw);
    return new Stmt.Let(variable, value, let.span());
  }

  private static Type inferred(Body body, Expr value, Span span) {
    if (value.type() != Type.Unit.NULL) {
      return value.type();
    }
    body.error(
        Code.E0214,
        span,
        "`null` says nothing of the type: write it, as in `let x: &Node? = null;`");
    return Type.Unit.UNKNOWN;
  }

  /// A nullable place that has been given a value which is not null is known not to be.
  static void learn(Body body, Expr place, Expr value) {
    boolean present =
        place.type() instanceof Type.Optional
            && !(value.type() instanceof Type.Optional)
            && value.type() != Type.Unit.NULL
            && !(value instanceof Expr.Hole);
    if (present) {
      body.facts = Nullness.present(body.facts, place);
    }
  }

  private static Stmt withoutValue(Body body, Let let, Ident name, @Nullable Type written) {
    if (!let.assignable()) {
      body.error(Code.E0107, name.span(), "a `const` needs its value where it is declared");
    } else if (written == null) {
      body.error(
          Code.E0214, name.span(), "neither a type nor a value says what `" + name.text() + "` is");
    }
    Type type = written == null ? Type.Unit.UNKNOWN : written;
    Variable variable = Statements.declare(body, name, type, true);
    if (let.assignable()) {
      body.facts = body.facts.withUnassigned(variable);
    }
    return new Stmt.Let(variable, null, let.span());
  }

  private static Stmt destructured(
      Body body, Let let, List<Binding> elements, Span span, @Nullable Type written) {
    if (let.value() == null) {
      body.error(Code.E0214, span, "names in brackets need a value to take apart");
    }
    Expr value =
        let.value() == null
            ? body.hole(span)
            : written == null && let.value() instanceof ListLiteral list
                ? Lists.asTuple(body, list, elements)
                : value(body, let.value(), written);
    List<Stmt> steps = new ArrayList<>();
    takeApart(body, elements, value, span, let.assignable(), let.span(), steps);
    return steps.size() == 1 ? steps.getFirst() : new Stmt.Block(steps, let.span());
  }

  /// Declares the names of a pattern and gives each its part of the tuple; a pattern inside of it takes
  /// its part apart in turn.
  static void takeApart(
      Body body,
      List<Binding> elements,
      Expr value,
      Span pattern,
      boolean mutable,
      Span span,
      List<Stmt> steps) {
    Expr tuple = tuple(body, value, elements.size(), pattern);
    List<Variable> variables = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      Type type =
          tuple.type() instanceof Type.Tuple(List<Type> types) && types.size() == elements.size()
              ? types.get(i)
              : Type.Unit.UNKNOWN;
      variables.add(element(body, elements.get(i), type, mutable));
    }
    steps.add(new Stmt.Destructure(variables, tuple, span));
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i) instanceof Binding.Tuple(List<Binding> inner, Span place)) {
        Variable part = variables.get(i);
        Expr read = new Expr.Local(part, part.type(), place);
        takeApart(body, inner, read, place, mutable, span, steps);
      }
    }
  }

  /// The value, which must be a tuple of that size.
  static Expr tuple(Body body, Expr value, int size, Span span) {
    if (value.type() == Type.Unit.UNKNOWN) {
      return body.hole(value.span());
    }
    if (value.type() instanceof Type.Optional(Type.Tuple _)) {
      return Nullness.required(body, value);
    }
    if (!(value.type() instanceof Type.Tuple(List<Type> types))) {
      return body.error(
          Code.E0201,
          value.span(),
          "names in brackets take a tuple apart, and this is " + Coercions.article(value.type()));
    }
    return types.size() == size
        ? value
        : body.error(
            Code.E0201,
            span,
            "`"
                + TypeText.of(value.type())
                + "` has "
                + types.size()
                + (types.size() == 1 ? " element" : " elements")
                + ", and here "
                + (size == 1 ? "is 1 name" : "are " + size + " names"));
  }

  private static Variable element(Body body, Binding binding, Type type, boolean mutable) {
    return switch (binding) {
      case Binding.Name(Ident name, Span _) -> Statements.declare(body, name, type, mutable);
      case Binding.Ignored(Span span) -> body.locals.unnamed(type, span);
      case Binding.Missing(Span span) -> {
        body.noteHole();
        yield body.locals.unnamed(type, span);
      }
      case Binding.Tuple(List<Binding> _, Span span) -> body.locals.unnamed(type, span);
    };
  }
}
