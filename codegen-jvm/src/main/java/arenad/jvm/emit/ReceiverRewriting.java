package arenad.jvm.emit;

import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Place;
import arenad.ir.Terminator;
import arenad.ir.Value;
import arenad.type.Type;
import java.util.ArrayList;
import java.util.List;

/// Turns a method that works on the object behind `self` into one that works on a local of its own: the second form of a method
/// ([SplitReceiver]). Where `self` is used as a reference, the local's address stands for it.
final class ReceiverRewriting {

  private final IrFunction.Local reference;
  private final Place object;

  private ReceiverRewriting(IrFunction.Local reference, Type self) {
    this.reference = reference;
    object = new Place.OfLocal(new IrFunction.Local(0, reference.name(), self, reference.span()));
  }

  /// @param self the struct
  static IrFunction of(IrFunction method, Type self) {
    ReceiverRewriting rewriting = new ReceiverRewriting(method.locals().getFirst(), self);
    List<IrFunction.Local> locals = new ArrayList<>(method.locals());
    locals.set(0, ((Place.OfLocal) rewriting.object).local());
    return new IrFunction(
        method.symbol(),
        method.parameters(),
        locals,
        method.result(),
        method.blocks().stream().map(rewriting::block).toList(),
        method.name(),
        method.end());
  }

  private IrFunction.Block block(IrFunction.Block block) {
    return new IrFunction.Block(
        block.instructions().stream().map(this::instruction).toList(), terminator(block.end()));
  }

  private Instruction instruction(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Assign(Place place, Value value, boolean initial, var span) ->
          new Instruction.Assign(place(place), value(value), initial, span);
      case Instruction.Evaluate(Value value, var span) ->
          new Instruction.Evaluate(value(value), span);
      case Instruction.Free(Value arena, boolean scoped, var span) ->
          new Instruction.Free(value(arena), scoped, span);
      case Instruction.Reset(Value arena, var span) -> new Instruction.Reset(value(arena), span);
      case Instruction.EnterFrame _, Instruction.LeaveFrame _, Instruction.BeginTurns _ ->
          instruction;
    };
  }

  private Terminator terminator(Terminator end) {
    return switch (end) {
      case Terminator.Branch(Value condition, int then, int otherwise, var span) ->
          new Terminator.Branch(value(condition), then, otherwise, span);
      case Terminator.Switch(Value union, var targets, var span) ->
          new Terminator.Switch(value(union), targets, span);
      case Terminator.Return(var value, var span) ->
          new Terminator.Return(value == null ? null : value(value), span);
      case Terminator.Panic(Value message, var span) -> new Terminator.Panic(value(message), span);
      case Terminator.Goto _, Terminator.Unreachable _ -> end;
    };
  }

  private boolean isReference(Value value) {
    return value instanceof Value.Read(Place.OfLocal(var local), _, _) && local.equals(reference);
  }

  private Place place(Place place) {
    return switch (place) {
      case Place.OfLocal _ -> place;
      case Place.Object(Value pointer, Type type) ->
          isReference(pointer) ? object : new Place.Object(value(pointer), type);
      case Place.Member(Place container, int index, String name, Type type) ->
          new Place.Member(place(container), index, name, type);
      case Place.Payload(Place union, int tag, Type type) ->
          new Place.Payload(place(union), tag, type);
      case Place.Slot(Place array, Value index, Type type) ->
          new Place.Slot(place(array), value(index), type);
      case Place.Element(Value sequence, Value index, Type type) ->
          new Place.Element(value(sequence), value(index), type);
    };
  }

  private List<Value> values(List<Value> values) {
    return values.stream().map(this::value).toList();
  }

  private Value value(Value value) {
    if (isReference(value)) {
      return new Value.Borrow(object, value.type(), value.span());
    }
    return switch (value) {
      case Value.Constant _ -> value;
      case Value.Read(Place place, Type type, var span) -> new Value.Read(place(place), type, span);
      case Value.Operate(var operator, var operands, Type type, var span) ->
          new Value.Operate(operator, values(operands), type, span);
      case Value.IsNull(Value inner, boolean negated, Type type, var span) ->
          new Value.IsNull(value(inner), negated, type, span);
      case Value.Unwrap(Value inner, var proof, Type type, var span) ->
          new Value.Unwrap(value(inner), proof, type, span);
      case Value.Some(Value inner, Type type, var span) -> new Value.Some(value(inner), type, span);
      case Value.Inject(Value inner, int tag, Type type, var span) ->
          new Value.Inject(value(inner), tag, type, span);
      case Value.Project(Value inner, int tag, var proof, Type type, var span) ->
          new Value.Project(value(inner), tag, proof, type, span);
      case Value.Convert(Value inner, Type type, var span) ->
          new Value.Convert(value(inner), type, span);
      case Value.Required required -> throw Evaluation.inTemplate(required);
      case Value.Call(var callee, var typeArguments, var arguments, Type type, var span) ->
          new Value.Call(callee, typeArguments, values(arguments), type, span);
      case Value.Borrow(Place place, Type type, var span) ->
          new Value.Borrow(place(place), type, span);
      case Value.Intrinsic(var operation, var arguments, Type type, var span) ->
          new Value.Intrinsic(operation, values(arguments), type, span);
      case Value.Aggregate(var members, Type type, var span) ->
          new Value.Aggregate(values(members), type, span);
      case Value.Fill(Value element, Type type, var span) ->
          new Value.Fill(value(element), type, span);
      case Value.Format(var parts, Type type, var span) ->
          new Value.Format(parts.stream().map(this::part).toList(), type, span);
      case Value.New(Value arena, Value initial, Type type, var span) ->
          new Value.New(value(arena), value(initial), type, span);
      case Value.Clone(Value inner, var arena, Type type, var span) ->
          new Value.Clone(value(inner), arena == null ? null : value(arena), type, span);
      case Value.NewArena(var kind, var parent, String label, Type type, var span) ->
          new Value.NewArena(kind, parent == null ? null : value(parent), label, type, span);
    };
  }

  private Value.Part part(Value.Part part) {
    return switch (part) {
      case Value.Part.Text _ -> part;
      case Value.Part.Hole(Value value, var specification) ->
          new Value.Part.Hole(value(value), specification);
    };
  }
}
