package arenad.lower;

import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Place;
import arenad.ir.Value;
import arenad.text.Span;
import arenad.type.Type;
import arenad.typed.Expr;
import java.util.List;

/// Writes calls of methods. `self` is the reference that leads to the object, or the address of its
/// storage; but nothing may point into a growable array, whose elements move: a method that is called on
/// an element works on a copy, which is put back after the call.
final class MethodCalls {

  private final BodyLowering body;

  MethodCalls(BodyLowering body) {
    this.body = body;
  }

  Value call(Expr.Call call) {
    Expr object = call.arguments().getFirst();
    if (object.type() instanceof Type.Ref) {
      return call(call, body.expressions().value(object));
    }
    if (object instanceof Expr.Deref(Expr reference, _, _)) {
      return call(call, body.expressions().value(reference));
    }
    NullableParts parts = NullableParts.around(object, body);
    if (parts != null) {
      Value result = kept(call(call, borrow(object, body.places().place(object))), call);
      parts.close(call.span());
      return result;
    }
    Place place = body.places().place(object);
    return canMove(place) ? callOnCopy(call, place, object) : call(call, borrow(object, place));
  }

  private Value call(Expr.Call call, Value self) {
    List<Expr> others =
        FunctionPassing.values(call.arguments().subList(1, call.arguments().size()));
    List<Value> arguments = body.expressions().operands().ofMethod(self, others);
    return body.expressions().ending(body.expressions().functions().call(call, arguments));
  }

  private Value callOnCopy(Expr.Call call, Place place, Expr object) {
    Span span = object.span();
    Expressions expressions = body.expressions();
    Place element = body.places().settle(place, body.draft().mark());
    IrFunction.Local copy = expressions.temporary(new Value.Read(element, element.type(), span));
    Value result = kept(call(call, borrow(object, new Place.OfLocal(copy))), call);
    Value changed = expressions.read(copy, span);
    body.draft().add(new Instruction.Assign(element, changed, false, call.span()));
    return result;
  }

  /// Makes the call here and now; what it gave.
  private Value kept(Value result, Expr.Call call) {
    if (result.type() != Type.Unit.VOID) {
      return body.expressions().read(body.expressions().temporary(result), call.span());
    }
    body.draft().add(new Instruction.Evaluate(result, call.span()));
    return Expressions.nothing(call.span());
  }

  /// The address of the object's storage: a `&const` where the object is not to be written.
  private static Value borrow(Expr object, Place place) {
    Type self = new Type.Ref(place.type(), ReadOnly.is(object), null);
    return new Value.Borrow(place, self, object.span());
  }

  private static boolean isSpan(Type type) {
    return type instanceof Type.Builtin(Type.Container container, _)
        && container == Type.Container.SPAN;
  }

  private static boolean canMove(Place place) {
    return switch (place) {
      case Place.Element(Value sequence, _, _) -> !isSpan(sequence.type());
      case Place.Member(Place container, _, _, _) -> canMove(container);
      // What it holds may become another variant while the method runs.
      case Place.Payload(Place union, _, _) -> TemporaryFlow.rootOf(union) == null;
      case Place.Slot(Place array, _, _) -> canMove(array);
      case Place.OfLocal _, Place.Object _ -> false;
    };
  }
}
