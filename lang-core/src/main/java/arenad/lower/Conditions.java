package arenad.lower;

import arenad.ir.Terminator;
import arenad.ir.Value;
import arenad.typed.Expr;
import arenad.typed.Operator;

/// Writes conditions as branches: `&&`, `||` and `!` decide where to go and make no `bool`.
final class Conditions {

  private final BodyLowering body;

  Conditions(BodyLowering body) {
    this.body = body;
  }

  void branch(Expr condition, int then, int otherwise) {
    switch (condition) {
      case Expr.Logical(boolean and, Expr left, Expr right, _, _) -> {
        int evaluateRight = body.draft().newBlock();
        branch(left, and ? evaluateRight : then, and ? otherwise : evaluateRight);
        body.draft().continueIn(evaluateRight);
        branch(right, then, otherwise);
      }
      case Expr.Unary(Operator.Unary operator, Expr operand, _, _)
          when operator == Operator.Unary.NOT ->
          branch(operand, otherwise, then);
      case Expr _ -> {
        int made = body.ownership().made();
        Value value = body.ownership().outliving(made, body.expressions().value(condition));
        body.draft().end(new Terminator.Branch(value, then, otherwise, condition.span()));
      }
    }
  }
}
