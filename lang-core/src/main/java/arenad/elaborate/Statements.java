package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.resolve.Meaning;
import arenad.syntax.Expr.Call;
import arenad.syntax.Expr.Member;
import arenad.syntax.Expr.Name;
import arenad.syntax.Ident;
import arenad.text.Span;
import arenad.type.Type;
import arenad.typed.Expr;
import arenad.typed.Stmt;
import arenad.typed.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Elaborates statements: each kind is handed to who knows it, the plain ones are here.
final class Statements {
  private Statements() {}

  /// A block with a scope of its own.
  static Stmt.Block block(Body body, arenad.syntax.Stmt.Block syntax) {
    body.locals.enter();
    Stmt.Block block = inScope(body, syntax);
    body.facts = body.facts.forgetting(body.locals.leave());
    return block;
  }

  /// The statements of a block whose scope is open already.
  static Stmt.Block inScope(Body body, arenad.syntax.Stmt.Block syntax) {
    List<Stmt> statements = new ArrayList<>();
    for (arenad.syntax.Stmt statement : syntax.statements()) {
      statements.add(of(body, statement));
    }
    return new Stmt.Block(statements, syntax.span());
  }

  static Stmt of(Body body, arenad.syntax.Stmt syntax) {
    return switch (syntax) {
      case arenad.syntax.Stmt.Block block -> block(body, block);
      case arenad.syntax.Stmt.Let let -> Bindings.of(body, let);
      case arenad.syntax.Stmt.Assign assign -> Assignments.of(body, assign);
      case arenad.syntax.Stmt.Evaluate evaluate -> evaluate(body, evaluate);
      case arenad.syntax.Stmt.If branch -> branch(body, branch);
      case arenad.syntax.Stmt.While loop -> Loops.whileLoop(body, loop);
      case arenad.syntax.Stmt.For loop -> Loops.forLoop(body, loop);
      case arenad.syntax.Stmt.Break(Span span) -> jump(body, span, "break");
      case arenad.syntax.Stmt.Continue(Span span) -> jump(body, span, "continue");
      case arenad.syntax.Stmt.Return statement -> Returns.of(body, statement);
      case arenad.syntax.Stmt.Defer defer -> Defers.of(body, defer);
      case arenad.syntax.Stmt.Region region -> Arenas.region(body, region);
      case arenad.syntax.Stmt.Match match -> Matches.statement(body, match);
      case arenad.syntax.Stmt.Missing(Span span) -> hole(body, span);
    };
  }

  /// A statement that means nothing; what follows it is not judged by what it may have done.
  static Stmt.Hole hole(Body body, Span span) {
    body.noteHole();
    body.facts = body.facts.asUncertain();
    return new Stmt.Hole(span);
  }

  private static Stmt evaluate(Body body, arenad.syntax.Stmt.Evaluate syntax) {
    if (syntax.value() instanceof Call call) {
      if (call.callee() instanceof Name name
          && name.name().text().equals("assert")
          && isBuiltin(body, "assert")) {
        return assertion(body, call, syntax.span());
      }
      if (call.callee() instanceof Member member && member.name().text().equals("useArena")) {
        return Arenas.useArena(body, call, member, syntax.span());
      }
      if (call.callee() instanceof Member member && member.name().text().equals("open")) {
        return Regions.open(body, call, member, syntax.span());
      }
    }
    Expr value = Expressions.of(body, syntax.value(), null);
    return new Stmt.Evaluate(value, syntax.span());
  }

  private static boolean isBuiltin(Body body, String name) {
    return body.locals.find(name) == null && body.scope.meaning(name) instanceof Meaning.Absent;
  }

  private static Stmt assertion(Body body, Call call, Span span) {
    if (call.args().isEmpty() || call.args().size() > 2) {
      Arguments.ignored(body, call.args());
      body.error(
          Code.E0202,
          call.span().lastToken(),
          "`assert` takes a condition and perhaps a message, not "
              + Arguments.count(call.args().size()));
      return hole(body, span);
    }
    Condition condition = Conditions.of(body, call.args().getFirst());
    Expr message = null;
    if (call.args().size() == 2) {
      body.facts = condition.whenFalse();
      message = Expressions.expect(body, call.args().get(1), new Type.Text());
    }
    body.facts = condition.whenTrue();
    return new Stmt.Assert(condition.expr(), message, span);
  }

  /// A chain of `else if`s is taken apart by a loop, so that its length costs no stack.
  private static Stmt branch(Body body, arenad.syntax.Stmt.If syntax) {
    record Arm(Expr condition, Stmt.Block then, Span span) {}
    List<Arm> arms = new ArrayList<>();
    Facts after = null;
    arenad.syntax.@Nullable Stmt at = syntax;
    while (at instanceof arenad.syntax.Stmt.If one) {
      Condition condition = Conditions.of(body, one.condition());
      body.facts = condition.whenTrue();
      Stmt.Block then = block(body, one.then());
      after = after == null ? body.facts : after.join(body.facts);
      body.facts = condition.whenFalse();
      arms.add(new Arm(condition.expr(), then, one.span()));
      at = one.otherwise();
    }
    Stmt otherwise = at == null ? null : of(body, at);
    body.facts = after == null ? body.facts : after.join(body.facts);
    for (Arm arm : arms.reversed()) {
      otherwise = new Stmt.If(arm.condition(), arm.then(), otherwise, arm.span());
    }
    return otherwise == null ? hole(body, syntax.span()) : otherwise;
  }

  private static Stmt jump(Body body, Span span, String word) {
    if (!(body.surroundings instanceof Surroundings.Loop loop)) {
      String inside =
          switch (body.surroundings) {
            case Surroundings.Deferred _ -> ", and a `defer` cannot be left";
            case Surroundings.Closure _ -> ", and the closure of `useArena` is left by `return`";
            case Surroundings.Passed _ -> ", and a closure is left by `return`";
            case Surroundings.Loop _ -> "";
            case null -> "";
          };
      body.error(Code.E0210, span, "`" + word + "` stands outside of a loop" + inside);
      return hole(body, span);
    }
    if (word.equals("break")) {
      loop.exits().add(body.facts.forgetting(body.locals.deferredWrites()));
    }
    body.facts = body.facts.ended();
    return word.equals("break") ? new Stmt.Break(span) : new Stmt.Continue(span);
  }

  /// Declares a variable in the innermost block; complains when the name is taken there.
  static Variable declare(Body body, Ident name, Type type, boolean mutable) {
    Variable before = body.locals.inThisBlock(name.text());
    if (name.text().equals("self")) {
      body.error(Code.E0105, name.span(), "`self` is the object of a method and nothing else");
    } else if (before != null && !name.isMissing()) {
      body.complaints.add(
          body.complaints
              .about(
                  Code.E0105, name.span(), "`" + name.text() + "` is declared twice in this block")
              .because(body.complaints.at(before.span()), "first declared here"));
    }
    if (type == Type.Unit.UNKNOWN) {
      body.noteHole();
    }
    return body.locals.declare(name.text(), type, mutable, name.span());
  }
}
