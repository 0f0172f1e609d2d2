package arenad.diagnostic;

import arenad.symbol.SymbolId;
import arenad.text.Span;

/// Where something stands.
public sealed interface Place {

  /// Inside a symbol: stays true when the symbol moves or its comments change.
  record InSymbol(SymbolId symbol, Span span) implements Place {}

  /// In the text of a module, by UTF-16 offsets (`end` exclusive). Only for what is found anew
  /// whenever the text changes: the mistakes of syntax.
  record InModule(String module, int start, int end) implements Place {}

  /// In a file that is no module, such as `arena.toml`.
  record InFile(String path, int start, int end) implements Place {}

  /// The same symbol's span, for short.
  static Place in(SymbolId symbol, Span span) {
    return new InSymbol(symbol, span);
  }
}
