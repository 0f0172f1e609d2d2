package arenad.parse;

import arenad.symbol.SymbolId;
import arenad.syntax.Node;
import org.jspecify.annotations.Nullable;

/// A symbol and its place in the tree.
///
/// @param owner the struct of a method, or null
record Declared(SymbolId id, Node node, @Nullable SymbolId owner) {}
