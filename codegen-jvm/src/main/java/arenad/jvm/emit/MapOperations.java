package arenad.jvm.emit;

import arenad.ir.Value;
import arenad.jvm.abi.RuntimeEntry;
import arenad.jvm.layout.EntryLayout;
import arenad.jvm.layout.Kind;
import arenad.jvm.layout.Shape;
import arenad.type.Type;
import arenad.typed.Operation;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/// Operations on maps. The runtime finds and makes entries; what a value consists of is known here alone. An entry's address is
/// used at once, because entries move when a key is added.
final class MapOperations {

  /// The same question for each kind of key.
  private record ByKey(RuntimeEntry i32, RuntimeEntry i64, RuntimeEntry text) {
    RuntimeEntry of(EntryLayout.KeyKind kind) {
      return switch (kind) {
        case I32 -> i32;
        case I64 -> i64;
        case TEXT -> text;
      };
    }
  }

  private static final ByKey FIND =
      new ByKey(
          RuntimeEntry.I32_MAPS_FIND, RuntimeEntry.I64_MAPS_FIND, RuntimeEntry.TEXT_MAPS_FIND);
  private static final ByKey AT =
      new ByKey(RuntimeEntry.I32_MAPS_AT, RuntimeEntry.I64_MAPS_AT, RuntimeEntry.TEXT_MAPS_AT);
  private static final ByKey HAS =
      new ByKey(RuntimeEntry.I32_MAPS_HAS, RuntimeEntry.I64_MAPS_HAS, RuntimeEntry.TEXT_MAPS_HAS);
  private static final ByKey PUT =
      new ByKey(RuntimeEntry.I32_MAPS_PUT, RuntimeEntry.I64_MAPS_PUT, RuntimeEntry.TEXT_MAPS_PUT);
  private static final ByKey REMOVE =
      new ByKey(
          RuntimeEntry.I32_MAPS_REMOVE,
          RuntimeEntry.I64_MAPS_REMOVE,
          RuntimeEntry.TEXT_MAPS_REMOVE);

  private final BodyEmitting body;
  private final Code code;

  MapOperations(BodyEmitting body) {
    this.body = body;
    code = body.code();
  }

  /// Pushes the address of the value of a key, or panics.
  Location at(Value map, Value key) {
    EntryLayout layout = layoutOf(map);
    body.values().push(map);
    body.values().push(key);
    code.constant(layout.stride());
    if (key.type() instanceof Type.Scalar scalar) {
      code.constant(shownAs(scalar));
    }
    body.at(key.span());
    code.call(AT.of(EntryLayout.kindOf(key.type())));
    return new Location.OnStack(layout.value().offset());
  }

  /// How a panic shows a key of the type, numbered as the runtime does.
  private static int shownAs(Type.Scalar key) {
    return switch (key) {
      case BOOL -> 3;
      case CHAR -> 2;
      case U8, U16, U32, U64 -> 1;
      case I8, I16, I32, I64, F32, F64 -> 0;
    };
  }

  void create(Value.Intrinsic intrinsic) {
    List<Value> arguments = intrinsic.arguments();
    Type.Builtin type = (Type.Builtin) intrinsic.type();
    code.context();
    body.values().push(arguments.getFirst());
    code.constant(layoutOf(type).stride());
    body.values().push(arguments.get(1));
    body.at(intrinsic.span());
    code.call(RuntimeEntry.MAPS_CREATE);
  }

  void has(Value.Intrinsic intrinsic) {
    ask(intrinsic, HAS);
  }

  void remove(Value.Intrinsic intrinsic) {
    ask(intrinsic, REMOVE);
  }

  /// Evaluates everything, then asks for the entry, then writes.
  void set(Value.Intrinsic intrinsic) {
    List<Value> arguments = intrinsic.arguments();
    Value map = arguments.getFirst();
    Value key = arguments.get(1);
    Value value = arguments.get(2);
    EntryLayout layout = layoutOf(map);
    Shape shape = body.shape(value.type());
    body.values().fix(map);
    body.values().fix(key);
    body.values().pushOwned(value);
    Location.Slots evaluated = body.moves().spill(shape);
    ask(intrinsic, PUT);
    Location target = new Location.OnStack(layout.value().offset());
    if (shape.inMemory()) {
      target = body.moves().settled(target);
      code.load(Kind.LONG, evaluated.slots().getFirst());
      body.moves().copyBytes(target, shape);
    } else if (shape.components().isEmpty()) {
      code.pop(Kind.LONG);
    } else {
      body.moves().copy(evaluated, target, shape);
    }
  }

  /// `m.get(k)`: null if the address is 0.
  void pushFound(Value.Intrinsic intrinsic) {
    Shape optional = body.shape(intrinsic.type());
    Shape.Member value = layoutOf(intrinsic.arguments().getFirst()).value();
    Location.Slots result = body.storage().newSlots(optional);
    Location.Memory entry = findEntry(intrinsic);
    Label nothing = new Label();
    Label end = new Label();
    jumpIfZero(entry, nothing);
    body.moves().load(Moves.member(entry, value), value.shape());
    if (optional.hasFlag() && !value.type().equals(intrinsic.type())) {
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

  /// Writes a value that is in memory, optional or not, to a fresh place.
  void buildInto(Value.Intrinsic intrinsic, Location.Memory fresh) {
    Shape.Member value = layoutOf(intrinsic.arguments().getFirst()).value();
    if (intrinsic.operation() == Operation.MAP_VALUE_AT) {
      pushEntryAt(intrinsic);
      code.advance(value.offset());
      body.moves().copyBytes(fresh, value.shape());
      return;
    }
    Shape optional = body.shape(intrinsic.type());
    Location.Memory entry = findEntry(intrinsic);
    Label nothing = new Label();
    Label end = new Label();
    jumpIfZero(entry, nothing);
    body.moves().pushAddress(Moves.member(entry, value));
    body.moves().copyBytes(fresh, value.shape());
    if (!value.type().equals(intrinsic.type())) {
      body.construction().writePresence(fresh, optional, true);
    }
    code.jump(end);
    code.place(nothing);
    body.construction().writeNull(fresh, optional);
    code.place(end);
  }

  /// A part of the entry at a position.
  void pushPart(Value.Intrinsic intrinsic) {
    EntryLayout layout = layoutOf(intrinsic.arguments().getFirst());
    boolean isKey = intrinsic.operation() == Operation.MAP_KEY_AT;
    Shape.Member part = isKey ? layout.key() : layout.value();
    pushEntryAt(intrinsic);
    body.moves().load(new Location.OnStack(part.offset()), part.shape());
  }

  /// `m.keys()`, `m.values()`.
  void pushColumn(Value.Intrinsic intrinsic) {
    Value map = intrinsic.arguments().getFirst();
    EntryLayout layout = layoutOf(map);
    boolean isKey = intrinsic.operation() == Operation.MAP_KEYS;
    Type element = ((Type.Builtin) intrinsic.type()).arguments().getFirst();
    code.context();
    body.values().push(map);
    code.constant((int) (isKey ? layout.key() : layout.value()).offset());
    // Memory is little-endian: a key of less than 32 bits begins with the bytes of the element.
    code.constant((int) body.shape(element).stride());
    code.call(RuntimeEntry.MAPS_COLUMN);
  }

  private void pushEntryAt(Value.Intrinsic intrinsic) {
    List<Value> arguments = intrinsic.arguments();
    body.values().push(arguments.getFirst());
    body.values().push(arguments.get(1));
    code.constant(layoutOf(arguments.getFirst()).stride());
    code.call(RuntimeEntry.MAPS_ENTRY);
  }

  private Location.Memory findEntry(Value.Intrinsic intrinsic) {
    ask(intrinsic, FIND);
    int address = code.newSlot(Kind.LONG);
    code.store(Kind.LONG, address);
    return new Location.Memory(address, 0);
  }

  private void jumpIfZero(Location.Memory entry, Label target) {
    code.load(Kind.LONG, entry.baseSlot());
    code.constant(0L);
    code.operation(Opcodes.LCMP);
    code.jump(Opcodes.IFEQ, target);
  }

  private void ask(Value.Intrinsic intrinsic, ByKey question) {
    Value map = intrinsic.arguments().getFirst();
    Value key = intrinsic.arguments().get(1);
    body.values().push(map);
    body.values().push(key);
    code.constant(layoutOf(map).stride());
    body.at(intrinsic.span());
    code.call(question.of(EntryLayout.kindOf(key.type())));
  }

  private EntryLayout layoutOf(Value map) {
    return layoutOf((Type.Builtin) map.type());
  }

  private EntryLayout layoutOf(Type.Builtin map) {
    return body.shapes().entryOf(map);
  }
}
