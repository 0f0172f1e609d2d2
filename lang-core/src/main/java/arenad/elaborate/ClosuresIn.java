package arenad.elaborate;

import arenad.syntax.Expr;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The closures in an expression, outer ones first; those in the statements of a closure are not among them.
final class ClosuresIn {
  private ClosuresIn() {}

  static List<Expr.Closure> of(Expr root) {
    List<Expr.Closure> found = new ArrayList<>();
    Deque<Expr> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Expr expr = open.pop();
      if (expr instanceof Expr.Closure closure) {
        found.add(closure);
      }
      ExprParts.of(expr).forEach(open::push);
    }
    return found;
  }
}
