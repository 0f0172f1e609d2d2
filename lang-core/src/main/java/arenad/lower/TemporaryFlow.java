package arenad.lower;

import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Place;
import arenad.ir.Temporaries;
import arenad.ir.Value;
import arenad.ir.Values;
import arenad.type.Type;
import arenad.typed.Operation;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Follows temporaries through some instructions, without regard to their order.
///
/// It relies on what the checker enforces: an object of an arena never holds a temporary, so neither what
/// is read through a reference nor the reference itself leads to one.
final class TemporaryFlow {

  private final List<Instruction> instructions;
  private final List<Value> atEnds;
  private final BitSet outside;
  private final BitSet keepable;
  private final BitSet survivors = new BitSet();
  private final BitSet holding = new BitSet();
  private boolean escaped;

  private TemporaryFlow(
      List<Instruction> instructions, List<Value> atEnds, BitSet outside, BitSet keepable) {
    this.instructions = instructions;
    this.atEnds = atEnds;
    this.outside = outside;
    this.keepable = keepable;
  }

  /// @param atEnds the values of terminators among the instructions
  /// @param outside locals that occur elsewhere too
  /// @param keepable those of them whose strings can be moved
  static TemporaryFlow of(
      List<Instruction> instructions, List<Value> atEnds, BitSet outside, BitSet keepable) {
    TemporaryFlow flow = new TemporaryFlow(instructions, atEnds, outside, keepable);
    int known;
    do {
      known = flow.holding.cardinality();
      instructions.forEach(flow::follow);
      atEnds.forEach(flow::followCalls);
    } while (!flow.escaped && flow.holding.cardinality() != known);
    return flow;
  }

  /// Whether a temporary made by the instructions may be found after them, elsewhere than in the survivors.
  boolean escapes() {
    return escaped;
  }

  /// The locals from outside that may hold such a temporary afterwards, all of them keepable.
  BitSet survivors() {
    return survivors;
  }

  private void follow(Instruction instruction) {
    Values.valuesOf(instruction).forEach(this::followCalls);
    if (instruction instanceof Instruction.Assign(Place place, Value value, _, _) && holds(value)) {
      store(place);
    }
  }

  private void store(Place place) {
    IrFunction.Local local = rootOf(place);
    if (local != null) {
      store(local);
    } else if (!(elementOf(place) instanceof Place.Element(Value sequence, _, _))
        || !holds(sequence)) {
      escaped = true;
    }
  }

  private void store(IrFunction.Local local) {
    if (outside.get(local.index()) && !keepable.get(local.index())) {
      escaped = true;
      return;
    }
    if (outside.get(local.index())) {
      survivors.set(local.index());
    }
    holding.set(local.index());
  }

  /// What a call is given it may store in what else it is given.
  private void followCalls(Value value) {
    Values.anyIn(
        value,
        each -> {
          switch (each) {
            case Value.Call(_, _, var arguments, _, _) -> stored(arguments, arguments);
            case Value.Intrinsic(var operation, var arguments, _, _)
                when operation == Operation.ARRAY_PUSH
                    || operation == Operation.ARRAY_INSERT
                    || operation == Operation.MAP_SET
                    || operation == Operation.SPAN_FILL ->
                stored(arguments.subList(1, arguments.size()), arguments.subList(0, 1));
            case Value _ -> {}
          }
          return escaped;
        });
  }

  private void stored(List<Value> values, List<Value> holders) {
    if (values.stream().noneMatch(this::holds)) {
      return;
    }
    for (Value holder : holders) {
      if (holder instanceof Value.Borrow(Place place, _, _)) {
        IrFunction.Local local = rootOf(place);
        if (local != null) {
          store(local);
        }
      } else if (mayBeFilled(holder.type()) && !holds(holder)) {
        escaped = true;
      }
    }
  }

  /// Whether a value of the type may be, or lead to, an array that is a temporary itself.
  private static boolean mayBeFilled(Type type) {
    return switch (type) {
      case Type.Builtin _, Type.Named _, Type.Tuple _, Type.FixedArray _, Type.Parameter _ -> true;
      case Type.Optional(Type of) -> mayBeFilled(of);
      case Type.Scalar _, Type.Unit _, Type.Text _, Type.Arena _, Type.Ref _, Type.Function _ ->
          false;
    };
  }

  private static boolean mayHold(Type type) {
    return type instanceof Type.Text
        || type instanceof Type.Optional(Type of) && mayHold(of)
        || mayBeFilled(type);
  }

  private boolean holds(Value value) {
    if (!mayHold(value.type())) {
      return value instanceof Value.Borrow(Place place, _, _) && holds(place);
    }
    return switch (value) {
      case Value.Read(Place place, _, _) -> holds(place);
      case Value.Clone(Value operand, Value arena, _, _) -> arena == null && holds(operand);
      case Value.Intrinsic(var operation, var arguments, _, _) ->
          Temporaries.areMadeHere(value) || isPartOf(operation) && holds(arguments.getFirst());
      case Value.Unwrap _,
          Value.Some _,
          Value.Inject _,
          Value.Project _,
          Value.Call _,
          Value.Required _,
          Value.Aggregate _,
          Value.Fill _ ->
          Values.operandsOf(value).stream().anyMatch(this::holds);
      case Value.Format _ -> true;
      case Value.Constant _,
          Value.Operate _,
          Value.IsNull _,
          Value.Convert _,
          Value.Borrow _,
          Value.New _,
          Value.NewArena _ ->
          false;
    };
  }

  /// Whether the operation's result may be a part of its first argument.
  private static boolean isPartOf(Operation operation) {
    return operation != Operation.BUFFER_TO_STRING
        && operation != Operation.BYTES_TO_STRING
        && operation != Operation.BYTES_NEW
        && operation != Operation.BUFFER_NEW
        && operation != Operation.ARRAY_NEW
        && operation != Operation.MAP_NEW
        && operation != Operation.SPAN_NEW;
  }

  private boolean holds(Place place) {
    return switch (place) {
      case Place.OfLocal(var local) -> holding.get(local.index());
      case Place.Object _ -> false;
      case Place.Member(Place container, _, _, _) -> holds(container);
      case Place.Payload(Place union, _, _) -> holds(union);
      case Place.Slot(Place array, _, _) -> holds(array);
      case Place.Element(Value sequence, _, _) -> holds(sequence);
    };
  }

  private static @Nullable Place elementOf(Place place) {
    return switch (place) {
      case Place.Element _ -> place;
      case Place.Member(Place container, _, _, _) -> elementOf(container);
      case Place.Payload(Place union, _, _) -> elementOf(union);
      case Place.Slot(Place array, _, _) -> elementOf(array);
      case Place.OfLocal _, Place.Object _ -> null;
    };
  }

  /// The local that the place is, or is a part of.
  static IrFunction.@Nullable Local rootOf(Place place) {
    return switch (place) {
      case Place.OfLocal(var local) -> local;
      case Place.Member(Place container, _, _, _) -> rootOf(container);
      case Place.Payload(Place union, _, _) -> rootOf(union);
      case Place.Slot(Place array, _, _) -> rootOf(array);
      case Place.Object _, Place.Element _ -> null;
    };
  }
}
