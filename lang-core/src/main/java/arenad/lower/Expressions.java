package arenad.lower;

import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Place;
import arenad.ir.Terminator;
import arenad.ir.Value;
import arenad.text.Span;
import arenad.type.ConstantValue;
import arenad.type.Type;
import arenad.typed.Expr;
import arenad.typed.Variable;
import java.util.ArrayList;
import java.util.List;

/// Writes expressions: what needs instructions of its own becomes instructions, and what is left is
/// the value.
final class Expressions {

  private final BodyLowering body;
  private final GraphDraft draft;
  private final Operands operands;
  private final Choices choices;
  private final MethodCalls methodCalls;
  private final Matches matches;
  private final FunctionPassing functions;

  Expressions(BodyLowering body) {
    this.body = body;
    draft = body.draft();
    operands = new Operands(body);
    choices = new Choices(body);
    methodCalls = new MethodCalls(body);
    functions = new FunctionPassing(body);
    matches = new Matches(body);
  }

  Matches matches() {
    return matches;
  }

  Operands operands() {
    return operands;
  }

  /// Evaluates for the effect alone.
  void effect(Expr expression) {
    Value value = value(expression);
    if (body.ownership().holds(value.type())) {
      temporary(value);
    } else if (!isNothing(value)) {
      draft.add(new Instruction.Evaluate(value, expression.span()));
    }
  }

  Value value(Expr expression) {
    Type type = expression.type();
    Span span = expression.span();
    return switch (expression) {
      case Expr.Literal(ConstantValue value, _, _) -> new Value.Constant(value, type, span);
      case Expr.Constant(_, ConstantValue value, _, _) -> new Value.Constant(value, type, span);
      case Expr.Local _, Expr.Field _, Expr.TupleElement _, Expr.Deref _, Expr.Index _ ->
          body.ownership().taken(body.places().place(expression), span);
      case Expr.Call call -> call(call);
      case Expr.Required required ->
          new Value.Required(
              required.requirement(),
              required.member(),
              required.called(),
              required.called() && ReadOnly.is(required.arguments().getFirst()),
              operands.of(required.arguments()),
              type,
              span);
      case Expr.CallParameter call -> functions.callParameter(call);
      case Expr.Closure _ ->
          throw new IllegalStateException("a closure that is no argument of a call");
      case Expr.Intrinsic intrinsic -> intrinsic(intrinsic);
      case Expr.Unary(var operator, Expr operand, _, _) ->
          new Value.Operate(operator, operands.of(operand), type, span);
      case Expr.Arithmetic(var operator, Expr left, Expr right, _, _) -> {
        List<Value> both = operands.of(left, right);
        yield Statements.arithmetic(operator, both.getFirst(), both.getLast(), type, span);
      }
      case Expr.Compare(var operator, Expr left, Expr right, _, _) ->
          new Value.Operate(operator, operands.of(left, right), type, span);
      case Expr.IsNull(Expr value, boolean negated, _, _) ->
          new Value.IsNull(body.ownership().looked(value), negated, type, span);
      case Expr.Logical logical -> choices.logical(logical);
      case Expr.Conditional conditional -> choices.conditional(conditional);
      case Expr.Coalesce coalesce -> choices.coalesce(coalesce);
      case Expr.OptionalChain chain -> choices.optionalChain(chain);
      case Expr.Unwrap(Expr value, _, _) ->
          new Value.Unwrap(value(value), Value.Proof.CHECKED, type, span);
      case Expr.Narrowed(Expr value, _, _) ->
          new Value.Unwrap(value(value), Value.Proof.NARROWED, type, span);
      case Expr.Inject(Expr value, int tag, _, _) ->
          new Value.Inject(value(value), tag, type, span);
      case Expr.Variant(Expr value, int tag, _, _) ->
          new Value.Project(value(value), tag, Value.Proof.NARROWED, type, span);
      case Expr.Let(Variable variable, Expr value, Expr rest, _, _) -> {
        draft.assign(draft.local(variable), value(value));
        yield value(rest);
      }
      case Expr.Match match -> matches.value(match);
      case Expr.Some(Expr value, _, _) -> new Value.Some(value(value), type, span);
      case Expr.Convert(Expr value, _, _) -> new Value.Convert(value(value), type, span);
      case Expr.StructLiteral literal -> structLiteral(literal);
      case Expr.TupleLiteral(List<Expr> elements, _, _) ->
          new Value.Aggregate(operands.of(elements), type, span);
      case Expr.ArrayLiteral(List<Expr> elements, _, _) ->
          new Value.Aggregate(operands.of(elements), type, span);
      case Expr.ArrayFill(Expr value, _, _) -> new Value.Fill(value(value), type, span);
      case Expr.Format format -> format(format);
      case Expr.New(Expr arena, Expr value, _, _) -> {
        List<Value> both = operands.of(arena, value);
        yield new Value.New(both.getFirst(), both.getLast(), type, span);
      }
      case Expr.Clone(Expr value, Expr arena, _, _) -> {
        List<Value> both = arena == null ? operands.of(value) : operands.of(value, arena);
        yield new Value.Clone(both.getFirst(), arena == null ? null : both.getLast(), type, span);
      }
      case Expr.Hole _ -> {
        body.meetHole();
        yield nothing(span);
      }
    };
  }

  private Value call(Expr.Call call) {
    return call.onObject()
        ? methodCalls.call(call)
        : ending(functions.call(call, operands.of(FunctionPassing.values(call.arguments()))));
  }

  FunctionPassing functions() {
    return functions;
  }

  private Value intrinsic(Expr.Intrinsic intrinsic) {
    if (Ownership.looksAtOwner(intrinsic.operation())) {
      return body.ownership().operation(intrinsic);
    }
    List<Value> arguments = operands.of(intrinsic.arguments());
    Span span = intrinsic.span();
    Type type = intrinsic.type();
    return switch (intrinsic.operation()) {
      case ARENA_NEW_ROOT -> new Value.NewArena(Value.ArenaKind.ROOT, null, "", type, span);
      case ARENA_NEW_SUB ->
          new Value.NewArena(Value.ArenaKind.SUB, arguments.getFirst(), "", type, span);
      case ARENA_FREE -> {
        draft.add(new Instruction.Free(arguments.getFirst(), false, span));
        yield nothing(span);
      }
      case ARENA_RESET -> {
        draft.add(new Instruction.Reset(arguments.getFirst(), span));
        yield nothing(span);
      }
      case PANIC -> {
        draft.end(new Terminator.Panic(arguments.getFirst(), span));
        yield nothing(span);
      }
      default -> ending(new Value.Intrinsic(intrinsic.operation(), arguments, type, span));
    };
  }

  /// What does not come back ends its block.
  Value ending(Value value) {
    if (value.type() != Type.Unit.NEVER) {
      return value;
    }
    draft.add(new Instruction.Evaluate(value, value.span()));
    draft.end(new Terminator.Unreachable(value.span()));
    return nothing(value.span());
  }

  /// Fields are evaluated as the source writes them and stand in the order of declaration.
  private Value structLiteral(Expr.StructLiteral literal) {
    List<Integer> order = new ArrayList<>(literal.order());
    for (int i = 0; i < literal.fields().size(); i++) {
      if (!order.contains(i)) {
        order.add(i);
      }
    }
    List<Value> evaluated = operands.of(order.stream().map(literal.fields()::get).toList());
    Value[] members = new Value[evaluated.size()];
    MovingMark here = new MovingMark(draft, draft.mark());
    boolean moved = !isAscending(order, evaluated);
    for (int i = 0; i < members.length; i++) {
      Value value = evaluated.get(i);
      members[order.get(i)] = moved ? settle(value, here) : value;
    }
    return new Value.Aggregate(List.of(members), literal.type(), literal.span());
  }

  /// Whether the values whose evaluation has an order already stand in it.
  private boolean isAscending(List<Integer> order, List<Value> evaluated) {
    int last = -1;
    for (int i = 0; i < evaluated.size(); i++) {
      if (!body.isSettled(evaluated.get(i))) {
        if (order.get(i) < last) {
          return false;
        }
        last = order.get(i);
      }
    }
    return true;
  }

  private Value format(Expr.Format format) {
    List<Expr> holes = new ArrayList<>();
    for (Expr.Part part : format.parts()) {
      if (part instanceof Expr.Part.Hole(Expr value, _)) {
        holes.add(value);
      }
    }
    var values = operands.of(holes).iterator();
    MovingMark here = new MovingMark(draft, draft.mark());
    List<Value.Part> parts = new ArrayList<>();
    for (Expr.Part part : format.parts()) {
      parts.add(
          switch (part) {
            case Expr.Part.Text(String text) -> new Value.Part.Text(text);
            case Expr.Part.Hole(_, var specification) ->
                new Value.Part.Hole(settleInLocal(values.next(), here), specification);
          });
    }
    return new Value.Format(parts, format.type(), format.span());
  }

  /// A constant or a read of a local.
  private Value settleInLocal(Value value, MovingMark mark) {
    boolean plain =
        value instanceof Value.Constant || value instanceof Value.Read(Place.OfLocal _, _, _);
    return plain ? value : move(value, mark);
  }

  /// The value, made safe from what runs after the mark.
  Value settle(Value value, MovingMark mark) {
    if (body.isSettled(value) || isNothing(value)) {
      return value;
    }
    if (value instanceof Value.Borrow(Place place, Type type, Span span)) {
      return new Value.Borrow(body.places().settle(place, mark), type, span);
    }
    return move(value, mark);
  }

  /// A local that holds the value from here on.
  IrFunction.Local temporary(Value value) {
    IrFunction.Local temporary = draft.newTemporary(value.type(), value.span());
    draft.assign(temporary, value);
    body.ownership().dropLater(temporary);
    return temporary;
  }

  /// What a temporary holds; if it is an owner, it is taken out.
  Value read(IrFunction.Local local, Span span) {
    return body.ownership().moved(local, span);
  }

  /// Stands for the value of what has none: of type `void`, or in code that is never reached.
  static Value nothing(Span span) {
    return new Value.Constant(new ConstantValue.Unknown(), Type.Unit.VOID, span);
  }

  private static boolean isNothing(Value value) {
    return value instanceof Value.Constant(ConstantValue.Unknown _, Type type, _)
        && type == Type.Unit.VOID;
  }

  private Value move(Value value, MovingMark mark) {
    IrFunction.Local temporary = draft.newTemporary(value.type(), value.span());
    Place place = new Place.OfLocal(temporary);
    mark.add(new Instruction.Assign(place, value, false, value.span()));
    body.ownership().dropLater(temporary);
    return read(temporary, value.span());
  }
}
