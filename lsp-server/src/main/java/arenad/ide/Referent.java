package arenad.ide;

import arenad.symbol.SymbolId;
import arenad.text.Span;
import arenad.type.Declaration;
import arenad.typed.Variable;

/// What a name in the source refers to.
public sealed interface Referent {

  record OfSymbol(SymbolId symbol) implements Referent {}

  /// A parameter or local of the body of `owner`.
  record OfVariable(SymbolId owner, Variable variable) implements Referent {}

  record OfField(SymbolId struct, Declaration.Field field) implements Referent {}

  /// A module of the program.
  record OfModule(String module) implements Referent {}

  /// Where a referent is declared: a span of a symbol.
  record Declared(SymbolId symbol, Span span) {}
}
