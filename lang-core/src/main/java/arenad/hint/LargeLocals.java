package arenad.hint;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Place;
import arenad.symbol.SymbolId;
import arenad.type.Type;
import arenad.type.TypeText;
import arenad.typed.Stmt;
import arenad.typed.Variable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Fixed arrays and structs that are large for the stack.
final class LargeLocals {
  private LargeLocals() {}

  static @Nullable Diagnostic of(Stmt.Let let, SymbolId symbol, FlatTypes types) {
    Variable variable = let.variable();
    Type type = variable.type();
    boolean inline =
        type instanceof Type.FixedArray
            || type instanceof Type.Named
            || type instanceof Type.Tuple
            || type instanceof Type.Optional;
    if (!inline || types.size(type) <= FlatTypes.LARGE) {
      return null;
    }
    String bytes = String.format(Locale.ROOT, "%,d", types.size(type));
    String message = "`" + variable.name() + "` takes " + bytes + " bytes of the stack";
    String help =
        type instanceof Type.FixedArray(Type element, int length)
            ? "`arena.span<" + TypeText.of(element) + ">(" + length + ")` has room in an arena"
            : "`arena.new(...)` makes it in an arena";
    return Diagnostic.of(Code.H0324, Place.in(symbol, variable.span()), message).help(help);
  }
}
