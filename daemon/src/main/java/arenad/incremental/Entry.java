package arenad.incremental;

import arenad.outline.SymbolOutline;
import arenad.symbol.SymbolId;
import org.jspecify.annotations.Nullable;

/// All that a snapshot knows of one symbol.
///
/// @param number of the symbol in this process
/// @param body of functions, methods and tests
/// @param group of those whose body has a graph
record Entry(
    SymbolId symbol,
    int number,
    String path,
    SymbolOutline outline,
    Kept<StageRecord.Declared> declared,
    @Nullable Kept<StageRecord.Body> body,
    @Nullable Kept<StageRecord.Group> group) {

  /// The part of the group that is this symbol's.
  StageRecord.@Nullable Member member() {
    return group == null ? null : group.record().member(symbol);
  }

  Entry withGroup(@Nullable Kept<StageRecord.Group> other) {
    return other == group ? this : new Entry(symbol, number, path, outline, declared, body, other);
  }
}
