package arenad.jvm.emit;

import arenad.ir.Instruction;
import arenad.ir.Place;
import arenad.ir.Terminator;
import arenad.ir.Value;
import java.util.ArrayList;
import java.util.List;

/// The values and places directly inside an instruction, a value or a place.
final class Parts {

  private Parts() {}

  static List<Value> valuesOf(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Assign(_, Value value, _, _) -> List.of(value);
      case Instruction.Evaluate(Value value, _) -> List.of(value);
      case Instruction.Free(Value arena, _, _) -> List.of(arena);
      case Instruction.Reset(Value arena, _) -> List.of(arena);
      case Instruction.EnterFrame _, Instruction.LeaveFrame _ -> List.of();
    };
  }

  static List<Place> placesOf(Instruction instruction) {
    return instruction instanceof Instruction.Assign(Place place, _, _, _)
        ? List.of(place)
        : List.of();
  }

  static List<Value> valuesOf(Terminator end) {
    return switch (end) {
      case Terminator.Branch(Value condition, _, _, _) -> List.of(condition);
      case Terminator.Return(Value value, _) -> value == null ? List.of() : List.of(value);
      case Terminator.Panic(Value message, _) -> List.of(message);
      case Terminator.Goto _, Terminator.Unreachable _ -> List.of();
    };
  }

  static List<Value> valuesOf(Value value) {
    return switch (value) {
      case Value.Constant _, Value.Read _, Value.Borrow _ -> List.of();
      case Value.Operate(_, List<Value> operands, _, _) -> operands;
      case Value.IsNull(Value inner, _, _, _) -> List.of(inner);
      case Value.Unwrap(Value inner, _, _, _) -> List.of(inner);
      case Value.Some(Value inner, _, _) -> List.of(inner);
      case Value.Convert(Value inner, _, _) -> List.of(inner);
      case Value.Call(_, _, List<Value> arguments, _, _) -> arguments;
      case Value.Intrinsic(_, List<Value> arguments, _, _) -> arguments;
      case Value.Aggregate(List<Value> members, _, _) -> members;
      case Value.Fill(Value element, _, _) -> List.of(element);
      case Value.Format(List<Value.Part> parts, _, _) -> holesOf(parts);
      case Value.New(Value arena, Value inner, _, _) -> List.of(arena, inner);
      case Value.Clone(Value inner, Value arena, _, _) ->
          arena == null ? List.of(inner) : List.of(inner, arena);
      case Value.NewArena(_, Value parent, _, _, _) -> parent == null ? List.of() : List.of(parent);
    };
  }

  static List<Place> placesOf(Value value) {
    return switch (value) {
      case Value.Read(Place place, _, _) -> List.of(place);
      case Value.Borrow(Place place, _, _) -> List.of(place);
      case Value.Constant _,
          Value.Operate _,
          Value.IsNull _,
          Value.Unwrap _,
          Value.Some _,
          Value.Convert _,
          Value.Call _,
          Value.Intrinsic _,
          Value.Aggregate _,
          Value.Fill _,
          Value.Format _,
          Value.New _,
          Value.Clone _,
          Value.NewArena _ ->
          List.of();
    };
  }

  static List<Value> valuesOf(Place place) {
    return switch (place) {
      case Place.OfLocal _, Place.Member _ -> List.of();
      case Place.Object(Value reference, _) -> List.of(reference);
      case Place.Slot(_, Value index, _) -> List.of(index);
      case Place.Element(Value sequence, Value index, _) -> List.of(sequence, index);
    };
  }

  static List<Place> placesOf(Place place) {
    return switch (place) {
      case Place.Member(Place container, _, _, _) -> List.of(container);
      case Place.Slot(Place array, _, _) -> List.of(array);
      case Place.OfLocal _, Place.Object _, Place.Element _ -> List.of();
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
}
