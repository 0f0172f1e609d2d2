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
import arenad.typed.Operation;
import arenad.typed.Operator;
import arenad.typed.Stmt;
import arenad.typed.Variable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes statements.
final class Statements {

  private final BodyLowering body;
  private final GraphDraft draft;
  private final Loops loops;

  Statements(BodyLowering body) {
    this.body = body;
    this.draft = body.draft();
    this.loops = new Loops(body);
  }

  void block(Stmt.Block block) {
    Scope outer = body.exits().innermost();
    for (Stmt statement : block.statements()) {
      statement(statement);
    }
    body.exits().fallOutTo(outer, endOf(block));
  }

  /// A statement whose defers, should it be one, end with it.
  void scoped(Stmt statement) {
    Scope outer = body.exits().innermost();
    statement(statement);
    body.exits().fallOutTo(outer, statement.span());
  }

  /// The closing brace of a block.
  static Span endOf(Stmt.Block block) {
    return new Span(block.span().last(), block.span().last());
  }

  private void statement(Stmt statement) {
    if (draft.isNowhere()) {
      return;
    }
    int made = body.ownership().made();
    written(statement);
    body.ownership().dropMade(made, statement.span().lastToken());
  }

  private void written(Stmt statement) {
    switch (statement) {
      case Stmt.Block block -> block(block);
      case Stmt.Let(Variable variable, Expr value, Span span) -> let(variable, value, span);
      case Stmt.Destructure destructure -> destructure(destructure);
      case Stmt.Assign(Expr place, Expr value, Span span) -> assign(place, value, span);
      case Stmt.AssignOperator assign -> assignOperator(assign);
      case Stmt.Evaluate(Expr value, _) -> body.expressions().effect(value);
      case Stmt.If choice -> choice(choice);
      case Stmt.Match match -> body.expressions().matches().statement(match);
      case Stmt.While loop -> loops.whileLoop(loop);
      case Stmt.ForRange loop -> loops.forRange(loop);
      case Stmt.ForEach loop -> loops.forEach(loop);
      case Stmt.ForEntries loop -> loops.forEntries(loop);
      case Stmt.Break(Span span) -> body.exits().breakLoop(span);
      case Stmt.Continue(Span span) -> body.exits().continueLoop(span);
      case Stmt.Return(Expr value, Span span) -> returning(value, span);
      case Stmt.Defer(Stmt deferred, _) -> body.exits().defer(deferred);
      case Stmt.Region region -> region(region);
      case Stmt.UseArena use -> useArena(use);
      case Stmt.Assert(Expr condition, Expr message, Span span) ->
          assertion(condition, message, span);
      case Stmt.Hole _ -> body.meetHole();
    }
  }

  private void let(Variable variable, @Nullable Expr value, Span span) {
    if (value != null) {
      initialise(variable, body.expressions().value(value), span);
    }
    body.ownership().own(draft.local(variable));
  }

  private void initialise(Variable variable, Value value, Span span) {
    Place place = new Place.OfLocal(draft.local(variable));
    draft.add(new Instruction.Assign(place, value, true, span));
  }

  private void destructure(Stmt.Destructure destructure) {
    Span span = destructure.span();
    Value tuple = body.expressions().value(destructure.tuple());
    Place whole = new Place.OfLocal(body.expressions().temporary(tuple));
    for (int i = 0; i < destructure.variables().size(); i++) {
      Variable variable = destructure.variables().get(i);
      Place part = new Place.Member(whole, i, Integer.toString(i), variable.type());
      initialise(variable, body.ownership().taken(part, span), span);
      body.ownership().own(draft.local(variable));
    }
  }

  private void assign(Expr target, Expr value, Span span) {
    if (target instanceof Expr.Index(Expr map, Expr key, _, _) && isMap(map.type())) {
      List<Value> all = body.expressions().operands().of(map, key, value);
      Value set = new Value.Intrinsic(Operation.MAP_SET, all, Type.Unit.VOID, span);
      draft.add(new Instruction.Evaluate(set, span));
      return;
    }
    if (NullableParts.isPart(target)) {
      assignInNullable(target, value, span);
      return;
    }
    Place place = body.places().place(target);
    GraphDraft.Mark beforeValue = draft.mark();
    Value assigned = body.expressions().value(value);
    if (body.ownership().holds(place.type())) {
      body.ownership().replace(body.places().settle(place, beforeValue), assigned, span);
      return;
    }
    if (!draft.mark().equals(beforeValue)) {
      place = body.places().settle(place, beforeValue);
    }
    draft.add(new Instruction.Assign(place, assigned, false, span));
  }

  /// The value comes first: its evaluation may write what is to be copied.
  private void assignInNullable(Expr target, Expr value, Span span) {
    IrFunction.Local assigned = body.expressions().temporary(body.expressions().value(value));
    NullableParts parts = NullableParts.around(target, body);
    Place place = body.places().place(target);
    Value read = body.expressions().read(assigned, span);
    draft.add(new Instruction.Assign(place, read, false, span));
    if (parts != null) {
      parts.close(span);
    }
  }

  private static boolean isMap(Type type) {
    return type instanceof Type.Builtin(Type.Container container, _)
        && container == Type.Container.MAP;
  }

  /// The place is evaluated once, and read before the right side is evaluated.
  private void assignOperator(Stmt.AssignOperator assign) {
    Span span = assign.span();
    NullableParts parts = NullableParts.around(assign.place(), body);
    Place place = body.places().settle(body.places().place(assign.place()), draft.mark());
    Value old = new Value.Read(place, place.type(), assign.place().span());
    GraphDraft.Mark beforeValue = draft.mark();
    Value operand = body.expressions().value(assign.value());
    if (!draft.mark().equals(beforeValue)) {
      old = body.expressions().settle(old, new MovingMark(draft, beforeValue));
    }
    Value result = arithmetic(assign.operator(), old, operand, place.type(), span);
    if (parts == null) {
      draft.add(new Instruction.Assign(place, result, false, span));
      return;
    }
    IrFunction.Local changed = body.expressions().temporary(result);
    parts.reload();
    Value read = body.expressions().read(changed, span);
    draft.add(new Instruction.Assign(place, read, false, span));
    parts.close(span);
  }

  /// `+` joins strings and computes with everything else.
  static Value arithmetic(
      Operator.Arithmetic operator, Value left, Value right, Type type, Span span) {
    return type instanceof Type.Text
        ? new Value.Intrinsic(Operation.STRING_CONCAT, List.of(left, right), type, span)
        : new Value.Operate(operator, List.of(left, right), type, span);
  }

  private void choice(Stmt.If choice) {
    int then = draft.newBlock();
    Stmt otherwise = choice.otherwise();
    int other = draft.newBlock();
    int join = otherwise == null ? other : draft.newBlock();
    body.conditions().branch(choice.condition(), then, other);
    draft.continueIn(then);
    block(choice.then());
    draft.jump(join, endOf(choice.then()));
    if (otherwise != null) {
      draft.continueIn(other);
      scoped(otherwise);
      draft.jump(join, otherwise.span());
    }
    draft.continueIn(join);
  }

  private void returning(@Nullable Expr value, Span span) {
    Scope.Closure closure = body.exits().innermostClosure();
    if (closure != null) {
      if (value != null) {
        body.expressions().effect(value);
      }
      body.exits().leaveClosure(closure, span);
      return;
    }
    int made = body.ownership().made();
    Value result = value == null ? null : result(value);
    body.ownership().dropMade(made, span);
    body.exits().writeOutAll(span);
    draft.end(new Terminator.Return(result, span));
  }

  /// The value to return, safe from what runs between its evaluation and the return.
  private @Nullable Value result(Expr value) {
    if (value.type() == Type.Unit.VOID) {
      body.expressions().effect(value);
      return null;
    }
    Value result = body.expressions().value(value);
    if (body.ownership().holds(result.type())) {
      return body.ownership().handedOut(result);
    }
    boolean isLocal = result instanceof Value.Read(Place.OfLocal _, _, _);
    if (result instanceof Value.Constant || isLocal && !body.exits().hasDefers()) {
      return result;
    }
    return body.expressions().read(body.expressions().temporary(result), value.span());
  }

  private void region(Stmt.Region region) {
    Scope outer = body.exits().innermost();
    Variable variable = region.variable();
    beginArena(Value.ArenaKind.REGION, null, variable, variable.span());
    block(region.body());
    body.exits().fallOutTo(outer, endOf(region.body()));
  }

  private void useArena(Stmt.UseArena use) {
    Scope outer = body.exits().innermost();
    int afterwards = draft.newBlock();
    Value parent = body.expressions().value(use.parent());
    Span span = use.span();
    body.exits().enterClosure(afterwards);
    beginArena(Value.ArenaKind.SCOPED, parent, use.variable(), use.parent().span());
    int frame = body.newFrame();
    draft.add(new Instruction.EnterFrame(frame, use.variable().span()));
    body.exits().enterFrame(frame);
    block(use.body());
    body.exits().fallOutTo(outer, endOf(use.body()));
    draft.jump(afterwards, span);
    draft.continueIn(afterwards);
  }

  private void beginArena(
      Value.ArenaKind kind, @Nullable Value parent, Variable variable, Span span) {
    IrFunction.Local arena = draft.local(variable);
    String label = kind == Value.ArenaKind.REGION ? variable.name() : "";
    initialise(variable, new Value.NewArena(kind, parent, label, arena.type(), span), span);
    body.exits().enterArena(arena);
  }

  private void assertion(Expr condition, @Nullable Expr message, Span span) {
    int holds = draft.newBlock();
    int fails = draft.newBlock();
    body.conditions().branch(condition, holds, fails);
    draft.continueIn(fails);
    draft.end(new Terminator.Panic(failure(message, span), span));
    draft.continueIn(holds);
  }

  private Value failure(@Nullable Expr message, Span span) {
    Type text = new Type.Text();
    if (message == null) {
      return new Value.Constant(new ConstantValue.Text("assertion failed"), text, span);
    }
    Value said = body.expressions().settle(body.expressions().value(message), draftEnd());
    Value.Part prefix = new Value.Part.Text("assertion failed: ");
    return new Value.Format(List.of(prefix, new Value.Part.Hole(said, null)), text, span);
  }

  private MovingMark draftEnd() {
    return new MovingMark(draft, draft.mark());
  }
}
