package arenad.checker;

import arenad.diagnostic.Diagnostic;
import arenad.lifetime.Contract;
import arenad.symbol.SymbolId;
import java.util.List;
import java.util.SortedMap;

/// What the checker makes of a group of functions that call each other.
///
/// @param contracts as callers see them
/// @param diagnostics in the order of the functions
public record Checked(SortedMap<SymbolId, Contract> contracts, List<Diagnostic> diagnostics) {
  public Checked {
    diagnostics = List.copyOf(diagnostics);
  }
}
