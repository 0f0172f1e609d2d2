package arenad.jvm.emit;

import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Place;
import arenad.ir.Value;
import arenad.ir.Values;
import arenad.jvm.layout.Kind;
import arenad.type.Type;
import arenad.typed.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Growable arrays whose storage stays where it is while a loop runs.
///
/// Address and length of an array's elements stand in its header. C2 does not move a load of off-heap memory out of a loop, so an
/// access through the header costs two more loads each time, and without a length in a register neither bounds checks are hoisted
/// nor loops vectorised. Before a loop in which no array can grow or shrink, both are therefore read into local
/// variables for each array that the loop reads through a local it does not assign. Such a local has a value before the
/// loop, because it has one inside; should its arena be dead by then, the loop does not use what was read.
///
/// An array changes by operations on arrays, and by calls of functions that are handed anything through which an array can be
/// reached: there are no global variables.
final class ArrayViews {

  /// Address and length of the elements of an array, in local variables.
  ///
  /// @param array the local that holds the array
  record View(IrFunction.Local array, int dataSlot, int lengthSlot) {}

  private final List<Map<Integer, View>> byBlock = new ArrayList<>();
  private final Map<Integer, List<View>> byEntry = new HashMap<>();
  private final IrFunction function;
  private final Reach reach;

  /// @param code where the views get their slots
  ArrayViews(IrFunction function, Reach reach, Code code) {
    this.function = function;
    this.reach = reach;
    function.blocks().forEach(_ -> byBlock.add(new HashMap<>()));
    for (Loops.Loop loop : Loops.of(function)) {
      if (loop.entry() >= 0 && isSteady(loop)) {
        addViews(loop, code);
      }
    }
  }

  /// The views that the code of a block may use, by the index of the local.
  Map<Integer, View> in(int block) {
    return byBlock.get(block);
  }

  /// The views that are to be filled at the end of a block.
  List<View> filledAfter(int block) {
    return byEntry.getOrDefault(block, List.of());
  }

  private boolean isSteady(Loops.Loop loop) {
    return loop.body().stream()
        .mapToObj(function.blocks()::get)
        .allMatch(
            block ->
                block.instructions().stream()
                        .noneMatch(each -> Values.anyIn(each, this::changesArrays))
                    && Values.valuesOf(block.end()).stream()
                        .noneMatch(value -> Values.anyIn(value, this::changesArrays)));
  }

  private boolean changesArrays(Value value) {
    return switch (value) {
      case Value.Required required -> throw Evaluation.inTemplate(required);
      case Value.Call(_, _, List<Value> arguments, _, _) ->
          arguments.stream().anyMatch(argument -> reach.leadsToArray(argument.type()));
      case Value.Intrinsic(Operation operation, _, _, _) ->
          Effects.of(operation) == Effects.Effect.CHANGES_ARRAY;
      case Value.Constant _,
          Value.Read _,
          Value.Operate _,
          Value.IsNull _,
          Value.Unwrap _,
          Value.Some _,
          Value.Inject _,
          Value.Project _,
          Value.Convert _,
          Value.Borrow _,
          Value.Aggregate _,
          Value.Fill _,
          Value.Format _,
          Value.New _,
          Value.Clone _,
          Value.NewArena _ ->
          false;
    };
  }

  private void addViews(Loops.Loop loop, Code code) {
    Set<Integer> read = new TreeSet<>();
    Set<Integer> assigned = new TreeSet<>();
    loop.body().stream()
        .mapToObj(function.blocks()::get)
        .forEach(
            block -> {
              for (Instruction instruction : block.instructions()) {
                Values.valuesOf(instruction).forEach(value -> addArrays(value, read));
                if (instruction instanceof Instruction.Assign(Place place, _, _, _)) {
                  addArray(place, read);
                  addAssigned(place, assigned);
                }
              }
              Values.valuesOf(block.end()).forEach(value -> addArrays(value, read));
            });
    read.removeAll(assigned);
    read.removeAll(byBlock.get(loop.head()).keySet());
    for (int index : read) {
      IrFunction.Local array = function.locals().get(index);
      View view = new View(array, code.newSlot(Kind.LONG), code.newSlot(Kind.INT));
      byEntry.computeIfAbsent(loop.entry(), _ -> new ArrayList<>()).add(view);
      loop.body().stream().forEach(block -> byBlock.get(block).put(index, view));
    }
  }

  private static void addAssigned(Place place, Set<Integer> assigned) {
    IrFunction.Local root = Roots.of(place);
    if (root != null) {
      assigned.add(root.index());
    }
  }

  private static void addArrays(Value value, Set<Integer> arrays) {
    switch (value) {
      case Value.Read(Place place, _, _) -> addArray(place, arrays);
      case Value.Borrow(Place place, _, _) -> addArray(place, arrays);
      case Value.Intrinsic(Operation operation, List<Value> arguments, _, _)
          when operation == Operation.ARRAY_LENGTH || operation == Operation.BYTES_LENGTH ->
          addLocal(arguments.getFirst(), arrays);
      case Value.Intrinsic _,
          Value.Constant _,
          Value.Operate _,
          Value.IsNull _,
          Value.Unwrap _,
          Value.Some _,
          Value.Inject _,
          Value.Project _,
          Value.Convert _,
          Value.Call _,
          Value.Required _,
          Value.Aggregate _,
          Value.Fill _,
          Value.Format _,
          Value.New _,
          Value.Clone _,
          Value.NewArena _ -> {}
    }
    Values.operandsOf(value).forEach(operand -> addArrays(operand, arrays));
  }

  private static void addArray(Place place, Set<Integer> arrays) {
    switch (place) {
      case Place.Element(Value sequence, _, _) -> addLocal(sequence, arrays);
      case Place.Member(Place container, _, _, _) -> addArray(container, arrays);
      case Place.Payload(Place union, _, _) -> addArray(union, arrays);
      case Place.Slot(Place array, _, _) -> addArray(array, arrays);
      case Place.OfLocal _, Place.Object _ -> {}
    }
  }

  private static void addLocal(Value array, Set<Integer> arrays) {
    if (array instanceof Value.Read(Place.OfLocal(var local), _, _)
        && local.type() instanceof Type.Builtin(Type.Container container, _)
        && (container == Type.Container.ARRAY || container == Type.Container.ARENA_BUFFER)) {
      arrays.add(local.index());
    }
  }
}
