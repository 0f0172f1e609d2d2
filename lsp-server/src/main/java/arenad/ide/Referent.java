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

  /// A parameter `owner` has for a type or a region.
  ///
  /// @param text with its requirements
  record OfTypeParameter(SymbolId owner, String text, Span span) implements Referent {}

  /// @param arguments of the struct, where the field is one of a value
  record OfField(SymbolId struct, Declaration.Field field, List<Type> arguments)
      implements Referent {}

  /// A member that the language brings, which is declared nowhere.
  ///
  /// @param arguments empty when it is not called
  /// @param type of what it gives
  record OfBuiltin(String name, String arguments, Type type) implements Referent {}

  /// A module of the program.
  record OfModule(String module) implements Referent {}

  /// Where a referent is declared: a span of a symbol.
  record Declared(SymbolId symbol, Span span) {}
}
