package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.symbol.SymbolId;
import arenad.syntax.Stmt.Return;
import arenad.type.Type;
import arenad.type.TypeText;
import arenad.typed.Expr;
import arenad.typed.Stmt;
import java.util.List;
import java.util.Objects;

/// `return`.
final class Returns {
  private Returns() {}

  static Stmt of(Body body, Return syntax) {
    Surroundings left = Surroundings.withoutLoops(body.surroundings);
    Stmt statement =
        switch (left) {
          case Surroundings.Deferred _ -> {
            value(body, syntax);
            body.error(
                Code.E0210, syntax.span(), "`return` stands in a `defer`, which cannot be left");
            yield new Stmt.Hole(syntax.span());
          }
          case Surroundings.Closure closure -> {
            closure.exits().add(body.facts.forgetting(body.locals.deferredWrites()));
            yield fromClosure(body, syntax);
          }
          case Surroundings.Passed _ -> fromFunction(body, syntax);
          case Surroundings.Loop _ ->
              throw new IllegalStateException("a loop is left with what it is in");
          case null -> fromFunction(body, syntax);
        };
    body.facts = body.facts.ended();
    return statement;
  }

  private static void value(Body body, Return syntax) {
    if (syntax.value() != null) {
      Expressions.of(body, syntax.value(), null);
    }
  }

  private static Stmt fromClosure(Body body, Return syntax) {
    if (syntax.value() == null) {
      return new Stmt.Return(null, syntax.span());
    }
    value(body, syntax);
    body.complaints.add(
        body.complaints
            .about(
                Code.E0201,
                syntax.value().span(),
                "`return` leaves the closure here, which gives no value")
            .help("assign the value to a variable of the function and return it afterwards"));
    body.noteHole();
    return new Stmt.Hole(syntax.span());
  }

  private static Stmt fromFunction(Body body, Return syntax) {
    Type expected = body.results.expected();
    if (syntax.value() == null) {
      if (expected != null && expected != Type.Unit.VOID && expected != Type.Unit.UNKNOWN) {
        body.error(
            Code.E0201,
            syntax.span(),
            "this function returns " + Coercions.article(expected) + ", so `return` needs a value");
      }
      body.results.add(Type.Unit.VOID, syntax.span());
      return new Stmt.Return(null, syntax.span());
    }
    if (expected == Type.Unit.VOID) {
      return fromVoid(body, syntax);
    }
    Expr value = Expressions.of(body, syntax.value(), expected);
    body.results.add(value.type(), syntax.value().span());
    if (expected != null) {
      value = Coercions.to(body, value, expected);
    }
    return value.type() == Type.Unit.VOID || value.type() == Type.Unit.NEVER
        ? effect(value, syntax)
        : new Stmt.Return(value, syntax.span());
  }

  /// `return f();`, where `f` gives nothing either.
  private static Stmt effect(Expr value, Return syntax) {
    return new Stmt.Block(
        List.of(new Stmt.Evaluate(value, value.span()), new Stmt.Return(null, syntax.span())),
        syntax.span());
  }

  private static Stmt fromVoid(Body body, Return syntax) {
    Expr value = Expressions.of(body, Objects.requireNonNull(syntax.value()), null);
    if (value.type() == Type.Unit.VOID || value.type() == Type.Unit.NEVER) {
      return effect(value, syntax);
    }
    if (value.type() != Type.Unit.UNKNOWN) {
      Diagnostic diagnostic =
          body.complaints.about(
              Code.E0201,
              value.span(),
              "this function returns nothing, and this is " + Coercions.article(value.type()));
      String help =
          body.symbol.kind() == SymbolId.Kind.TEST
              ? "a `test` has no result"
              : "state the return type after the parameters: `: " + TypeText.of(value.type()) + "`";
      body.complaints.add(diagnostic.help(help));
    }
    body.noteHole();
    return new Stmt.Hole(syntax.span());
  }
}
