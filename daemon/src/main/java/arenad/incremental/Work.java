package arenad.incremental;

import arenad.symbol.SymbolId;
import arenad.trace.Trace;

/// Who wants a run, and what the run did.
public record Work(Cancellation cancellation, Counters counters, Trace trace) {

  /// A run that nobody cancels and nobody traces.
  public static Work quiet() {
    return new Work(new Cancellation(), new Counters(), Trace.none());
  }

  void elaborated(SymbolId symbol) {
    counters.elaborated(symbol);
  }
}
