package arenad.lower;

import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Place;
import arenad.ir.Temporaries;
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

/// Writes loops: a head that decides, the body, a step, and back to the head.
final class Loops {

  private final BodyLowering body;
  private final GraphDraft draft;

  Loops(BodyLowering body) {
    this.body = body;
    draft = body.draft();
  }

  void whileLoop(Stmt.While loop) {
    Expr condition = loop.condition();
    int head = draft.newBlock();
    int inside = draft.newBlock();
    int afterwards = draft.newBlock();
    int frame = beginTurns(head, condition.span());
    draft.continueIn(head);
    if (isLiteralTrue(condition)) {
      draft.jump(inside, condition.span());
    } else if (Temporaries.mayBeMadeBy(condition)) {
      branchInFrame(condition, inside, afterwards);
    } else {
      body.conditions().branch(condition, inside, afterwards);
    }
    draft.continueIn(inside);
    turn(frame, loop.body(), afterwards, head);
    draft.continueIn(afterwards);
  }

  /// The temporaries of a condition are gone when it is decided.
  private void branchInFrame(Expr condition, int inside, int afterwards) {
    int frame = body.newTurnFrame();
    int held = draft.newBlock();
    int failed = draft.newBlock();
    Scope outer = body.exits().innermost();
    draft.add(new Instruction.EnterFrame(frame, condition.span()));
    body.exits().enterFrame(frame);
    body.conditions().branch(condition, held, failed);
    draft.continueIn(failed);
    draft.add(new Instruction.LeaveFrame(frame, condition.span()));
    draft.jump(afterwards, condition.span());
    draft.continueIn(held);
    body.exits().fallOutTo(outer, condition.span());
    draft.jump(inside, condition.span());
  }

  /// Goes to the head of a loop for the first time.
  ///
  /// @return the frame of its turns
  private int beginTurns(int head, Span span) {
    int frame = body.newTurnFrame();
    draft.add(new Instruction.BeginTurns(frame, span));
    draft.jump(head, span);
    return frame;
  }

  /// `while (true)` ends by `break` alone, so that what follows it may be out of reach.
  private static boolean isLiteralTrue(Expr condition) {
    return condition instanceof Expr.Literal(ConstantValue.Bool(boolean value), _, _) && value;
  }

  /// The counter is increased only while it is less than the end, so the greatest value of its type
  /// is no special case; it is not the variable, which the body may assign.
  void forRange(Stmt.ForRange loop) {
    int made = body.ownership().made();
    List<Value> ends = body.expressions().operands().of(loop.from(), loop.to());
    body.ownership().keepMade(made);
    IrFunction.Local counter = body.expressions().temporary(ends.getFirst());
    Value end = captured(loop.to(), ends.getLast());
    countUp(loop.variable(), counter, end, read(counter), loop.body());
  }

  void forEach(Stmt.ForEach loop) {
    Type sequence = loop.sequence().type();
    Type element = loop.variable().type();
    if (sequence instanceof Type.Text && element == Type.Scalar.CHAR) {
      forEachCharacter(loop);
    } else if (sequence instanceof Type.FixedArray(_, int length)) {
      Place array = body.places().capture(body.places().place(loop.sequence()));
      IrFunction.Local index = newIndex(loop.sequence().span());
      Value count = integer(length, loop.sequence().span());
      Place slot = new Place.Slot(array, read(index), element);
      countUp(loop.variable(), index, count, readPlace(slot, loop), loop.body());
    } else {
      int made = body.ownership().made();
      Value array = captured(loop.sequence(), body.expressions().value(loop.sequence()));
      body.ownership().keepMade(made);
      IrFunction.Local index = newIndex(loop.sequence().span());
      Value count = intrinsic(lengthOf(sequence), List.of(array), loop);
      Place slot = new Place.Element(array, read(index), element);
      countUp(loop.variable(), index, count, readPlace(slot, loop), loop.body());
    }
  }

  private static Operation lengthOf(Type sequence) {
    return switch (((Type.Builtin) sequence).container()) {
      case SPAN -> Operation.SPAN_LENGTH;
      case ARENA_BUFFER -> Operation.BYTES_LENGTH;
      case ARRAY -> Operation.ARRAY_LENGTH;
      case MAP, STRING_BUFFER, OWNED, SHARED, WEAK, REGION ->
          throw new IllegalArgumentException("not looped over by index: " + sequence);
    };
  }

  /// By position: the next entry that is left, its parts, then on.
  void forEntries(Stmt.ForEntries loop) {
    Value map = captured(loop.map(), body.expressions().value(loop.map()));
    Span span = loop.map().span();
    Value stamp = read(body.expressions().temporary(intrinsic(Operation.MAP_STAMP, span, map)));
    IrFunction.Local position = newIndex(span);
    int step = draft.newBlock();
    int head = draft.newBlock();
    int inside = draft.newBlock();
    int afterwards = draft.newBlock();
    int frame = beginTurns(head, span);
    draft.continueIn(head);
    draft.assign(position, intrinsic(Operation.MAP_NEXT, span, map, read(position), stamp));
    Value ended = compare(read(position), integer(0, span));
    draft.end(new Terminator.Branch(ended, afterwards, inside, span));
    draft.continueIn(inside);
    bind(loop.key(), entryPart(Operation.MAP_KEY_AT, loop.key(), map, position));
    bind(loop.value(), entryPart(Operation.MAP_VALUE_AT, loop.value(), map, position));
    turn(frame, loop.body(), afterwards, step);
    draft.continueIn(step);
    List<Value> sum = List.of(read(position), integer(1, span));
    draft.assign(position, new Value.Operate(Operator.Arithmetic.ADD, sum, position.type(), span));
    draft.jump(head, span);
    draft.continueIn(afterwards);
  }

  private Value entryPart(Operation part, Variable variable, Value map, IrFunction.Local position) {
    List<Value> where = List.of(map, read(position));
    return new Value.Intrinsic(part, where, variable.type(), position.span());
  }

  /// `end` is evaluated anew at each turn, and so is `element`.
  private void countUp(
      Variable variable, IrFunction.Local counter, Value end, Value element, Stmt.Block turns) {
    Span span = counter.span();
    int step = draft.newBlock();
    Value below = compare(read(counter), end);
    int head = draft.newBlock();
    int frame = beginTurns(head, span);
    int afterwards = begin(head, below);
    bind(variable, element);
    turn(frame, turns, afterwards, step);
    draft.continueIn(step);
    Value one = new Value.Constant(new ConstantValue.Int(1), counter.type(), span);
    List<Value> sum = List.of(read(counter), one);
    draft.assign(counter, new Value.Operate(Operator.Arithmetic.ADD, sum, counter.type(), span));
    draft.jump(head, span);
    draft.continueIn(afterwards);
  }

  /// By byte offset: the character there, then on to where it ends.
  private void forEachCharacter(Stmt.ForEach loop) {
    int made = body.ownership().made();
    Value text = captured(loop.sequence(), body.expressions().value(loop.sequence()));
    body.ownership().keepMade(made);
    IrFunction.Local offset = newIndex(loop.sequence().span());
    List<Value> here = List.of(text, read(offset));
    int step = draft.newBlock();
    int head = draft.newBlock();
    Value length = intrinsic(Operation.STRING_LENGTH, List.of(text), loop);
    Span span = loop.sequence().span();
    int frame = beginTurns(head, span);
    int afterwards = begin(head, compare(read(offset), length));
    bind(
        loop.variable(),
        new Value.Intrinsic(Operation.STRING_CHAR_AT, here, Type.Scalar.CHAR, span));
    turn(frame, loop.body(), afterwards, step);
    draft.continueIn(step);
    draft.assign(offset, intrinsic(Operation.STRING_CHAR_END, here, loop));
    draft.jump(head, span);
    draft.continueIn(afterwards);
  }

  /// Writes the head: if there is a turn, into the body; returns the block after the loop.
  private int begin(int head, Value condition) {
    int inside = draft.newBlock();
    int afterwards = draft.newBlock();
    draft.continueIn(head);
    draft.end(new Terminator.Branch(condition, inside, afterwards, condition.span()));
    draft.continueIn(inside);
    return afterwards;
  }

  private void turn(int frame, Stmt.Block statements, int afterwards, int again) {
    Scope outer = body.exits().innermost();
    Span end = Statements.endOf(statements);
    body.exits().enterLoop(afterwards, again);
    draft.add(new Instruction.EnterFrame(frame, statements.span()));
    body.exits().enterFrame(frame);
    body.statements().block(statements);
    body.exits().fallOutTo(outer, end);
    draft.jump(again, end);
  }

  private void bind(Variable variable, Value value) {
    Place place = new Place.OfLocal(draft.local(variable));
    draft.add(new Instruction.Assign(place, value, true, variable.span()));
  }

  /// The value, in storage that no statement of the loop can write.
  private Value captured(Expr expression, Value value) {
    boolean fixed =
        value instanceof Value.Constant
            || expression instanceof Expr.Local(Variable variable, _, _) && !variable.mutable();
    return fixed ? value : read(body.expressions().temporary(value));
  }

  private IrFunction.Local newIndex(Span span) {
    return body.expressions().temporary(integer(0, span));
  }

  private static Value integer(int value, Span span) {
    return new Value.Constant(new ConstantValue.Int(value), Type.Scalar.I32, span);
  }

  private Value read(IrFunction.Local local) {
    return body.expressions().read(local, local.span());
  }

  private static Value readPlace(Place place, Stmt.ForEach loop) {
    return new Value.Read(place, place.type(), loop.sequence().span());
  }

  private static Value compare(Value left, Value right) {
    List<Value> both = List.of(left, right);
    return new Value.Operate(Operator.Comparison.LESS, both, Type.Scalar.BOOL, left.span());
  }

  private static Value intrinsic(Operation operation, List<Value> arguments, Stmt.ForEach loop) {
    return new Value.Intrinsic(operation, arguments, Type.Scalar.I32, loop.sequence().span());
  }

  private static Value intrinsic(Operation operation, Span span, Value... arguments) {
    return new Value.Intrinsic(operation, List.of(arguments), Type.Scalar.I32, span);
  }
}
