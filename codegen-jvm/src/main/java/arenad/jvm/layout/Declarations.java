package arenad.jvm.layout;

import arenad.symbol.SymbolId;
import arenad.type.Declaration;
import org.jspecify.annotations.Nullable;

/// The declarations that shapes depend on. Whoever hands it in may record each question as a use of the
/// declaration.
@FunctionalInterface
public interface Declarations {

  /// What is written of a struct or union. Elaboration has seen to it that it exists.
  @Nullable Declaration declaration(SymbolId symbol);

  /// The declaration of a struct.
  default Declaration.Struct struct(SymbolId symbol) {
    if (declaration(symbol) instanceof Declaration.Struct struct) {
      return struct;
    }
    throw new IllegalArgumentException("no struct " + symbol);
  }
}
