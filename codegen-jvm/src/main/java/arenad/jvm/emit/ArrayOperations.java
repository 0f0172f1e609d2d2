package arenad.jvm.emit;

import arenad.ir.Value;
import arenad.jvm.abi.RuntimeEntry;
import arenad.jvm.layout.Kind;
import arenad.jvm.layout.Shape;
import arenad.type.Type;
import arenad.typed.Operation;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/// Operations on growable arrays. The runtime moves bytes and hands out addresses of elements; what an element consists of is
/// known here alone. An element's address is used at once, because the array's storage moves when it grows.
final class ArrayOperations {

  private final BodyEmitting body;
  private final Code code;

  ArrayOperations(BodyEmitting body) {
    this.body = body;
    code = body.code();
  }

  void reserve(List<Value> arguments) {
    pushReceiver(arguments);
    pushSize(arguments.getFirst());
    code.call(RuntimeEntry.ARRAYS_RESERVE);
  }

  void reverse(Value array) {
    code.context();
    body.values().push(array);
    pushSize(array);
    code.call(RuntimeEntry.ARRAYS_REVERSE);
  }

  /// Writes an element, or an optional one, that is in memory to a fresh place.
  void buildInto(Value.Intrinsic intrinsic, Location.Memory fresh) {
    if (intrinsic.operation() == Operation.ARRAY_REMOVE_AT) {
      fixReceiver(intrinsic.arguments());
      pushElementAddress(intrinsic, RuntimeEntry.ARRAYS_AT);
      body.moves().copyBytes(fresh, body.shape(intrinsic.type()));
      remove(intrinsic);
    } else {
      boolean takes = intrinsic.operation() == Operation.ARRAY_POP;
      buildFound(intrinsic, fresh, takes ? RuntimeEntry.ARRAYS_POP : RuntimeEntry.ARRAYS_FIND);
    }
  }

  void length(Value array) {
    ArrayViews.View view = body.viewOf(array);
    if (view == null) {
      body.values().push(array);
      code.call(RuntimeEntry.ARRAYS_LENGTH);
    } else {
      code.load(Kind.INT, view.lengthSlot());
    }
  }

  void create(Value.Intrinsic intrinsic) {
    List<Value> arguments = intrinsic.arguments();
    Type element = ((Type.Builtin) intrinsic.type()).arguments().getFirst();
    code.context();
    body.values().push(arguments.getFirst());
    code.constant((int) body.shape(element).stride());
    if (arguments.size() > 1) {
      body.places().pushIndex(arguments.get(1));
    } else {
      code.constant(0);
    }
    body.at(intrinsic.span());
    code.call(RuntimeEntry.ARRAYS_CREATE);
  }

  /// Evaluates everything, then asks for the place, then writes.
  ///
  /// @param operands how many arguments say where: the array, and of an insertion the index
  void write(Value.Intrinsic intrinsic, int operands, RuntimeEntry entry) {
    List<Value> receiver = intrinsic.arguments().subList(0, operands);
    Value value = intrinsic.arguments().getLast();
    Shape shape = body.shape(value.type());
    if (shape.components().size() == 1 && !shape.inMemory() && Effects.isPlain(value)) {
      pushReceiver(receiver);
      pushSize(receiver.getFirst());
      body.at(intrinsic.span());
      code.call(entry);
      code.advance(shape.components().getFirst().offset());
      body.values().push(value);
      code.write(shape.components().getFirst().width());
      return;
    }
    fixReceiver(receiver);
    body.values().pushOwned(value);
    Location.Slots evaluated = body.moves().spill(shape);
    pushReceiver(receiver);
    pushSize(receiver.getFirst());
    body.at(intrinsic.span());
    code.call(entry);
    if (shape.inMemory()) {
      Location target = body.moves().settled(new Location.OnStack(0));
      code.load(Kind.LONG, evaluated.slots().getFirst());
      body.moves().copyBytes(target, shape);
    } else if (shape.components().isEmpty()) {
      code.pop(Kind.LONG);
    } else {
      body.moves().copy(evaluated, new Location.OnStack(0), shape);
    }
  }

  /// An optional element: null if the address is 0.
  void pushFound(Value.Intrinsic intrinsic, RuntimeEntry entry) {
    Shape optional = body.shape(intrinsic.type());
    Type elementType = elementOf(intrinsic.arguments().getFirst());
    Shape element = body.shape(elementType);
    Location.Slots result = body.storage().newSlots(optional);
    pushElementAddress(intrinsic, entry);
    int address = code.newSlot(Kind.LONG);
    code.duplicate(Kind.LONG);
    code.store(Kind.LONG, address);
    code.constant(0L);
    code.operation(Opcodes.LCMP);
    Label nothing = new Label();
    Label end = new Label();
    code.jump(Opcodes.IFEQ, nothing);
    body.moves().load(new Location.Memory(address, 0), element);
    if (optional.hasFlag() && !(elementType instanceof Type.Optional)) {
      code.constant(1);
    }
    body.moves().store(result, optional);
    code.jump(end);
    code.place(nothing);
    optional.components().forEach(c -> code.zero(c.kind()));
    body.moves().store(result, optional);
    code.place(end);
    body.moves().load(result, optional);
  }

  private void buildFound(Value.Intrinsic intrinsic, Location.Memory fresh, RuntimeEntry entry) {
    Shape optional = body.shape(intrinsic.type());
    pushElementAddress(intrinsic, entry);
    int address = code.newSlot(Kind.LONG);
    code.duplicate(Kind.LONG);
    code.store(Kind.LONG, address);
    code.constant(0L);
    code.operation(Opcodes.LCMP);
    Label nothing = new Label();
    Label end = new Label();
    code.jump(Opcodes.IFEQ, nothing);
    code.load(Kind.LONG, address);
    Type elementType = elementOf(intrinsic.arguments().getFirst());
    body.moves().copyBytes(fresh, body.shape(elementType));
    if (!(elementType instanceof Type.Optional)) {
      body.construction().writePresence(fresh, optional, true);
    }
    code.jump(end);
    code.place(nothing);
    body.construction().writeNull(fresh, optional);
    code.place(end);
  }

  void pushRemoved(Value.Intrinsic intrinsic) {
    fixReceiver(intrinsic.arguments());
    pushElementAddress(intrinsic, RuntimeEntry.ARRAYS_AT);
    body.moves().load(new Location.OnStack(0), body.shape(intrinsic.type()));
    remove(intrinsic);
  }

  private void remove(Value.Intrinsic intrinsic) {
    pushElementArguments(intrinsic);
    code.call(RuntimeEntry.ARRAYS_REMOVE_AT);
  }

  private void pushElementAddress(Value.Intrinsic intrinsic, RuntimeEntry entry) {
    pushElementArguments(intrinsic);
    body.at(intrinsic.span());
    code.call(entry);
  }

  private void pushElementArguments(Value.Intrinsic intrinsic) {
    pushReceiver(intrinsic.arguments());
    pushSize(intrinsic.arguments().getFirst());
  }

  /// Pushes the array and, if there is one, the index.
  private void pushReceiver(List<Value> arguments) {
    body.values().push(arguments.getFirst());
    if (arguments.size() > 1) {
      body.places().pushIndex(arguments.get(1));
    }
  }

  private void fixReceiver(List<Value> arguments) {
    arguments.forEach(body.values()::fix);
  }

  private void pushSize(Value array) {
    code.constant((int) body.shape(elementOf(array)).stride());
  }

  private static Type elementOf(Value array) {
    return ((Type.Builtin) array.type()).arguments().getFirst();
  }
}
