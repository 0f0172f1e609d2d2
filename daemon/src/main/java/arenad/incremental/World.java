package arenad.incremental;

import arenad.symbol.SymbolId;
import arenad.typed.TypedFunction;
import org.jspecify.annotations.Nullable;

/// A program as far as it is known: a finished snapshot, or the one that a wave is making.
interface World {

  /// The file that is the module, or null.
  @Nullable FileState module(String module);

  /// Null when there is no such symbol, or when the answer depends on itself.
  StageRecord.@Nullable Declared declared(SymbolId symbol);

  /// Null when there is no such body, or when the answer depends on itself.
  StageRecord.@Nullable Body body(SymbolId symbol);

  /// The typed tree of a function of which instances are made; null when it has errors, or when the answer
  /// depends on itself.
  @Nullable TypedFunction template(SymbolId symbol);

  /// Null when the function has no graph to have a contract.
  StageRecord.@Nullable Member member(SymbolId symbol);
}
