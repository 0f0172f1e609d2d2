package arenad.ide;

import arenad.symbol.SymbolId;
import arenad.text.Span;
import arenad.type.Declaration;
import arenad.type.Type;
import arenad.typed.Variable;
import java.util.List;

/// What a name in the source refers to.
public sealed interface Referent {

  record OfSymbol(SymbolId symbol) implements Referent {}

  /// A generic function that is called with type arguments.
  record OfInstance(SymbolId function, List<Type> arguments) implements Referent {}

  /// A member that a requirement gives to a value of a type parameter.
  record OfRequired(SymbolId requirement, Declaration.RequiredMember member) implements Referent {}

  /// A parameter or local of the body of `owner`.
  record OfVariable(SymbolId owner, Variable variable) implements Referent {}

  record OfField(SymbolId struct, Declaration.Field field) implements Referent {}

  /// A module of the program.
  record OfModule(String module) implements Referent {}

  /// Where a referent is declared: a span of a symbol.
  record Declared(SymbolId symbol, Span span) {}
}
