package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.syntax.ClosureBody;
import arenad.syntax.Expr.Call;
import arenad.syntax.Expr.Closure;
import arenad.syntax.Expr.Member;
import arenad.syntax.Param;
import arenad.syntax.Stmt.Region;
import arenad.text.Span;
import arenad.type.Type;
import arenad.typed.Expr;
import arenad.typed.Stmt;
import arenad.typed.Variable;
import java.util.ArrayList;
import java.util.List;

/// Arenas that end with a block: `region name { }` and `a.useArena((s) => { })`.
final class Arenas {
  private Arenas() {}

  static Stmt region(Body body, Region syntax) {
    body.locals.enter();
    Variable variable = Statements.declare(body, syntax.name(), new Type.Arena(), false);
    body.fixed.put(variable, Body.FixedBy.REGION);
    Stmt.Block block = Statements.block(body, syntax.body());
    body.locals.leave();
    return new Stmt.Region(variable, block, syntax.span());
  }

  static Stmt useArena(Body body, Call call, Member member, Span span) {
    Expr parent =
        Members.dereferenced(
            Nullness.required(body, Expressions.value(body, member.object(), null)));
    if (!(parent.type() instanceof Type.Arena)) {
      Expr method = Methods.call(body, parent, member.name(), call, null);
      return new Stmt.Evaluate(method, span);
    }
    if (call.args().size() != 1
        || !(call.args().getFirst() instanceof Closure closure)
        || closure.params().size() != 1) {
      body.error(
          Code.E0202,
          call.span(),
          "`useArena` takes a closure with one parameter, the arena: `useArena((s) => { ... })`");
      return Statements.hole(body, span);
    }
    return inlined(body, parent, closure, span);
  }

  /// The closure's body runs in place. A `return` in it leaves it alone.
  private static Stmt inlined(Body body, Expr parent, Closure closure, Span span) {
    body.locals.enter();
    Variable variable = parameter(body, closure.params().getFirst());
    body.fixed.put(variable, Body.FixedBy.USE_ARENA);
    Stmt use = inPlace(body, parent, variable, closure, span);
    body.locals.leave();
    return use;
  }

  /// The body of a closure whose parameters are declared, in an arena below `parent`.
  static Stmt.UseArena inPlace(
      Body body, Expr parent, Variable variable, Closure closure, Span span) {
    Surroundings outer = body.surroundings;
    List<Facts> exits = new ArrayList<>();
    body.surroundings = new Surroundings.Closure(outer, exits);
    checkResult(body, closure);
    Stmt.Block block =
        switch (closure.body()) {
          case ClosureBody.Statements(var statements) -> Statements.block(body, statements);
          case ClosureBody.Value(var value) -> {
            Expr effect = Expressions.of(body, value, null);
            yield new Stmt.Block(List.of(new Stmt.Evaluate(effect, value.span())), value.span());
          }
        };
    body.surroundings = outer;
    exits.forEach(exit -> body.facts = body.facts.join(exit));
    return new Stmt.UseArena(parent, variable, block, span);
  }

  private static Variable parameter(Body body, Param param) {
    Type arena = new Type.Arena();
    if (param.type() != null) {
      Type written = body.type(param.type());
      if (written != Type.Unit.UNKNOWN && !written.equals(arena)) {
        body.error(
            Code.E0201,
            param.type().span(),
            "the parameter is an `Arena`, not " + Coercions.article(written));
      }
    }
    return Statements.declare(body, param.name(), arena, false);
  }

  private static void checkResult(Body body, Closure closure) {
    if (closure.returns() == null) {
      return;
    }
    Type written = body.types.ofResult(closure.returns());
    if (written != Type.Unit.VOID && written != Type.Unit.UNKNOWN) {
      body.error(
          Code.E0201,
          closure.returns().span(),
          "the closure of `useArena` gives no value, so not " + Coercions.article(written));
    }
  }
}
