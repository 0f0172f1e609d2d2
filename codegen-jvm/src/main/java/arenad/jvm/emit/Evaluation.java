package arenad.jvm.emit;

import arenad.ir.IrFunction;
import arenad.ir.Place;
import arenad.ir.Value;
import arenad.jvm.abi.RuntimeEntry;
import arenad.jvm.layout.Kind;
import arenad.jvm.layout.Shape;
import arenad.type.Type;
import arenad.typed.Operator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/// Pushes values: the components of a split one, the address of one in memory.
///
/// An address is good until something else is evaluated that may write there; [#pushOwned] gives the address of a copy.
final class Evaluation {

  private final BodyEmitting body;
  private final Code code;

  /// Values of the current instruction that were evaluated ahead, by identity: the same value elsewhere is another evaluation.
  private final Map<Value, Location.Slots> fixed = new IdentityHashMap<>();

  Evaluation(BodyEmitting body) {
    this.body = body;
    code = body.code();
  }

  void push(Value value) {
    Location.Slots known = fixed.get(value);
    if (known != null) {
      Shape shape = body.shape(value.type());
      for (int i = 0; i < known.slots().size(); i++) {
        code.load(shape.components().get(i).kind(), known.slots().get(i));
      }
      return;
    }
    if (body.shape(value.type()).inMemory() && Construction.builds(value)) {
      body.construction().pushBuilt(value);
      return;
    }
    switch (value) {
      case Value.Constant(var constant, Type type, _) -> body.constants().push(constant, type);
      case Value.Read(Place place, Type type, _) -> read(place, type);
      case Value.Operate operate -> operate(operate);
      case Value.IsNull _ -> pushCondition(value);
      case Value.Unwrap unwrap -> unwrap(unwrap);
      case Value.Some(Value inner, Type type, _) -> {
        push(inner);
        if (body.shape(type).hasFlag()) {
          code.constant(1);
        }
      }
      case Value.Inject inject -> inject(inject);
      case Value.Project(Value union, _, _, Type type, _) -> project(union, type);
      case Value.Convert(Value inner, Type type, _) -> {
        push(inner);
        Conversions.emit((Type.Scalar) inner.type(), (Type.Scalar) type, code);
      }
      case Value.Required required -> throw inTemplate(required);
      case Value.Call call -> body.calls().push(call);
      case Value.Borrow(Place place, _, _) -> body.moves().pushAddress(body.places().locate(place));
      case Value.Intrinsic intrinsic -> body.intrinsics().push(intrinsic);
      case Value.Aggregate(List<Value> members, _, _) -> members.forEach(this::push);
      case Value.Fill _ -> throw new IllegalStateException("a fixed array is in memory");
      case Value.Format(List<Value.Part> parts, _, _) -> body.texts().format(parts);
      case Value.New fresh -> body.construction().pushNew(fresh);
      case Value.Clone clone -> body.clones().push(clone);
      case Value.NewArena arena -> newArena(arena);
    }
  }

  /// No code is emitted from templates.
  static IllegalStateException inTemplate(Value.Required required) {
    return new IllegalStateException("not resolved: " + required.member());
  }

  /// Evaluates the value now; pushing it later gives what it was.
  void fix(Value value) {
    if (!(value instanceof Value.Constant) && (held(value) == null || mayChange(value))) {
      pushOwned(value);
      fixed.put(value, body.moves().spill(body.shape(value.type())));
    }
  }

  /// Whether what is held in local variables may change while something else is evaluated: a method may be called on it.
  private boolean mayChange(Value held) {
    if (fixed.containsKey(held)) {
      return false;
    }
    return switch (held) {
      case Value.Read(Place place, _, _) -> {
        IrFunction.Local root = Roots.of(place);
        yield root != null && body.storage().isLent(root);
      }
      case Value.Unwrap(Value inner, _, _, _) -> mayChange(inner);
      case Value.Project(Value inner, _, _, _, _) -> mayChange(inner);
      case Value.Constant _,
          Value.Operate _,
          Value.IsNull _,
          Value.Some _,
          Value.Inject _,
          Value.Convert _,
          Value.Call _,
          Value.Required _,
          Value.Borrow _,
          Value.Intrinsic _,
          Value.Aggregate _,
          Value.Fill _,
          Value.Format _,
          Value.New _,
          Value.Clone _,
          Value.NewArena _ ->
          false;
    };
  }

  /// A new instruction begins.
  void forgetFixed() {
    fixed.clear();
  }

  /// Pushes the value and drops it.
  void evaluate(Value value) {
    push(value);
    Shape shape = body.shape(value.type());
    for (int i = shape.components().size() - 1; i >= 0; i--) {
      code.pop(shape.components().get(i).kind());
    }
  }

  /// Pushes the value; if it is in memory, the address of storage that nothing else writes.
  void pushOwned(Value value) {
    Shape shape = body.shape(value.type());
    push(value);
    if (shape.inMemory() && !Construction.builds(value)) {
      Location.Memory copy = body.storage().reserve(shape);
      body.moves().copyBytes(copy, shape);
      body.moves().pushAddress(copy);
    }
  }

  /// Where the value stands already, if that is in local variables; nothing is written.
  Location.@Nullable Slots held(Value value) {
    Location.Slots known = fixed.get(value);
    if (known != null && !body.shape(value.type()).inMemory()) {
      return known;
    }
    return switch (value) {
      case Value.Read(Place place, _, _) -> heldPlace(place);
      case Value.Unwrap(Value inner, Value.Proof proof, Type type, _)
          when proof != Value.Proof.CHECKED -> {
        Location.Slots whole = held(inner);
        int count = body.shape(type).components().size();
        yield whole == null ? null : new Location.Slots(whole.slots().subList(0, count));
      }
      case Value.Project(Value inner, _, _, _, _) -> {
        Location.Slots whole = inner.type() instanceof Type.Ref ? held(inner) : null;
        yield whole == null ? null : new Location.Slots(whole.slots().subList(0, 1));
      }
      case Value.Constant _,
          Value.Operate _,
          Value.IsNull _,
          Value.Unwrap _,
          Value.Some _,
          Value.Inject _,
          Value.Convert _,
          Value.Call _,
          Value.Required _,
          Value.Borrow _,
          Value.Intrinsic _,
          Value.Aggregate _,
          Value.Fill _,
          Value.Format _,
          Value.New _,
          Value.Clone _,
          Value.NewArena _ ->
          null;
    };
  }

  /// Where the place is, if that is in local variables; nothing is written.
  Location.@Nullable Slots heldPlace(Place place) {
    return switch (place) {
      case Place.OfLocal _ -> body.places().locate(place) instanceof Location.Slots s ? s : null;
      case Place.Member(Place container, int index, _, _) -> {
        Location.Slots whole = heldPlace(container);
        yield whole == null
            ? null
            : (Location.Slots)
                Moves.member(whole, body.shape(container.type()).members().get(index));
      }
      case Place.Object _, Place.Payload _, Place.Slot _, Place.Element _ -> null;
    };
  }

  /// Where the value stands, for several uses right away: as it is if it can be used in place, else copied to local variables.
  Location hold(Value value) {
    if (value instanceof Value.Read(Place place, _, _) && !isByte(place)) {
      return body.places().settled(place);
    }
    Location held = held(value);
    if (held != null) {
      return held;
    }
    Shape shape = body.shape(value.type());
    push(value);
    Location.Slots spilled = body.moves().spill(shape);
    return shape.inMemory() ? new Location.Memory(spilled.slots().getFirst(), 0) : spilled;
  }

  /// The same, for one use.
  Location holdOnce(Value value) {
    return value instanceof Value.Read(Place place, _, _) && !isByte(place)
        ? body.places().locate(place)
        : hold(value);
  }

  /// The same, but good whatever is evaluated before its use.
  Location holdOwned(Value value) {
    Location.Slots held = held(value);
    if (held != null && !mayChange(value)) {
      return held;
    }
    pushOwned(value);
    Shape shape = body.shape(value.type());
    Location.Slots spilled = body.moves().spill(shape);
    return shape.inMemory() ? new Location.Memory(spilled.slots().getFirst(), 0) : spilled;
  }

  /// The value, which is not in memory, copied to local variables of its own.
  Location.Slots holdCopied(Value value) {
    push(value);
    return body.moves().spill(body.shape(value.type()));
  }

  private void read(Place place, Type type) {
    if (place instanceof Place.Element(Value sequence, Value index, _) && isByte(place)) {
      push(sequence);
      body.places().pushIndex(index);
      body.at(index.span());
      code.call(RuntimeEntry.STRINGS_BYTE_AT);
      return;
    }
    body.moves().load(body.places().locate(place), body.shape(type));
  }

  /// A byte of a string is not a place that can be written.
  private static boolean isByte(Place place) {
    return place instanceof Place.Element(Value sequence, _, _)
        && sequence.type() instanceof Type.Text;
  }

  private void operate(Value.Operate operate) {
    List<Value> operands = operate.operands();
    switch (operate.operator()) {
      case Operator.Comparison _ -> pushCondition(operate);
      case Operator.Unary.NOT -> pushCondition(operate);
      case Operator.Unary operator -> {
        push(operands.getFirst());
        Arithmetic.emit(operator, (Type.Scalar) operate.type(), code);
      }
      case Operator.Arithmetic operator -> {
        push(operands.getFirst());
        push(operands.getLast());
        body.at(operate.span());
        Type.Scalar count = (Type.Scalar) operands.getLast().type();
        Arithmetic.emit(operator, (Type.Scalar) operate.type(), count, code);
      }
    }
  }

  /// A condition as 0 or 1.
  private void pushCondition(Value condition) {
    Label isFalse = new Label();
    Label end = new Label();
    body.conditions().jump(condition, false, isFalse);
    code.constant(1);
    code.jump(end);
    code.place(isFalse);
    code.constant(0);
    code.place(end);
  }

  private void unwrap(Value.Unwrap unwrap) {
    Shape whole = body.shape(unwrap.value().type());
    Shape payload = body.shape(unwrap.type());
    int count = payload.components().size();
    if (unwrap.proof() != Value.Proof.CHECKED) {
      pushFirst(unwrap.value(), count);
      return;
    }
    Location location =
        whole.inMemory() || held(unwrap.value()) != null
            ? hold(unwrap.value())
            : holdCopied(unwrap.value());
    Label present = new Label();
    body.at(unwrap.span());
    jumpOnPresence(body.moves().loadPresence(location, whole), present);
    code.raise(RuntimeEntry.PANICS_NULL_VALUE);
    code.place(present);
    body.moves().load(location, whole, 0, count);
  }

  private void inject(Value.Inject inject) {
    if (inject.type() instanceof Type.Ref) {
      push(inject.value());
      code.constant(inject.tag());
      return;
    }
    Location.Slots payload = held(inject.value());
    if (payload == null) {
      payload = holdCopied(inject.value());
    }
    Shape variant = body.shape(inject.value().type());
    body.unions().pushSplit(inject.tag(), payload, variant, body.shape(inject.type()));
  }

  private void project(Value union, Type type) {
    if (union.type() instanceof Type.Ref) {
      pushFirst(union, 1);
      return;
    }
    Shape variant = body.shape(type);
    Location payload = body.unions().payload(holdOnce(withoutProof(union)), variant);
    body.moves().load(payload, variant);
  }

  /// Pushes the tag of a union, or of a reference to one.
  void pushTag(Value union) {
    boolean reference = union.type() instanceof Type.Ref;
    Value whole = withoutProof(union);
    body.unions().pushTag(holdOnce(whole), body.shape(whole.type()), reference);
  }

  /// What is known not to be null is looked at in place: where it stands, its payload comes first.
  private static Value withoutProof(Value value) {
    return value instanceof Value.Unwrap(Value inner, Value.Proof proof, _, _)
            && proof != Value.Proof.CHECKED
        ? inner
        : value;
  }

  /// Jumps if what tells presence, on the operand stack, says that there is a value.
  private void jumpOnPresence(Kind kind, Label present) {
    if (kind == Kind.LONG) {
      code.constant(0L);
      code.operation(Opcodes.LCMP);
    }
    code.jump(Opcodes.IFNE, present);
  }

  /// Pushes the first components of a value, or the address of one in memory.
  private void pushFirst(Value value, int count) {
    Shape shape = body.shape(value.type());
    if (value instanceof Value.Read(Place place, _, _)) {
      body.moves().load(body.places().locate(place), shape, 0, count);
      return;
    }
    push(value);
    for (int i = shape.components().size() - 1; !shape.inMemory() && i >= count; i--) {
      code.pop(shape.components().get(i).kind());
    }
  }

  private void newArena(Value.NewArena arena) {
    code.context();
    switch (arena.kind()) {
      case ROOT -> code.call(RuntimeEntry.ARENAS_NEW_ROOT);
      case SUB, SCOPED -> {
        Value parent = arena.parent();
        if (parent == null) {
          throw new IllegalArgumentException("an arena without a parent: " + arena);
        }
        push(parent);
        code.call(RuntimeEntry.ARENAS_NEW_SUB);
      }
      case REGION -> {
        body.draft().labels().add(arena.label());
        code.constant(Labels.hashOf(arena.label()));
        code.call(RuntimeEntry.ARENAS_NEW_REGION);
      }
    }
  }
}
