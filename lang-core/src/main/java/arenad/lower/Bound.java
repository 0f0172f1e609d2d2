package arenad.lower;

import arenad.ir.IrFunction;
import arenad.ir.Place;
import arenad.ir.Value;
import arenad.symbol.SymbolId;
import arenad.text.Span;
import arenad.type.Type;
import java.util.ArrayList;
import java.util.List;

/// What a parameter of function type is in one body: the function that is called, and what it is given
/// behind its arguments, which is or leads to the variables that a closure has captured.
///
/// @param depth how many instances lie between the closure and a body that passes no function on
record Bound(SymbolId function, List<Captured> captured, int depth) {
  Bound {
    captured = List.copyOf(captured);
  }

  /// A captured variable.
  ///
  /// @param value hands it over, in the body that binds
  record Captured(String name, Value value) {
    Type type() {
      return value.type();
    }
  }

  /// The same function in a body whose parameters have received what is captured.
  Bound received(List<IrFunction.Local> parameters, Span span) {
    List<Captured> received = new ArrayList<>();
    for (IrFunction.Local parameter : parameters) {
      Value read = new Value.Read(new Place.OfLocal(parameter), parameter.type(), span);
      received.add(new Captured(parameter.name(), read));
    }
    return new Bound(function, received, depth);
  }

  List<Value> values() {
    return captured.stream().map(Captured::value).toList();
  }
}
