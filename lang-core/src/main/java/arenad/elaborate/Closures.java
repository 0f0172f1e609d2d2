package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.syntax.ClosureBody;
import arenad.syntax.Expr.Closure;
import arenad.syntax.Param;
import arenad.syntax.TypeExpr;
import arenad.text.Span;
import arenad.type.Type;
import arenad.typed.EveryExpr;
import arenad.typed.Expr;
import arenad.typed.Stmt;
import arenad.typed.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Closures that are passed to a function: functions of their own, which use the variables around where
/// they are. They may run any number of times before the call returns, and not afterwards.
final class Closures {
  private final Body body;
  private final Closure syntax;
  private final List<Type> wanted;
  private final int first;
  private List<Variable> parameters = List.of();

  private Closures(Body body, Closure syntax, List<Type> wanted) {
    this.body = body;
    this.syntax = syntax;
    this.wanted = wanted;
    this.first = body.locals.all().size();
  }

  /// A closure where nothing can take it.
  static Expr kept(Body body, Closure syntax) {
    body.complaints.add(
        body.complaints
            .about(
                Code.E0409,
                syntax.span(),
                "a closure is passed to a function and called there; it cannot be kept")
            .help("declare a function of that name instead"));
    return body.hole(syntax.span());
  }

  /// What any closure among the arguments may assign is forgotten before the first of them: they run later
  /// than all arguments are evaluated, in an order that only the callee knows.
  static void forgetWritten(Body body, List<arenad.syntax.Expr> arguments) {
    for (arenad.syntax.Expr argument : arguments) {
      if (argument instanceof Closure) {
        body.facts = body.facts.forgetting(Writes.ofClosuresIn(argument));
      }
    }
  }

  /// @param wanted what the closure is given
  /// @param result what it is to give; null where that is to be found out, and is then in the closure's
  ///     `result`
  static Expr of(Body body, Closure syntax, List<Type> wanted, @Nullable Type result) {
    if (syntax.params().size() != wanted.size()) {
      return wrongCount(body, syntax, wanted.size());
    }
    Type written = writtenResult(body, syntax, result);
    Type expected = result != null ? result : written;
    int errors = body.complaints.all().size();
    Closures first = new Closures(body, syntax, wanted);
    Results results = new Results(expected);
    Facts before = body.facts;
    Stmt.Block block = first.elaborated(results, expected);
    if (expected != null) {
      return first.closure(block, expected);
    }
    Type inferred = results.inferred();
    if (inferred == Type.Unit.NULL) {
      return body.error(Code.E0214, syntax.span(), "`null` alone does not say what is returned");
    }
    if (results.allExactly(inferred) || body.complaints.all().size() > errors) {
      return first.closure(block, inferred);
    }
    body.facts = before;
    Closures second = new Closures(body, syntax, wanted);
    return second.closure(second.elaborated(new Results(inferred), inferred), inferred);
  }

  private static Expr wrongCount(Body body, Closure syntax, int wanted) {
    body.complaints.add(
        Code.E0202,
        syntax.span(),
        "this closure takes "
            + Arguments.count(syntax.params().size())
            + ", and is given "
            + Arguments.count(wanted));
    return body.hole(syntax.span());
  }

  private static @Nullable Type writtenResult(Body body, Closure syntax, @Nullable Type result) {
    if (syntax.returns() == null) {
      return null;
    }
    Type written = body.types.ofResult(syntax.returns());
    if (result != null && written != Type.Unit.UNKNOWN && !written.equals(result)) {
      body.error(
          Code.E0201,
          syntax.returns().span(),
          "this closure is to give " + described(result) + ", not " + described(written));
    }
    return written;
  }

  private static String described(Type type) {
    return type == Type.Unit.VOID ? "nothing" : Coercions.article(type);
  }

  /// The body, from what is known where the closure stands. Of fields nothing is known when it runs, and
  /// neither is anything of what it assigns itself, since it may have run before.
  private Stmt.Block elaborated(Results results, @Nullable Type expected) {
    Facts before = body.facts;
    Writes writes = Writes.ofClosuresIn(syntax);
    Surroundings surroundings = body.surroundings;
    Results outer = body.results;
    List<Chains.Link> links = body.links;
    body.links = null;
    body.results = results;
    body.surroundings = new Surroundings.Passed(surroundings);
    body.facts = before.forgetting(writes).forgetting(path -> !path.isVariable());
    body.locals.enter();
    parameters = parameters();
    Stmt.Block block = statements(expected);
    checkEnd(expected != null ? expected : results.inferred());
    body.locals.leave();
    body.surroundings = surroundings;
    body.results = outer;
    body.links = links;
    Facts after = before.forgetting(writes);
    body.facts = body.facts.uncertain() ? after.asUncertain() : after;
    return block;
  }

  private List<Variable> parameters() {
    List<Variable> declared = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      Param param = syntax.params().get(i);
      Type type = wanted.get(i);
      checkWritten(param.type(), type);
      if (param.defaultValue() != null) {
        body.error(
            Code.E0202, param.defaultValue().span(), "a closure is always given all its arguments");
      }
      declared.add(
          param.name().text().equals("_")
              ? body.locals.unnamed(type, param.span())
              : Statements.declare(body, param.name(), type, true));
    }
    return declared;
  }

  private void checkWritten(@Nullable TypeExpr syntax, Type type) {
    if (syntax == null) {
      return;
    }
    Type written = body.types.of(syntax);
    if (written != Type.Unit.UNKNOWN && type != Type.Unit.UNKNOWN && !written.equals(type)) {
      body.error(
          Code.E0201,
          syntax.span(),
          "the closure is given "
              + Coercions.article(type)
              + ", not "
              + Coercions.article(written));
    }
  }

  private Stmt.Block statements(@Nullable Type expected) {
    return switch (syntax.body()) {
      case ClosureBody.Statements(var statements) -> Statements.block(body, statements);
      case ClosureBody.Value(var value) -> value(value, expected);
    };
  }

  /// `(x) => e`: the value is what the closure gives; where it is to give nothing, it is dropped.
  private Stmt.Block value(arenad.syntax.Expr value, @Nullable Type expected) {
    Span span = value.span();
    Expr given = Expressions.of(body, value, expected);
    body.results.add(given.type(), span);
    boolean nothing =
        expected == Type.Unit.VOID
            || given.type() == Type.Unit.VOID
            || given.type() == Type.Unit.NEVER;
    if (!nothing) {
      Expr result = expected == null ? given : Coercions.to(body, given, expected);
      body.facts = body.facts.ended();
      return new Stmt.Block(List.of(new Stmt.Return(result, span)), span);
    }
    if (given.type() == Type.Unit.NEVER) {
      body.facts = body.facts.ended();
    }
    return new Stmt.Block(List.of(new Stmt.Evaluate(given, span)), span);
  }

  private void checkEnd(Type result) {
    boolean gives =
        result == Type.Unit.VOID || result == Type.Unit.UNKNOWN || !body.facts.reachable();
    if (!gives && !body.facts.uncertain()) {
      body.error(
          Code.E0206,
          syntax.span().lastToken(),
          "the end of the closure is reached without a `return`, but "
              + Coercions.article(result)
              + " is to be given");
    }
  }

  private Expr closure(Stmt.Block block, Type result) {
    if (result == Type.Unit.UNKNOWN) {
      return body.hole(syntax.span());
    }
    Expr.Closure closure =
        new Expr.Closure(
            parameters,
            result,
            block,
            first,
            body.locals.all().size(),
            new Type.Function(wanted, result),
            syntax.span());
    checkAssigned(closure);
    return closure;
  }

  /// A variable around must have a value by the time the closure may run, even to be assigned.
  private void checkAssigned(Expr.Closure closure) {
    for (Expr expr : EveryExpr.in(closure)) {
      if (expr instanceof Expr.Local local
          && local.variable().index() < first
          && body.facts.unassigned().contains(local.variable())) {
        body.complaints.add(
            body.complaints
                .about(
                    Code.E0108,
                    local.span(),
                    "`"
                        + local.variable().name()
                        + "` may not have a value yet when the closure runs")
                .because(
                    body.complaints.at(local.variable().span()), "declared here, without a value"));
        body.facts = body.facts.withAssigned(local.variable());
      }
    }
  }
}
