package arenad.jvm.layout;

import arenad.symbol.SymbolId;
import arenad.type.Declaration;

/// The declarations that shapes depend on. Whoever hands it in may record each question as a use of the
/// struct's declaration.
@FunctionalInterface
public interface Declarations {

  /// What is written of a struct. Elaboration has seen to it that it exists.
  Declaration.Struct struct(SymbolId symbol);
}
