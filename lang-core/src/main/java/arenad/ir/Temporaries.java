package arenad.ir;

import arenad.typed.EveryExpr;
import arenad.typed.Expr;
import arenad.typed.Operation;

/// Says which values make memory of the current frame, that is gone when the frame ends.
public final class Temporaries {

  private Temporaries() {}

  public static boolean areMadeBy(Instruction instruction) {
    return Values.valuesOf(instruction).stream().anyMatch(Temporaries::areMadeBy);
  }

  private static boolean areMadeBy(Value value) {
    return areMadeHere(value)
        || Values.operandsOf(value).stream()
            .filter(operand -> !isShownBy(value, operand))
            .anyMatch(Temporaries::areMadeBy);
  }

  /// An f-string that is printed or appended to a buffer goes there straight. Its holes are read from locals.
  private static boolean isShownBy(Value value, Value operand) {
    return operand instanceof Value.Format
        && value instanceof Value.Intrinsic(Operation operation, _, _, _)
        && (operation == Operation.PRINT
            || operation == Operation.LOG
            || operation == Operation.BUFFER_APPEND);
  }

  /// What a [Terminator.Panic] makes does not count: no frame ends after it.
  public static boolean areMadeBy(Terminator terminator) {
    return switch (terminator) {
      case Terminator.Branch(Value condition, _, _, _) -> areMadeBy(condition);
      case Terminator.Switch(Value union, _, _) -> areMadeBy(union);
      case Terminator.Goto _, Terminator.Return _, Terminator.Panic _, Terminator.Unreachable _ ->
          false;
    };
  }

  /// Whether this value itself does, not an operand of it.
  public static boolean areMadeHere(Value value) {
    return switch (value) {
      case Value.Format _ -> true;
      case Value.Intrinsic(Operation operation, _, _, _) -> makesTemporary(operation);
      case Value.Constant _,
          Value.Read _,
          Value.Operate _,
          Value.IsNull _,
          Value.Unwrap _,
          Value.Some _,
          Value.Inject _,
          Value.Project _,
          Value.Convert _,
          Value.Call _,
          Value.Required _,
          Value.Borrow _,
          Value.Aggregate _,
          Value.Fill _,
          Value.New _,
          Value.Clone _,
          Value.NewArena _ ->
          false;
    };
  }

  /// Whether a value of the expression, or of a part of it, may be made with a temporary.
  public static boolean mayBeMadeBy(Expr expression) {
    return EveryExpr.in(expression).stream()
        .anyMatch(
            each ->
                each instanceof Expr.Format
                    || each instanceof Expr.Intrinsic(Operation operation, _, _, _)
                        && makesTemporary(operation));
  }

  /// Slices, trimmed ones too, share the bytes of their string.
  private static boolean makesTemporary(Operation operation) {
    return switch (operation) {
      case STRING_CONCAT,
          STRING_SPLIT,
          STRING_REPLACE,
          STRING_UPPER,
          STRING_LOWER,
          MAP_KEYS,
          MAP_VALUES,
          STRING_FROM_JAVA ->
          true;
      default -> false;
    };
  }
}
