package arenad.checker;

import arenad.lifetime.Contract;
import arenad.symbol.SymbolId;
import arenad.type.Declaration;
import org.jspecify.annotations.Nullable;

/// What a function may know of those that it calls.
interface Callees {

  Contract contract(SymbolId callee);

  Declaration.@Nullable Function declaration(SymbolId callee);
}
