package arenad.jvm.emit;

import arenad.ir.Place;
import arenad.ir.Value;
import arenad.jvm.abi.RuntimeEntry;
import arenad.jvm.layout.Kind;
import arenad.jvm.layout.Shape;
import arenad.type.ConstantValue;
import arenad.type.Type;
import org.objectweb.asm.Opcodes;

/// Finds where places stand, writing what it takes to get there.
final class Places {

  private final BodyEmitting body;
  private final Code code;

  Places(BodyEmitting body) {
    this.body = body;
    code = body.code();
  }

  /// The place; its address may be left on the operand stack.
  Location locate(Place place) {
    return switch (place) {
      case Place.OfLocal(var local) -> body.storage().of(local);
      case Place.Object(Value reference, _) -> object(reference);
      case Place.Member(Place container, int index, _, _) ->
          Moves.member(locate(container), body.shape(container.type()).members().get(index));
      case Place.Payload(Place union, _, Type type) ->
          body.unions().payload(locate(union), body.shape(type));
      case Place.Slot(Place array, Value index, Type type) -> slot(array, index, type);
      case Place.Element(Value sequence, Value index, Type type) -> element(sequence, index, type);
    };
  }

  /// The place; nothing is left on the operand stack.
  Location settled(Place place) {
    return body.moves().settled(locate(place));
  }

  private Location object(Value reference) {
    if (body.values().held(reference) instanceof Location.Slots held) {
      return new Location.Memory(held.slots().getFirst(), 0);
    }
    body.values().push(reference);
    return new Location.OnStack(0);
  }

  private Location element(Value sequence, Value index, Type type) {
    Type.Container container = ((Type.Builtin) sequence.type()).container();
    if (container == Type.Container.MAP) {
      return body.intrinsics().maps().at(sequence, index);
    }
    long stride = body.shape(type).stride();
    if (container == Type.Container.SPAN) {
      return body.intrinsics().spans().element(sequence, index, stride);
    }
    ArrayViews.View view = body.viewOf(sequence);
    if (view == null) {
      body.values().push(sequence);
      pushIndex(index);
      code.constant((int) stride);
      body.at(index.span());
      code.call(RuntimeEntry.ARRAYS_AT);
    } else {
      code.load(Kind.LONG, view.dataSlot());
      pushIndex(index);
      code.load(Kind.INT, view.lengthSlot());
      addIndex(index, stride);
    }
    return new Location.OnStack(0);
  }

  private Location slot(Place array, Value index, Type element) {
    Shape shape = body.shape(element);
    int length = ((Type.FixedArray) array.type()).length();
    Location start = locate(array);
    if (index instanceof Value.Constant(ConstantValue.Int(long at), _, _)
        && at >= 0
        && at < length) {
      return Moves.behind(start, at * shape.size());
    }
    body.moves().pushAddress(start);
    pushIndex(index);
    code.constant(length);
    addIndex(index, shape.size());
    return new Location.OnStack(0);
  }

  /// From address, index and length to the address of the element, or a panic.
  void addIndex(Value index, long stride) {
    body.at(index.span());
    code.call(RuntimeEntry.CHECKS_INDEX);
    code.operation(Opcodes.I2L);
    if (stride != 1) {
      code.constant(stride);
      code.operation(Opcodes.LMUL);
    }
    code.operation(Opcodes.LADD);
  }

  /// Pushes an index as an `int`. A 64-bit one is clamped to 32 bits, which leaves every index that is out of range
  /// out of range: no sequence is that long.
  void pushIndex(Value index) {
    body.values().push(index);
    if (body.shape(index.type()).components().getFirst().kind() == Kind.LONG) {
      code.constant(Integer.MIN_VALUE);
      code.constant(Integer.MAX_VALUE);
      code.call("java/lang/Math", "clamp", "(JII)I");
    }
  }
}
