package arenad.lower;

import arenad.ir.Value;
import arenad.typed.Expr;
import java.util.ArrayList;
import java.util.List;

/// Evaluates operands from left to right. One that needs instructions of its own (control flow, a
/// temporary) runs before the instruction that its siblings will be part of, so those left of it
/// are moved into temporaries at the point where they stood.
final class Operands {

  private final BodyLowering body;

  Operands(BodyLowering body) {
    this.body = body;
  }

  List<Value> of(Expr... operands) {
    return of(List.of(operands));
  }

  List<Value> of(List<Expr> operands) {
    List<Value> values = new ArrayList<>();
    for (Expr operand : operands) {
      append(values, operand);
    }
    return values;
  }

  /// The arguments of a method, of which the first, evaluated already, is the object.
  List<Value> ofMethod(Value self, List<Expr> others) {
    List<Value> values = new ArrayList<>();
    values.add(self);
    for (Expr argument : others) {
      append(values, argument);
    }
    return values;
  }

  private void append(List<Value> values, Expr operand) {
    GraphDraft.Mark before = body.draft().mark();
    Value value = body.expressions().value(operand);
    if (!body.draft().mark().equals(before)) {
      MovingMark mark = new MovingMark(body.draft(), before);
      values.replaceAll(earlier -> body.expressions().settle(earlier, mark));
    }
    values.add(value);
  }
}
