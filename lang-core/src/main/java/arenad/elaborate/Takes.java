package arenad.elaborate;

import arenad.syntax.Expr;
import arenad.syntax.Stmt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The places that expressions of a statement take something out of, by `place.take()`: afterwards they are null. By
/// name, as [Writes] knows them.
final class Takes {
  private Takes() {}

  /// In the statement's own expressions, not in those of statements inside of it.
  static List<Expr> of(Stmt stmt) {
    List<Expr> found = new ArrayList<>();
    Deque<Expr> work = new ArrayDeque<>(expressions(stmt));
    while (!work.isEmpty()) {
      Expr expr = work.pop();
      if (expr instanceof Expr.Call call
          && call.callee() instanceof Expr.Member(Expr place, var name, _)
          && name.text().equals("take")) {
        found.add(place);
      }
      ExprParts.of(expr).forEach(work::push);
    }
    return found;
  }

  private static List<Expr> expressions(Stmt stmt) {
    return switch (stmt) {
      case Stmt.Let let -> present(let.value());
      case Stmt.Assign assign -> List.of(assign.target(), assign.value());
      case Stmt.Evaluate evaluate -> List.of(evaluate.value());
      case Stmt.If branch -> List.of(branch.condition());
      case Stmt.While loop -> List.of(loop.condition());
      case Stmt.For loop -> List.of(loop.subject());
      case Stmt.Return returned -> present(returned.value());
      case Stmt.Match match -> List.of(match.subject());
      case Stmt.Block _,
          Stmt.Defer _,
          Stmt.Region _,
          Stmt.Break _,
          Stmt.Continue _,
          Stmt.Missing _ ->
          List.of();
    };
  }

  private static List<Expr> present(@Nullable Expr expr) {
    return expr == null ? List.of() : List.of(expr);
  }
}
