package arenad.typed;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All statements of a body, outer ones before what they contain; those of closures in expressions too.
public final class EveryStmt {
  private final List<Stmt> found = new ArrayList<>();

  private EveryStmt() {}

  public static List<Stmt> in(Stmt root) {
    EveryStmt every = new EveryStmt();
    every.statement(root);
    for (Expr expr : EveryExpr.in(root)) {
      if (expr instanceof Expr.Closure closure) {
        every.statement(closure.body());
      }
    }
    return every.found;
  }

  private void statement(@Nullable Stmt statement) {
    if (statement == null) {
      return;
    }
    found.add(statement);
    switch (statement) {
      case Stmt.Block block -> block.statements().forEach(this::statement);
      case Stmt.If choice -> {
        statement(choice.then());
        statement(choice.otherwise());
      }
      case Stmt.Match match -> match.cases().forEach(one -> statement(one.body()));
      case Stmt.While loop -> statement(loop.body());
      case Stmt.ForRange loop -> statement(loop.body());
      case Stmt.ForEach loop -> statement(loop.body());
      case Stmt.ForEntries loop -> statement(loop.body());
      case Stmt.Defer defer -> statement(defer.body());
      case Stmt.Region region -> statement(region.body());
      case Stmt.UseArena scope -> statement(scope.body());
      case Stmt.Let _,
          Stmt.Destructure _,
          Stmt.Assign _,
          Stmt.AssignOperator _,
          Stmt.Evaluate _,
          Stmt.Break _,
          Stmt.Continue _,
          Stmt.Return _,
          Stmt.Assert _,
          Stmt.Hole _ -> {}
    }
  }
}
