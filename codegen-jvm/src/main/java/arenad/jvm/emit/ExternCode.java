package arenad.jvm.emit;

import arenad.symbol.SymbolId;
import arenad.type.Binding;
import arenad.type.Type;
import java.util.List;

/// An `extern` function to emit: a method that calls the one that it stands for.
///
/// @param line where it is declared, from 1
public record ExternCode(
    SymbolId symbol, Binding binding, List<Type> parameters, Type result, int line) {
  public ExternCode {
    parameters = List.copyOf(parameters);
  }
}
