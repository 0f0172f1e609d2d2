package arenad.jvm.emit;

import arenad.ir.Place;
import arenad.ir.Value;
import arenad.jvm.layout.Component;
import arenad.jvm.layout.Kind;
import arenad.jvm.layout.Shape;
import arenad.symbol.SymbolId;
import arenad.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Calls of the program's own functions.
final class Calls {

  private final BodyEmitting body;
  private final Code code;

  Calls(BodyEmitting body) {
    this.body = body;
    code = body.code();
  }

  /// The struct whose components the callee's second form is handed, if the call is one of a method on a place and the method has
  /// such a form.
  static @Nullable Type receiverOf(Value.Call call, ClassDraft draft) {
    return call.callee().kind() == SymbolId.Kind.METHOD
            && !call.arguments().isEmpty()
            && call.arguments().getFirst() instanceof Value.Borrow
        ? draft.splitReceiver(call.callee(), typesOf(call), call.type())
        : null;
  }

  private static List<Type> typesOf(Value.Call call) {
    return call.arguments().stream().map(Value::type).toList();
  }

  /// Calls, and pushes the components of the result.
  void push(Value.Call call) {
    Type self = receiverOf(call, body.draft());
    if (self != null && call.arguments().getFirst() instanceof Value.Borrow(Place place, _, _)) {
      Location.Slots owner = body.values().heldPlace(place);
      if (owner != null) {
        pushOnComponents(call, self, owner);
        return;
      }
    }
    code.context();
    invoke(call);
    pushFurther(body.shape(call.type()));
  }

  /// Calls the second form of a method on what is in local variables. The other arguments may change that, and are evaluated
  /// before it is handed over.
  private void pushOnComponents(Value.Call call, Type self, Location.Slots owner) {
    List<Value> others = call.arguments().subList(1, call.arguments().size());
    if (!others.stream().allMatch(Effects::isPlain)) {
      others.forEach(body.values()::fix);
    }
    Shape shape = body.shape(self);
    Signature signature =
        Signature.of(SplitReceiver.byValue(self, typesOf(call)), call.type(), self, body.shapes());
    code.context();
    body.moves().load(owner, shape);
    others.forEach(body.values()::pushOwned);
    call(call, signature);
    Shape result = body.shape(call.type());
    int own = result.components().size();
    for (int i = 0; i < shape.components().size(); i++) {
      Kind kind = shape.components().get(i).kind();
      if (own + i > 0) {
        code.readReturnSlot(own + i, kind);
      }
      code.store(kind, owner.slots().get(i));
    }
    pushFurther(result);
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
    Signature signature = Signature.of(typesOf(call), call.type(), body.shapes());
    for (int i = 0; i < arguments.size(); i++) {
      argument(arguments.get(i), signature.parameters().get(i));
    }
    call(call, signature);
  }

  private void call(Value.Call call, Signature signature) {
    body.at(call.span());
    // A part stands where the function does that it belongs to.
    code.call(
        call.callee().isPart()
            ? body.draft().className()
            : JvmNames.classOf(call.callee(), call.typeArguments()),
        JvmNames.methodOf(call.callee(), 0),
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
