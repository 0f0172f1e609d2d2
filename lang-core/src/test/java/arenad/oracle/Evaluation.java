package arenad.oracle;

import arenad.ir.Place;
import arenad.ir.Value;
import arenad.type.ConstantValue;
import arenad.type.Type;
import arenad.typed.Operation;
import arenad.typed.Operator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Evaluates values and places in one call.
final class Evaluation {

  private final Interpreter run;
  private final Activation activation;
  private final Builtins builtins;
  private final OwnerOperations owners;

  Evaluation(Interpreter run, Activation activation) {
    this.run = run;
    this.activation = activation;
    owners = new OwnerOperations(run.memory);
    builtins = new Builtins(run.memory, run.output, run.fields, activation::frame);
  }

  /// Storage, and the home it lies in (null: a local).
  private record Located(Cell cell, @Nullable Home home) {}

  boolean truth(Value value) {
    return Computation.whole(value(value)) != 0;
  }

  String string(Value value) {
    Datum.Text text = (Datum.Text) value(value);
    SimulatedMemory.requireLive(text.home(), "a string");
    return text.string();
  }

  SimulatedArena arena(Value value) {
    return ((Datum.Handle) value(value)).arena();
  }

  Datum value(Value value) {
    Datum result = evaluate(value);
    if (result == null) {
      throw new IllegalStateException("a value is wanted of " + value);
    }
    return result;
  }

  void effect(Value value) {
    evaluate(value);
  }

  void assign(Place place, Value value) {
    Supplier<Located> target = locate(place);
    Datum datum = value(value);
    Located located = target.get();
    SimulatedMemory.requireLive(located.home, "what is written");
    if (located.home != null) {
      SimulatedMemory.requireOutlives(datum, located.home);
    }
    located.cell.set(datum);
  }

  private @Nullable Datum evaluate(Value value) {
    try {
      return compute(value);
    } catch (SimulatedMemory.Violation violation) {
      throw run.trap(violation, activation, value.span());
    }
  }

  private @Nullable Datum compute(Value value) {
    return switch (value) {
      case Value.Constant(ConstantValue constant, Type type, _) -> constant(constant, type);
      case Value.Read(Place place, _, _) -> read(place);
      case Value.Operate(Operator operator, var operands, Type type, _) ->
          operate(operator, operands, type);
      case Value.IsNull(Value operand, boolean negated, _, _) ->
          truth(value(operand) instanceof Datum.Absent != negated);
      case Value.Unwrap(Value operand, var proof, _, _) -> unwrap(value(operand), proof);
      case Value.Some(Value operand, _, _) -> value(operand);
      case Value.Inject(Value operand, int tag, _, _) -> Tagged.of(tag, value(operand));
      case Value.Project(Value operand, int tag, _, _, _) ->
          Tagged.payload(value(operand), tag).get();
      case Value.Convert(Value operand, Type type, _) ->
          Computation.convert(value(operand), operand.type(), type);
      case Value.Call(var callee, var types, var arguments, _, _) ->
          run.call(Instances.named(callee, types), values(arguments));
      case Value.Required required ->
          throw new IllegalStateException("not resolved: " + required.member());
      case Value.Borrow(Place place, Type type, _) -> {
        Located located = locate(place).get();
        Home home = located.home == null ? activation.stack : located.home;
        boolean alone = type.equals(new Type.Ref(new Type.Tuple(List.of(place.type()))));
        Cell target = alone ? new Cell(new Datum.Aggregate(List.of(located.cell))) : located.cell;
        yield new Datum.Reference(target, home);
      }
      case Value.Intrinsic(var operation, var arguments, Type type, _)
          when OwnerOperations.are(operation) ->
          owner(operation, arguments, type);
      case Value.Intrinsic(var operation, var arguments, _, _) when Crew.runs(operation) ->
          run.threads(operation, values(arguments));
      case Value.Intrinsic(var operation, var arguments, Type type, _) ->
          builtins.of(
              operation, values(arguments), arguments.stream().map(Value::type).toList(), type);
      case Value.Aggregate(var members, _, _) -> aggregate(values(members));
      case Value.Fill(Value element, Type type, _) -> fill(value(element), type);
      case Value.Format(var parts, _, _) -> format(parts);
      case Value.New(Value arena, Value initial, _, _) -> {
        SimulatedArena into = arena(arena);
        yield run.memory.allocate(into, value(initial));
      }
      case Value.Clone(Value operand, Value arena, _, _) -> clone(operand, arena);
      case Value.NewArena(var kind, Value parent, String label, _, _) ->
          newArena(kind, parent, label, value);
    };
  }

  private @Nullable Datum owner(Operation operation, List<Value> arguments, Type type) {
    if (operation == Operation.OWNER_MOVE
        && arguments.getFirst() instanceof Value.Read(Place place, _, _)) {
      Datum moved = read(place);
      OwnerOperations.empty(locate(place).get().cell);
      return moved;
    }
    return owners.of(operation, values(arguments), type);
  }

  private Datum newArena(Value.ArenaKind kind, @Nullable Value parent, String label, Value value) {
    String name = label.isEmpty() ? "arena of token " + value.span().first() : label;
    boolean scoped = kind == Value.ArenaKind.SCOPED || kind == Value.ArenaKind.REGION;
    SimulatedArena above = parent == null ? null : arena(parent);
    return new Datum.Handle(run.memory.newArena(name, scoped, above));
  }

  private Datum clone(Value operand, @Nullable Value arena) {
    Datum original = value(operand);
    if (arena == null) {
      return Cloning.besides(run.memory, original, operand.type());
    }
    SimulatedArena target = arena(arena);
    SimulatedMemory.requireLive(target);
    return new Cloning(run.memory, target).of(original);
  }

  private List<Datum> values(List<Value> values) {
    List<Datum> result = new ArrayList<>();
    values.forEach(each -> result.add(value(each)));
    return result;
  }

  static Datum constant(ConstantValue constant, Type type) {
    return switch (constant) {
      case ConstantValue.Int(long bits) -> new Datum.Whole(Computation.fit(bits, type));
      case ConstantValue.Float(double number) -> new Datum.Real(number);
      case ConstantValue.Bool(boolean truth) -> truth(truth);
      case ConstantValue.Char(int codePoint) -> new Datum.Whole(codePoint);
      case ConstantValue.Text(String text) -> Datum.Text.of(text, null);
      case ConstantValue.Null _ -> new Datum.Absent();
      case ConstantValue.Aggregate(_, var members) ->
          aggregate(members.stream().map(each -> constant(each, Type.Unit.UNKNOWN)).toList());
      case ConstantValue.Unknown _ -> throw new IllegalStateException("a value that is not known");
    };
  }

  private static Datum truth(boolean truth) {
    return new Datum.Whole(truth ? 1 : 0);
  }

  static Datum aggregate(List<Datum> members) {
    return new Datum.Aggregate(members.stream().map(Cell::new).toList());
  }

  static Datum fill(Datum element, Type type) {
    int length = ((Type.FixedArray) type).length();
    return aggregate(Collections.nCopies(length, element).stream().map(Datum::copy).toList());
  }

  private Datum operate(Operator operator, List<Value> operands, Type type) {
    List<Datum> data = values(operands);
    return switch (operator) {
      case Operator.Unary unary -> Computation.unary(unary, data.getFirst(), type);
      case Operator.Arithmetic arithmetic ->
          Computation.arithmetic(arithmetic, data.getFirst(), data.getLast(), type);
      case Operator.Comparison comparison ->
          truth(
              Computation.compare(
                  comparison, data.getFirst(), data.getLast(), operands.getFirst().type()));
    };
  }

  private static Datum unwrap(Datum nullable, Value.Proof proof) {
    if (!(nullable instanceof Datum.Absent)) {
      return nullable;
    }
    throw switch (proof) {
      case CHECKED -> new PanicSignal("null value");
      case NARROWED ->
          new SimulatedMemory.Violation(
              MemoryTrap.Kind.FALSE_NARROWING, "null where a test has excluded it");
      case KNOWN -> new IllegalStateException("null where lowering has excluded it");
    };
  }

  private Datum format(List<Value.Part> parts) {
    StringBuilder text = new StringBuilder();
    for (Value.Part part : parts) {
      switch (part) {
        case Value.Part.Text(String piece) -> text.append(piece);
        case Value.Part.Hole(Value hole, String specification) ->
            text.append(TextForm.of(value(hole), hole.type(), specification));
      }
    }
    return Datum.Text.of(text.toString(), activation.frame());
  }

  private Datum read(Place place) {
    if (place instanceof Place.Element(Value sequence, Value index, _)
        && !(sequence.type() instanceof Type.Builtin(var container, _)
            && container != Type.Container.STRING_BUFFER)) {
      Datum text = value(sequence);
      return builtins.unit(text, Computation.whole(value(index)));
    }
    Located located = locate(place).get();
    SimulatedMemory.requireLive(located.home, "what is read");
    Datum found = located.cell.get().copy();
    if (OwnerOperations.isGone(found)) {
      throw new SimulatedMemory.Violation(
          MemoryTrap.Kind.USE_AFTER_FREE, "what is read has been moved");
    }
    return found;
  }

  /// Evaluates what leads to a place; the storage is looked up when it is asked for.
  private Supplier<Located> locate(Place place) {
    return switch (place) {
      case Place.OfLocal(var local) -> () -> new Located(activation.local(local), null);
      case Place.Object(Value reference, _) -> {
        Datum.Reference target = (Datum.Reference) value(reference);
        yield () -> new Located(target.target(), target.home());
      }
      case Place.Member(Place container, int index, _, _) -> {
        Supplier<Located> whole = locate(container);
        yield () -> member(whole.get(), index);
      }
      case Place.Payload(Place union, int tag, _) -> {
        Supplier<Located> whole = locate(union);
        yield () -> payload(whole.get(), tag);
      }
      case Place.Slot(Place array, Value index, _) -> {
        Supplier<Located> whole = locate(array);
        long position = Computation.whole(value(index));
        yield () -> slot(whole.get(), position);
      }
      case Place.Element(Value sequence, Value index, _) -> {
        Datum container = value(sequence);
        Datum position = value(index);
        yield () -> element(container, position);
      }
    };
  }

  private static Located element(Datum container, Datum index) {
    if (container instanceof Datum.Table table) {
      return new Located(MapOperations.at(table, index), table.home);
    }
    if (container instanceof Datum.Slice span) {
      return new Located(SpanOperations.element(span, Computation.whole(index)), span.home());
    }
    Datum.Growable array = (Datum.Growable) container;
    return new Located(Builtins.element(array, Computation.whole(index)), array.home);
  }

  private static Located member(Located whole, int index) {
    return new Located(((Datum.Aggregate) whole.cell.get()).members().get(index), whole.home);
  }

  private static Located payload(Located whole, int tag) {
    return new Located(Tagged.payload(whole.cell.get(), tag), whole.home);
  }

  private static Located slot(Located whole, long index) {
    List<Cell> cells = ((Datum.Aggregate) whole.cell.get()).members();
    return new Located(cells.get(Builtins.checked(index, cells.size())), whole.home);
  }
}
