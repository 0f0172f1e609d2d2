package arenad.instance;

import arenad.symbol.SymbolId;
import arenad.type.Type;
import arenad.type.TypeText;
import java.util.List;
import java.util.stream.Collectors;

/// The identity of a generic function with type arguments.
///
/// @param symbol a function or method with type parameters, its own or its struct's
/// @param arguments one for each, in order; no type parameter stands in them
public record Instance(SymbolId symbol, List<Type> arguments) {
  public Instance {
    arguments = List.copyOf(arguments);
  }

  /// `main.pick<i32>`.
  @Override
  public String toString() {
    return symbol.qualifiedName()
        + arguments.stream().map(TypeText::of).collect(Collectors.joining(", ", "<", ">"));
  }
}
