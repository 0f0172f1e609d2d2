package arenad.jvm.emit;

import arenad.ir.Place;
import arenad.ir.Value;
import arenad.ir.Values;
import arenad.jvm.abi.RuntimeEntry;
import arenad.jvm.layout.Component;
import arenad.jvm.layout.Kind;
import arenad.jvm.layout.Shape;
import arenad.jvm.layout.Shapes;
import arenad.type.ConstantValue;
import arenad.type.Type;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/// Makes values in memory: fresh objects, values that are too large to be split, assignments.
///
/// A place is *fresh* when nothing that is evaluated can see it; only there is a value written part by part. Anywhere else
/// the value is complete before its first part is written, so that `p = Pair(p.b, p.a)` means what it says.
final class Construction {

  private final BodyEmitting body;
  private final Code code;

  Construction(BodyEmitting body) {
    this.body = body;
    code = body.code();
  }

  /// Whether a value in memory is made anew by its evaluation, and is not a view of what is elsewhere.
  static boolean builds(Value value) {
    return switch (value) {
      case Value.Required required -> throw Evaluation.inTemplate(required);
      case Value.Call _,
          Value.Intrinsic _,
          Value.Aggregate _,
          Value.Fill _,
          Value.Some _,
          Value.Inject _,
          Value.Clone _ ->
          true;
      case Value.Constant(ConstantValue constant, _, _) -> constant instanceof ConstantValue.Null;
      case Value.Read _,
          Value.Operate _,
          Value.IsNull _,
          Value.Unwrap _,
          Value.Project _,
          Value.Convert _,
          Value.Borrow _,
          Value.Format _,
          Value.New _,
          Value.NewArena _ ->
          false;
    };
  }

  /// Makes a value in frame memory and pushes its address.
  void pushBuilt(Value value) {
    Location.Memory room = body.storage().reserve(body.shape(value.type()));
    store(value, room);
    body.moves().pushAddress(room);
  }

  /// Writes a value to a fresh place.
  void store(Value value, Location.Memory fresh) {
    Shape shape = body.shape(value.type());
    if (value instanceof Value.Aggregate aggregate) {
      storeMembers(aggregate, shape, fresh);
    } else if (!shape.inMemory()) {
      storeSplit(value, shape, fresh);
    } else if (builds(value)) {
      build(value, shape, fresh);
    } else {
      body.values().push(value);
      body.moves().copyBytes(fresh, shape);
    }
  }

  private void storeMembers(Value.Aggregate aggregate, Shape shape, Location.Memory fresh) {
    List<Value> members = aggregate.members();
    for (int i = 0; i < members.size(); i++) {
      long offset =
          aggregate.type() instanceof Type.FixedArray(Type element, _)
              ? i * body.shape(element).size()
              : shape.members().get(i).offset();
      store(members.get(i), new Location.Memory(fresh.baseSlot(), fresh.offset() + offset));
    }
  }

  private void storeSplit(Value value, Shape shape, Location.Memory fresh) {
    Location.Slots held = body.values().held(value);
    if (held != null) {
      body.moves().copy(held, fresh, shape);
    } else if (shape.components().size() == 1) {
      Component only = shape.components().getFirst();
      body.moves().pushAddress(Moves.behind(fresh, only.offset()));
      body.values().push(value);
      code.write(only.width());
    } else {
      body.values().push(value);
      body.moves().store(fresh, shape);
    }
  }

  private void build(Value value, Shape shape, Location.Memory fresh) {
    switch (value) {
      case Value.Fill fill -> fill(fill, fresh);
      case Value.Some(Value inner, _, _) -> {
        store(inner, fresh);
        writePresence(fresh, shape, true);
      }
      case Value.Inject(Value inner, int tag, _, _) -> {
        body.unions().writeTag(fresh, tag);
        store(inner, new Location.Memory(fresh.baseSlot(), fresh.offset() + Shapes.PAYLOAD));
      }
      case Value.Constant _ -> writeNull(fresh, shape);
      case Value.Required required -> throw Evaluation.inTemplate(required);
      case Value.Call call -> body.calls().callInto(call, fresh);
      case Value.Intrinsic intrinsic -> body.intrinsics().buildInto(intrinsic, fresh);
      case Value.Clone clone -> body.clones().cloneInto(clone, fresh);
      case Value.Read _,
          Value.Operate _,
          Value.IsNull _,
          Value.Unwrap _,
          Value.Project _,
          Value.Convert _,
          Value.Borrow _,
          Value.Aggregate _,
          Value.Format _,
          Value.New _,
          Value.NewArena _ ->
          throw new IllegalStateException("not made in memory: " + value);
    }
  }

  void writePresence(Location.Memory optional, Shape shape, boolean present) {
    body.moves().pushAddress(Moves.behind(optional, shape.presence()));
    code.constant(present ? 1 : 0);
    code.call(RuntimeEntry.MEMORY_PUT_I8);
  }

  /// Null is all zeros, so that nobody takes what the room held before for a payload.
  void writeNull(Location.Memory optional, Shape shape) {
    body.moves().pushAddress(optional);
    code.constant(shape.size());
    code.constant(0);
    code.call(RuntimeEntry.MEMORY_FILL);
  }

  /// Writes the first element, then copies what is there behind it until the array is full.
  private void fill(Value.Fill fill, Location.Memory fresh) {
    Type.FixedArray array = (Type.FixedArray) fill.type();
    Shape element = body.shape(array.element());
    if (array.length() == 0) {
      body.values().evaluate(fill.element());
      return;
    }
    long total = element.size() * array.length();
    if (fill.element() instanceof Value.Constant constant && isZero(constant)) {
      body.moves().pushAddress(fresh);
      code.constant(total);
      code.constant(0);
      code.call(RuntimeEntry.MEMORY_FILL);
      return;
    }
    store(fill.element(), fresh);
    if (total > element.size()) {
      repeat(fresh, element.size(), total);
    }
  }

  private void repeat(Location.Memory start, long done, long total) {
    int slot = code.newSlot(Kind.LONG);
    Label again = new Label();
    Label end = new Label();
    code.constant(done);
    code.store(Kind.LONG, slot);
    code.place(again);
    code.load(Kind.LONG, slot);
    code.constant(total);
    code.operation(Opcodes.LCMP);
    code.jump(Opcodes.IFGE, end);
    body.moves().pushAddress(start);
    body.moves().pushAddress(start);
    code.load(Kind.LONG, slot);
    code.operation(Opcodes.LADD);
    code.load(Kind.LONG, slot);
    code.constant(total);
    code.load(Kind.LONG, slot);
    code.operation(Opcodes.LSUB);
    code.call("java/lang/Math", "min", "(JJ)J");
    code.call(RuntimeEntry.MEMORY_COPY);
    code.load(Kind.LONG, slot);
    code.constant(1);
    code.operation(Opcodes.LSHL);
    code.store(Kind.LONG, slot);
    code.jump(again);
    code.place(end);
  }

  /// Whether all bytes of the constant are zero.
  private static boolean isZero(Value.Constant constant) {
    return switch (constant.value()) {
      case ConstantValue.Int(long bits) -> bits == 0;
      case ConstantValue.Float(double value) -> Double.doubleToRawLongBits(value) == 0;
      case ConstantValue.Bool(boolean value) -> !value;
      case ConstantValue.Char(int codePoint) -> codePoint == 0;
      case ConstantValue.Null _ -> true;
      case ConstantValue.Text _, ConstantValue.Aggregate _, ConstantValue.Unknown _ -> false;
    };
  }

  /// `arena.new(value)`: what runs code of the program is evaluated before the room is taken, because it may reset the arena.
  void pushNew(Value.New fresh) {
    Value value = fresh.value();
    Shape shape = body.shape(value.type());
    if (Effects.isPlain(value)) {
      Location.Memory object = allocate(fresh, shape);
      store(value, object);
      code.load(Kind.LONG, object.baseSlot());
      return;
    }
    body.values().fix(fresh.arena());
    body.values().push(value);
    Location.Slots evaluated = body.moves().spill(shape);
    Location.Memory object = allocate(fresh, shape);
    if (shape.inMemory()) {
      code.load(Kind.LONG, evaluated.slots().getFirst());
      body.moves().copyBytes(object, shape);
    } else {
      body.moves().copy(evaluated, object, shape);
    }
    code.load(Kind.LONG, object.baseSlot());
  }

  private Location.Memory allocate(Value.New fresh, Shape shape) {
    code.context();
    body.values().push(fresh.arena());
    code.constant(shape.objectSize());
    body.at(fresh.span());
    code.call(RuntimeEntry.ARENAS_ALLOC);
    int slot = code.newSlot(Kind.LONG);
    code.store(Kind.LONG, slot);
    return new Location.Memory(slot, 0);
  }

  void assign(Place place, Value value) {
    Shape shape = body.shape(place.type());
    boolean plain = Effects.isPlain(value);
    if (!plain) {
      fixPlace(place);
    }
    if (shape.inMemory()) {
      assignInMemory(place, value, shape);
      return;
    }
    Location.Slots slots = body.values().heldPlace(place);
    if (slots != null) {
      body.values().push(value);
      body.moves().store(slots, shape);
    } else if (plain && shape.components().size() == 1) {
      Component only = shape.components().getFirst();
      body.moves().pushAddress(Moves.behind(body.places().locate(place), only.offset()));
      body.values().push(value);
      code.write(only.width());
    } else {
      Location.Slots held = plain ? body.values().held(value) : null;
      if (held == null) {
        body.values().push(value);
        held = body.moves().spill(shape);
      }
      if (!shape.components().isEmpty()) {
        body.moves().copy(held, body.places().settled(place), shape);
      }
    }
  }

  private void assignInMemory(Place place, Value value, Shape shape) {
    if (isFresh(place, value)) {
      store(value, (Location.Memory) body.places().settled(place));
    } else {
      body.values().push(value);
      body.moves().copyBytes(body.places().locate(place), shape);
    }
  }

  /// Whether evaluating the value cannot look at the place.
  private boolean isFresh(Place place, Value value) {
    if (isSelfContained(value)) {
      return true;
    }
    return switch (place) {
      case Place.OfLocal(var local) -> !Effects.reads(value, local.index());
      case Place.Member(Place container, _, _, _) -> isFresh(container, value);
      case Place.Payload(Place union, _, _) -> isFresh(union, value);
      case Place.Slot(Place array, _, _) -> isFresh(array, value);
      case Place.Object _, Place.Element _ -> false;
    };
  }

  /// Whether the value is made of constants and of what is in local variables.
  private boolean isSelfContained(Value value) {
    return value instanceof Value.Constant
        || body.values().held(value) != null
        || !(value instanceof Value.Read)
            && !(value instanceof Value.Borrow)
            && Effects.isPlain(value)
            && Values.operandsOf(value).stream().allMatch(this::isSelfContained);
  }

  /// Evaluates what leads to a place, so that it comes before what is evaluated next.
  private void fixPlace(Place place) {
    Values.operandsOf(place).forEach(body.values()::fix);
  }
}
