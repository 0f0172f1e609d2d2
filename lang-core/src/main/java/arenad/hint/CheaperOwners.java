package arenad.hint;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Edit;
import arenad.diagnostic.Fix;
import arenad.diagnostic.Place;
import arenad.symbol.SymbolId;
import arenad.type.Type;
import arenad.type.TypeText;
import arenad.typed.Expr;
import arenad.typed.Operation;
import arenad.typed.Stmt;
import arenad.typed.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Owners that are only looked into: nothing moves them, nothing makes a second handle.
///
/// If moreover only scalars in what they hold are read and written, the value itself would do in their place. A counted handle that is
/// never copied could at least be an owner that does not count.
final class CheaperOwners {
  private CheaperOwners() {}

  /// @param made the owner that is the local's value
  static @Nullable Diagnostic of(
      Stmt.Let let, Expr.Intrinsic made, SymbolId symbol, Uses uses, FlatTypes types) {
    if (!(let.variable().type() instanceof Type.Builtin(var _, List<Type> arguments))) {
      return null;
    }
    Variable variable = let.variable();
    List<Expr> ends = new ArrayList<>();
    for (Expr.Local use : uses.of(variable)) {
      if (!(uses.around(use) instanceof Expr.Intrinsic look)
          || look.operation() != Operation.OWNER_VALUE) {
        return null;
      }
      ends.add(uses.around(look) instanceof Expr.Deref object ? uses.innermost(object) : look);
    }
    Type type = arguments.getFirst();
    boolean onlyScalars = ends.stream().allMatch(end -> end.type() instanceof Type.Scalar);
    if (onlyScalars && types.isFlat(type) && types.isSmall(type)) {
      return plain(let, made, type, symbol, uses, ends);
    }
    return made.operation() == Operation.SHARED_NEW ? single(let, made, symbol) : null;
  }

  private static Diagnostic plain(
      Stmt.Let let, Expr.Intrinsic made, Type type, SymbolId symbol, Uses uses, List<Expr> ends) {
    Variable variable = let.variable();
    String kind = made.operation() == Operation.SHARED_NEW ? "Shared" : "Owned";
    Diagnostic hint =
        Diagnostic.of(
                Code.H0328,
                Place.in(symbol, variable.span()),
                "`"
                    + variable.name()
                    + "` is never moved or passed on, so it need not be "
                    + ("Owned".equals(kind) ? "an `Owned`" : "a `Shared`"))
            .help("a plain `" + TypeText.of(type) + "` on the stack does the same");
    if (Hints.hasWrittenType(let) || !(type instanceof Type.Scalar || type instanceof Type.Named)) {
      return hint;
    }
    List<Edit> edits = new ArrayList<>();
    boolean isWritten = ends.stream().anyMatch(uses::isWritten);
    int name = variable.span().first();
    if (!variable.mutable() && isWritten) {
      edits.add(Hints.replace(symbol, name - 1, name - 1, "let"));
    }
    if (type instanceof Type.Scalar) {
      edits.add(new Edit.InsertAfter(Place.in(symbol, variable.span()), ": " + TypeText.of(type)));
    }
    Expr argument = made.arguments().getFirst();
    edits.add(Hints.replace(symbol, made.span().first(), argument.span().first() - 1, ""));
    edits.add(Hints.replace(symbol, argument.span().last() + 1, made.span().last(), ""));
    for (Expr.Local use : uses.of(variable)) {
      Expr look = uses.around(use);
      if (look != null) {
        edits.add(new Edit.Replace(Place.in(symbol, look.span()), variable.name()));
      }
    }
    return hint.fix(new Fix("Keep `" + variable.name() + "` on the stack", edits));
  }

  private static Diagnostic single(Stmt.Let let, Expr.Intrinsic made, SymbolId symbol) {
    Variable variable = let.variable();
    Diagnostic hint =
        Diagnostic.of(
                Code.H0328,
                Place.in(symbol, variable.span()),
                "`" + variable.name() + "` is the only handle there ever is, so nothing is shared")
            .help("an `Owned` does the same and does not count");
    if (Hints.hasWrittenType(let)) {
      return hint;
    }
    int word = made.span().first();
    return hint.fix(
        new Fix(
            "Make `" + variable.name() + "` an `Owned`",
            Hints.replace(symbol, word, word, "Owned")));
  }
}
