package arenad.checker;

import arenad.lifetime.Contract;
import arenad.symbol.SymbolId;
import arenad.type.Declaration;
import arenad.type.Type;
import org.jspecify.annotations.Nullable;

/// What a function may know of those that it calls.
interface Callees {

  Contract contract(SymbolId callee);

  Declaration.@Nullable Function declaration(SymbolId callee);

  /// The type of the member that a requirement asks of a type argument.
  Type member(Type argument, String name);
}
