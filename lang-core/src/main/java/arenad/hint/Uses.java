package arenad.hint;

import arenad.typed.EveryExpr;
import arenad.typed.EveryStmt;
import arenad.typed.Expr;
import arenad.typed.Stmt;
import arenad.typed.TypedFunction;
import arenad.typed.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where the variables of a body are used, and what around.
final class Uses {
  private final Map<Integer, List<Expr.Local>> uses = new HashMap<>();
  private final Map<Expr, Expr> parents = new IdentityHashMap<>();
  private final Set<Expr> written = Collections.newSetFromMap(new IdentityHashMap<>());

  /// Statements that evaluate an expression and do nothing else.
  private final Map<Expr, Stmt> statements = new IdentityHashMap<>();

  private final Map<Expr, Stmt.Let> lets = new IdentityHashMap<>();
  private final Map<Stmt, Stmt.Block> blocks = new IdentityHashMap<>();

  Uses(TypedFunction function) {
    for (Expr expr : EveryExpr.in(function)) {
      EveryExpr.partsOf(expr).forEach(part -> parents.put(part, expr));
      if (expr instanceof Expr.Local local) {
        uses.computeIfAbsent(local.variable().index(), _ -> new ArrayList<>()).add(local);
      }
    }
    for (Stmt statement : EveryStmt.in(function.body())) {
      if (statement instanceof Stmt.Block block) {
        block.statements().forEach(each -> blocks.put(each, block));
      } else if (statement instanceof Stmt.Assign assign) {
        written.add(assign.place());
      } else if (statement instanceof Stmt.AssignOperator assign) {
        written.add(assign.place());
      } else if (statement instanceof Stmt.Let let && let.value() != null) {
        lets.put(let.value(), let);
      } else if (statement instanceof Stmt.Evaluate evaluate) {
        statements.putIfAbsent(evaluate.value(), evaluate);
      } else if (statement instanceof Stmt.Defer(Stmt.Evaluate(Expr value, var _), var _)) {
        statements.put(value, statement);
      }
    }
  }

  List<Expr.Local> of(Variable variable) {
    return uses.getOrDefault(variable.index(), List.of());
  }

  @Nullable Expr around(Expr expr) {
    return parents.get(expr);
  }

  /// Whether two statements stand in one block, so that each runs once where the other does.
  boolean standTogether(Stmt one, Stmt other) {
    return blocks.get(one) != null && blocks.get(one) == blocks.get(other);
  }

  /// The declaration of a local whose value this is, or null.
  Stmt.@Nullable Let letOf(Expr value) {
    return lets.get(value);
  }

  /// The statement that is nothing but this expression, its `defer` included, or null.
  @Nullable Stmt statement(Expr expr) {
    return statements.get(expr);
  }

  /// The member, or member of a member, that is meant in the end: what begins with this object by value.
  Expr innermost(Expr object) {
    Expr at = object;
    while (true) {
      Expr parent = parents.get(at);
      boolean goesOn =
          parent instanceof Expr.Field
              || parent instanceof Expr.TupleElement
              || parent instanceof Expr.Index index && index.sequence() == at;
      if (parent == null || !goesOn) {
        return at;
      }
      at = parent;
    }
  }

  boolean isWritten(Expr place) {
    return written.contains(place);
  }
}
