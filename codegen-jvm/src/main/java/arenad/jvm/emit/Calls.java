package arenad.jvm.emit;

import arenad.ir.Value;
import arenad.jvm.layout.Component;
import arenad.jvm.layout.Shape;
import java.util.List;

/// Calls of the program's own functions.
final class Calls {

  private final BodyEmitting body;
  private final Code code;

  Calls(BodyEmitting body) {
    this.body = body;
    code = body.code();
  }

  /// Calls, and pushes the components of the result.
  void push(Value.Call call) {
    code.context();
    invoke(call);
    pushFurther(body.shape(call.type()));
  }

  /// Calls a function whose result is in memory, which writes it to a fresh place.
  void callInto(Value.Call call, Location.Memory fresh) {
    code.context();
    body.moves().pushAddress(fresh);
    invoke(call);
  }

  /// Pushes the components of a result but the first, which the JVM has pushed.
  void pushFurther(Shape result) {
    List<Component> components = result.components();
    for (int i = 1; i < components.size(); i++) {
      code.readReturnSlot(i, components.get(i).kind());
    }
  }

  private void invoke(Value.Call call) {
    List<Value> arguments = call.arguments();
    Signature signature =
        Signature.of(arguments.stream().map(Value::type).toList(), call.type(), body.shapes());
    for (int i = 0; i < arguments.size(); i++) {
      argument(arguments.get(i), signature.parameters().get(i));
    }
    body.at(call.span());
    code.call(
        JvmNames.classOf(call.callee().module()),
        JvmNames.methodOf(call.callee(), call.typeArguments(), 0),
        signature.descriptor());
  }

  private void argument(Value argument, Signature.Parameter parameter) {
    if (parameter.byAddress() && !parameter.shape().inMemory()) {
      Location.Memory copy = body.storage().reserve(parameter.shape());
      body.construction().store(argument, copy);
      body.moves().pushAddress(copy);
    } else {
      body.values().pushOwned(argument);
    }
  }
}
