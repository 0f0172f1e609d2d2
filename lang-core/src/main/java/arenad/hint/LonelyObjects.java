package arenad.hint;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Edit;
import arenad.diagnostic.Fix;
import arenad.diagnostic.Place;
import arenad.symbol.SymbolId;
import arenad.type.Type;
import arenad.typed.Expr;
import arenad.typed.Operation;
import arenad.typed.Stmt;
import arenad.typed.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Root arenas for one object, of which only members are read and written: it could be a local.
final class LonelyObjects {
  private LonelyObjects() {}

  /// @param let of the arena
  static @Nullable Diagnostic of(Stmt.Let let, SymbolId symbol, Uses uses, FlatTypes types) {
    Expr.New only = null;
    List<Stmt> frees = new ArrayList<>();
    for (Expr.Local use : uses.of(let.variable())) {
      Expr around = uses.around(use);
      if (around instanceof Expr.New allocation && allocation.arena() == use && only == null) {
        only = allocation;
      } else if (around instanceof Expr.Intrinsic call
          && call.operation() == Operation.ARENA_FREE
          && uses.statement(call) instanceof Stmt statement
          && uses.standTogether(let, statement)) {
        frees.add(statement);
      } else {
        return null;
      }
    }
    Stmt.Let object = only == null ? null : uses.letOf(only);
    return only == null
            || object == null
            || !uses.standTogether(let, object)
            || !(only.type() instanceof Type.Ref reference)
        ? null
        : hint(let, only, object, reference.target(), frees, symbol, uses, types);
  }

  private static @Nullable Diagnostic hint(
      Stmt.Let arena,
      Expr.New made,
      Stmt.Let object,
      Type type,
      List<Stmt> frees,
      SymbolId symbol,
      Uses uses,
      FlatTypes types) {
    if (!(type instanceof Type.Named) || !types.ownsNothing(type) || !types.isSmall(type)) {
      return null;
    }
    boolean isWritten = false;
    for (Expr.Local use : uses.of(object.variable())) {
      if (!(uses.around(use) instanceof Expr.Deref all)) {
        return null;
      }
      Expr end = uses.innermost(all);
      if (!(end.type() instanceof Type.Scalar || end.type() instanceof Type.Text)) {
        return null;
      }
      isWritten |= uses.isWritten(end);
    }
    Variable variable = object.variable();
    String name = arena.variable().name();
    Diagnostic hint =
        Diagnostic.of(
                Code.H0328,
                Place.in(symbol, arena.variable().span()),
                "arena `"
                    + name
                    + "` is made for one object, and nothing keeps a reference to that")
            .because(Place.in(symbol, made.span()), "the one object")
            .help("let `" + variable.name() + "` be a struct on the stack");
    if (Hints.hasWrittenType(object)) {
      return hint;
    }
    return hint.fix(
        new Fix(
            "Keep `" + variable.name() + "` on the stack",
            edits(arena, made, variable, isWritten, frees, symbol)));
  }

  private static List<Edit> edits(
      Stmt.Let arena,
      Expr.New made,
      Variable object,
      boolean isWritten,
      List<Stmt> frees,
      SymbolId symbol) {
    List<Edit> edits = new ArrayList<>();
    edits.add(new Edit.Remove(Place.in(symbol, arena.span())));
    for (Stmt free : frees) {
      edits.add(new Edit.Remove(Place.in(symbol, free.span())));
    }
    int name = object.span().first();
    if (!object.mutable() && isWritten) {
      edits.add(Hints.replace(symbol, name - 1, name - 1, "let"));
    }
    Expr value = made.value();
    edits.add(Hints.replace(symbol, made.span().first(), value.span().first() - 1, ""));
    edits.add(Hints.replace(symbol, value.span().last() + 1, made.span().last(), ""));
    return edits;
  }
}
