package arenad.lower;

import arenad.ir.IrFunction;
import arenad.ir.Terminator;
import arenad.ir.Value;
import arenad.text.Span;
import arenad.type.Type;
import arenad.typed.Expr;
import arenad.typed.MatchLabel;
import arenad.typed.Operator;
import arenad.typed.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/// Writes matches: of unions a switch on the tag, of other values a comparison for each label.
final class Matches {

  private static final int NOWHERE = -1;

  private final BodyLowering body;
  private final GraphDraft draft;

  Matches(BodyLowering body) {
    this.body = body;
    draft = body.draft();
  }

  void statement(Stmt.Match match) {
    List<List<MatchLabel>> labels = match.cases().stream().map(Stmt.Case::labels).toList();
    write(
        match.subject(),
        match.variants(),
        labels,
        number -> body.statements().block(match.cases().get(number).body()));
  }

  Value value(Expr.Match match) {
    List<List<MatchLabel>> labels = match.arms().stream().map(Expr.Arm::labels).toList();
    List<Expr> values = match.arms().stream().map(Expr.Arm::value).toList();
    if (match.type() == Type.Unit.VOID || match.type() == Type.Unit.NEVER) {
      write(
          match.subject(),
          match.variants(),
          labels,
          number -> body.expressions().effect(values.get(number)));
      return Expressions.nothing(match.span());
    }
    IrFunction.Local result = draft.newTemporary(match.type(), match.span());
    write(match.subject(), match.variants(), labels, number -> leave(values.get(number), result));
    return body.expressions().read(result, match.span());
  }

  private void leave(Expr expression, IrFunction.Local result) {
    Value value = body.expressions().value(expression);
    if (expression.type() != Type.Unit.NEVER) {
      draft.assign(result, value);
    }
  }

  /// @param branch writes the case of a number
  private void write(
      Expr subject, int variants, List<List<MatchLabel>> labels, IntConsumer branch) {
    Span span = subject.span();
    int join = draft.newBlock();
    int[] blocks = new int[labels.size()];
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = draft.newBlock();
    }
    dispatch(subject, variants, labels, blocks);
    for (int i = 0; i < blocks.length; i++) {
      draft.continueIn(blocks[i]);
      branch.accept(i);
      draft.jump(join, span);
    }
    draft.continueIn(join);
  }

  private void dispatch(Expr subject, int variants, List<List<MatchLabel>> labels, int[] blocks) {
    Span span = subject.span();
    Value value = body.expressions().value(subject);
    int other = blockOf(new MatchLabel.Other(), labels, blocks);
    int otherwise = other == NOWHERE ? impossible(span) : other;
    if (value.type() instanceof Type.Optional(Type inner)) {
      int whenNull = blockOf(new MatchLabel.Null(), labels, blocks);
      int present = draft.newBlock();
      Value isNull = new Value.IsNull(value, false, Type.Scalar.BOOL, span);
      draft.end(
          new Terminator.Branch(isNull, whenNull == NOWHERE ? otherwise : whenNull, present, span));
      draft.continueIn(present);
      value = new Value.Unwrap(value, Value.Proof.KNOWN, inner, span);
    }
    if (variants == 0) {
      compare(value, labels, blocks);
      draft.jump(otherwise, span);
      return;
    }
    List<Integer> targets = new ArrayList<>();
    for (int tag = 1; tag <= variants; tag++) {
      int target = blockOf(new MatchLabel.Variant(tag), labels, blocks);
      targets.add(target == NOWHERE ? otherwise : target);
    }
    draft.end(new Terminator.Switch(value, targets, span));
  }

  private void compare(Value subject, List<List<MatchLabel>> labels, int[] blocks) {
    for (int i = 0; i < blocks.length; i++) {
      for (MatchLabel label : labels.get(i)) {
        if (label instanceof MatchLabel.Value(Expr literal)) {
          List<Value> both = List.of(subject, body.expressions().value(literal));
          Span span = literal.span();
          Value equal = new Value.Operate(Operator.Comparison.EQUAL, both, Type.Scalar.BOOL, span);
          int next = draft.newBlock();
          draft.end(new Terminator.Branch(equal, blocks[i], next, span));
          draft.continueIn(next);
        }
      }
    }
  }

  private static int blockOf(MatchLabel label, List<List<MatchLabel>> labels, int[] blocks) {
    for (int i = 0; i < blocks.length; i++) {
      if (labels.get(i).contains(label)) {
        return blocks[i];
      }
    }
    return NOWHERE;
  }

  /// Where control would go if the cases did not cover everything, which elaboration has seen to.
  private int impossible(Span span) {
    int block = draft.newBlock();
    GraphDraft.Mark here = draft.mark();
    draft.continueIn(block);
    draft.end(new Terminator.Unreachable(span));
    draft.continueIn(here.block());
    return block;
  }
}
