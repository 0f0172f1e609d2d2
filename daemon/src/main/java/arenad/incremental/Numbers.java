package arenad.incremental;

import arenad.symbol.SymbolId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Small numbers for the symbols that this process has seen. They index arrays; nothing that depends
/// on their order leaves the process.
final class Numbers {
  private final Map<SymbolId, Integer> numbers = new HashMap<>();
  private final List<SymbolId> symbols = new ArrayList<>();

  synchronized int of(SymbolId symbol) {
    Integer known = numbers.get(symbol);
    if (known != null) {
      return known;
    }
    int number = symbols.size();
    numbers.put(symbol, number);
    symbols.add(symbol);
    return number;
  }

  synchronized SymbolId symbol(int number) {
    return symbols.get(number);
  }

  synchronized int count() {
    return symbols.size();
  }
}
