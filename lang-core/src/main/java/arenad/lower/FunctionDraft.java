package arenad.lower;

import arenad.symbol.SymbolId;
import arenad.text.Span;
import arenad.type.Type;
import arenad.typed.Stmt;
import arenad.typed.Witness;
import java.util.List;

/// A function that is to be lowered.
///
/// @param parameters how many of its locals are parameters
record FunctionDraft(
    SymbolId symbol,
    int parameters,
    Type result,
    Stmt.Block body,
    Span name,
    Span end,
    List<Witness> witnesses) {}
