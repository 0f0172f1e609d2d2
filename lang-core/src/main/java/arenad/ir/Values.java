package arenad.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Walks over the values in a piece of the graph.
public final class Values {

  private Values() {}

  /// Whether some value in the instruction, operands of operands too, answers the question with
  /// yes.
  public static boolean anyIn(Instruction instruction, Predicate<Value> question) {
    return valuesOf(instruction).stream().anyMatch(value -> anyIn(value, question));
  }

  /// Whether the value or one in it does.
  public static boolean anyIn(Value value, Predicate<Value> question) {
    if (question.test(value)) {
      return true;
    }
    for (Value operand : operandsOf(value)) {
      if (anyIn(operand, question)) {
        return true;
      }
    }
    return false;
  }

  /// The outermost values of an instruction, in the order of evaluation.
  public static List<Value> valuesOf(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Assign(Place place, Value value, _, _) -> with(operandsOf(place), value);
      case Instruction.Evaluate(Value value, _) -> List.of(value);
      case Instruction.Free(Value arena, _, _) -> List.of(arena);
      case Instruction.Reset(Value arena, _) -> List.of(arena);
      case Instruction.EnterFrame _, Instruction.LeaveFrame _, Instruction.BeginTurns _ ->
          List.of();
    };
  }

  /// The outermost value of a terminator, if it has one.
  public static List<Value> valuesOf(Terminator terminator) {
    return switch (terminator) {
      case Terminator.Branch(Value condition, _, _, _) -> List.of(condition);
      case Terminator.Switch(Value union, _, _) -> List.of(union);
      case Terminator.Return(Value value, _) -> value == null ? List.of() : List.of(value);
      case Terminator.Panic(Value message, _) -> List.of(message);
      case Terminator.Goto _, Terminator.Unreachable _ -> List.of();
    };
  }

  /// What a value is computed from, in the order of evaluation.
  public static List<Value> operandsOf(Value value) {
    return switch (value) {
      case Value.Constant _ -> List.of();
      case Value.Read(Place place, _, _) -> operandsOf(place);
      case Value.Operate(_, var operands, _, _) -> operands;
      case Value.IsNull(Value operand, _, _, _) -> List.of(operand);
      case Value.Unwrap(Value operand, _, _, _) -> List.of(operand);
      case Value.Some(Value operand, _, _) -> List.of(operand);
      case Value.Inject(Value operand, _, _, _) -> List.of(operand);
      case Value.Project(Value operand, _, _, _, _) -> List.of(operand);
      case Value.Convert(Value operand, _, _) -> List.of(operand);
      case Value.Call(_, _, var arguments, _, _) -> arguments;
      case Value.Required(_, _, _, _, var arguments, _, _) -> arguments;
      case Value.Borrow(Place place, _, _) -> operandsOf(place);
      case Value.Intrinsic(_, var arguments, _, _) -> arguments;
      case Value.Aggregate(var members, _, _) -> members;
      case Value.Fill(Value element, _, _) -> List.of(element);
      case Value.Format(var parts, _, _) -> holesOf(parts);
      case Value.New(Value arena, Value initial, _, _) -> List.of(arena, initial);
      case Value.Clone(Value operand, Value arena, _, _) ->
          arena == null ? List.of(operand) : List.of(operand, arena);
      case Value.NewArena(_, Value parent, _, _, _) -> parent == null ? List.of() : List.of(parent);
    };
  }

  /// The values that lead to a place, in the order of evaluation.
  public static List<Value> operandsOf(Place place) {
    return switch (place) {
      case Place.OfLocal _ -> List.of();
      case Place.Object(Value reference, _) -> List.of(reference);
      case Place.Member(Place container, _, _, _) -> operandsOf(container);
      case Place.Payload(Place union, _, _) -> operandsOf(union);
      case Place.Slot(Place array, Value index, _) -> with(operandsOf(array), index);
      case Place.Element(Value sequence, Value index, _) -> List.of(sequence, index);
    };
  }

  private static List<Value> holesOf(List<Value.Part> parts) {
    List<Value> holes = new ArrayList<>();
    for (Value.Part part : parts) {
      if (part instanceof Value.Part.Hole(Value value, _)) {
        holes.add(value);
      }
    }
    return holes;
  }

  private static List<Value> with(List<Value> values, Value last) {
    List<Value> longer = new ArrayList<>(values);
    longer.add(last);
    return longer;
  }
}
