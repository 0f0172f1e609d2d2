package arenad.jvm.emit;

import arenad.ir.Value;
import arenad.jvm.abi.RuntimeEntry;
import arenad.jvm.layout.Kind;
import arenad.jvm.layout.Shape;
import arenad.type.Type;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/// Operations on spans: an address and a length, both in local variables while they are used.
final class SpanOperations {

  private static final int LENGTH = 1;

  private final BodyEmitting body;
  private final Code code;

  SpanOperations(BodyEmitting body) {
    this.body = body;
    code = body.code();
  }

  /// The element, its address on the operand stack; or a panic.
  Location element(Value span, Value index, long stride) {
    Shape shape = body.shape(span.type());
    Location held = body.values().holdOwned(span);
    body.moves().load(held, shape, 0, LENGTH);
    body.places().pushIndex(index);
    body.moves().load(held, shape, LENGTH, LENGTH + 1);
    body.places().addIndex(index, stride);
    return new Location.OnStack(0);
  }

  void create(Value.Intrinsic intrinsic) {
    List<Value> arguments = intrinsic.arguments();
    Value arena = arguments.getFirst();
    Value count = arguments.get(1);
    body.values().fix(arena);
    body.values().fix(count);
    code.context();
    body.values().push(arena);
    body.values().push(count);
    code.constant(stride(intrinsic.type()));
    body.values().push(arguments.getLast());
    body.at(intrinsic.span());
    code.call(RuntimeEntry.SPANS_ALLOCATE);
    body.values().push(count);
  }

  void length(Value span) {
    Shape shape = body.shape(span.type());
    body.moves().load(body.values().holdOnce(span), shape, LENGTH, LENGTH + 1);
  }

  void slice(Value.Intrinsic intrinsic) {
    code.context();
    intrinsic.arguments().forEach(body.values()::push);
    code.constant(stride(intrinsic.type()));
    body.at(intrinsic.span());
    code.call(RuntimeEntry.SPANS_SLICE);
    code.readReturnSlot(LENGTH, Kind.INT);
  }

  /// Writes the first element, if there is one, and lets the runtime repeat it.
  void fill(Value span, Value value) {
    Shape shape = body.shape(value.type());
    Shape spanShape = body.shape(span.type());
    Location held = body.values().holdOwned(span);
    body.values().pushOwned(value);
    Location.Slots evaluated = body.moves().spill(shape);
    Label end = new Label();
    body.moves().load(held, spanShape, LENGTH, LENGTH + 1);
    code.jump(Opcodes.IFEQ, end);
    body.moves().load(held, spanShape, 0, LENGTH);
    int address = code.newSlot(Kind.LONG);
    code.store(Kind.LONG, address);
    Location.Memory first = new Location.Memory(address, 0);
    if (shape.inMemory()) {
      code.load(Kind.LONG, evaluated.slots().getFirst());
      body.moves().copyBytes(first, shape);
    } else {
      body.moves().copy(evaluated, first, shape);
    }
    code.load(Kind.LONG, address);
    body.moves().load(held, spanShape, LENGTH, LENGTH + 1);
    code.constant(stride(span.type()));
    code.call(RuntimeEntry.SPANS_REPEAT);
    code.place(end);
  }

  private int stride(Type span) {
    Type element = ((Type.Builtin) span).arguments().getFirst();
    return Math.toIntExact(body.shape(element).stride());
  }
}
