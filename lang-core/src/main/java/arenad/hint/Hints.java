package arenad.hint;

import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Edit;
import arenad.diagnostic.Place;
import arenad.symbol.SymbolId;
import arenad.text.Span;
import arenad.type.Declaration;
import arenad.type.Type;
import arenad.typed.EveryStmt;
import arenad.typed.Expr;
import arenad.typed.Operation;
import arenad.typed.Stmt;
import arenad.typed.TypedFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// The hints about one body.
public final class Hints {
  private Hints() {}

  /// @param function without holes
  /// @param sizes bytes that a value of a type takes, one without type parameters
  public static List<Diagnostic> of(
      TypedFunction function,
      Function<SymbolId, @Nullable Declaration> declarations,
      ToLongFunction<Type> sizes) {
    FlatTypes types = new FlatTypes(declarations, sizes);
    List<Stmt.Let> lets = new ArrayList<>();
    for (Stmt statement : EveryStmt.in(function.body())) {
      if (statement instanceof Stmt.Let let) {
        lets.add(let);
      }
    }
    Uses uses = null;
    List<Diagnostic> hints = new ArrayList<>();
    for (Stmt.Let let : lets) {
      Diagnostic hint = LargeLocals.of(let, function.symbol(), types);
      if (hint == null && let.value() instanceof Expr.Intrinsic made && makesMemory(made)) {
        uses = uses != null ? uses : new Uses(function);
        hint =
            made.operation() == Operation.ARENA_NEW_ROOT
                ? LonelyObjects.of(let, function.symbol(), uses, types)
                : CheaperOwners.of(let, made, function.symbol(), uses, types);
      }
      if (hint != null) {
        hints.add(hint);
      }
    }
    return hints;
  }

  private static boolean makesMemory(Expr.Intrinsic made) {
    return made.operation() == Operation.OWNED_NEW
        || made.operation() == Operation.SHARED_NEW
        || made.operation() == Operation.ARENA_NEW_ROOT;
  }

  /// The tokens of a body as a place in it.
  static Edit replace(SymbolId symbol, int first, int last, String text) {
    return new Edit.Replace(Place.in(symbol, new Span(first, last)), text);
  }

  /// Whether a type is written behind the name of a local.
  static boolean hasWrittenType(Stmt.Let let) {
    return let.value() == null || let.value().span().first() != let.variable().span().last() + 2;
  }
}
