package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.syntax.ClosureBody;
import arenad.syntax.Expr.Call;
import arenad.syntax.Expr.Closure;
import arenad.syntax.Expr.Member;
import arenad.syntax.Param;
import arenad.text.Span;
import arenad.type.Type;
import arenad.typed.Expr;
import arenad.typed.Operation;
import arenad.typed.Stmt;
import arenad.typed.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `Region<T>.new((r) => r.new(...))` and `g.open((root) => { ... })`: the closures run in place.
final class Regions {
  private Regions() {}

  static Expr make(Body body, Type.Builtin type, Call call) {
    Type root = new Type.Ref(type.arguments().getFirst());
    if (!(call.args().size() == 1
        && call.args().getFirst() instanceof Closure closure
        && closure.params().size() == 1)) {
      Arguments.ignored(body, call.args());
      return body.error(
          Code.E0202,
          call.span(),
          "`new` takes a closure that is given the region's arena and gives its root:"
              + " `(r) => r.new(...)`");
    }
    arenad.syntax.Expr result = result(closure);
    if (result == null) {
      body.complaints.add(
          body.complaints
              .about(Code.E0202, closure.span(), "the closure of `new` is one expression")
              .help("let a function build what is more, and call it: `(r) => build(r)`"));
      return body.hole(type, call.span());
    }
    body.locals.enter();
    Variable arena = parameter(body, closure.params().getFirst(), new Type.Arena());
    Expr value = Expressions.expect(body, result, root);
    body.locals.leave();
    Span span = call.span();
    Expr handle = new Expr.Local(arena, arena.type(), closure.span());
    Expr sealed = new Expr.Intrinsic(Operation.REGION_SEAL, List.of(handle, value), type, span);
    Expr begun = new Expr.Intrinsic(Operation.REGION_BEGIN, List.of(), arena.type(), span);
    return new Expr.Let(arena, begun, sealed, type, span);
  }

  /// The expression that a closure gives, or null where it takes more than that.
  private static arenad.syntax.@Nullable Expr result(Closure closure) {
    return switch (closure.body()) {
      case ClosureBody.Value(var value) -> value;
      case ClosureBody.Statements(var block) ->
          block.statements().size() == 1
                  && block.statements().getFirst() instanceof arenad.syntax.Stmt.Return returned
              ? returned.value()
              : null;
    };
  }

  /// Whether the call opens a region; its object is elaborated already.
  static boolean isRegion(Expr object) {
    return object.type() instanceof Type.Builtin(Type.Container container, var _)
        && container == Type.Container.REGION;
  }

  /// `g.open((root) => { ... })` and `g.open((root, r) => { ... })`, `r` being the arena of the region. The block hangs on
  /// that arena, so that it cannot end meanwhile.
  static Stmt open(Body body, Call call, Member member, Span span) {
    Expr region =
        Members.dereferenced(
            Nullness.required(body, Expressions.value(body, member.object(), null)));
    if (!isRegion(region)) {
      return new Stmt.Evaluate(Methods.call(body, region, member.name(), call, null), span);
    }
    if (!(call.args().size() == 1
        && call.args().getFirst() instanceof Closure closure
        && (closure.params().size() == 1 || closure.params().size() == 2))) {
      Arguments.ignored(body, call.args());
      body.error(
          Code.E0202,
          call.span(),
          "`open` takes a closure that is given the root, and perhaps the arena:"
              + " `open((root) => { ... })`");
      return Statements.hole(body, span);
    }
    return opened(body, region, closure, span);
  }

  private static Stmt opened(Body body, Expr region, Closure closure, Span span) {
    Type root = new Type.Ref(((Type.Builtin) region.type()).arguments().getFirst());
    List<Stmt> statements = new ArrayList<>();
    body.locals.enter();
    Variable first = parameter(body, closure.params().getFirst(), root);
    Expr look = new Expr.Intrinsic(Operation.OWNER_VALUE, List.of(region), root, region.span());
    statements.add(new Stmt.Let(first, look, span));
    Expr arena =
        new Expr.Intrinsic(
            Operation.REGION_ARENA,
            List.of(new Expr.Local(first, root, region.span())),
            new Type.Arena(),
            region.span());
    if (closure.params().size() == 2) {
      Variable second = parameter(body, closure.params().get(1), new Type.Arena());
      statements.add(new Stmt.Let(second, arena, span));
    }
    Variable hidden = body.locals.unnamed(new Type.Arena(), region.span());
    statements.add(Arenas.inPlace(body, arena, hidden, closure, span));
    body.locals.leave();
    return new Stmt.Block(statements, span);
  }

  private static Variable parameter(Body body, Param param, Type type) {
    if (param.type() != null) {
      Type written = body.type(param.type());
      if (written != Type.Unit.UNKNOWN && !written.equals(type)) {
        body.error(
            Code.E0201,
            param.type().span(),
            "the parameter is " + Coercions.article(type) + ", not " + Coercions.article(written));
      }
    }
    return Statements.declare(body, param.name(), type, false);
  }
}
