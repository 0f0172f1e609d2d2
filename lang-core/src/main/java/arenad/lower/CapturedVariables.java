package arenad.lower;

import arenad.type.Owners;
import arenad.type.Type;
import arenad.typed.EveryExpr;
import arenad.typed.EveryStmt;
import arenad.typed.Expr;
import arenad.typed.Stmt;
import arenad.typed.TypedFunction;
import arenad.typed.Variable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which variables closures share with what is around them. A closure runs before the call that it is
/// passed to returns, and meanwhile nothing else runs that could assign a variable but closures. So one that no
/// closure writes is handed over as a value; only the others are handed over as the address of their storage.
/// What owns memory is not copied, so it is handed over by address too.
final class CapturedVariables {
  private CapturedVariables() {}

  /// The variables of a function that are captured by address.
  static BitSet byAddress(TypedFunction function, Owners owners) {
    BitSet captured = new BitSet();
    BitSet written = new BitSet();
    BitSet lent = new BitSet();
    for (Expr expr : EveryExpr.in(function)) {
      if (expr instanceof Expr.Closure closure) {
        for (Variable variable : used(closure)) {
          captured.set(variable.index());
          if (owners.holds(variable.type())) {
            written.set(variable.index());
          }
        }
        EveryStmt.in(closure.body()).forEach(statement -> written(statement, written));
      } else if (expr instanceof Expr.Call call && call.onObject()) {
        root(call.arguments().getFirst(), lent);
      }
    }
    written.or(lent);
    written.and(captured);
    return written;
  }

  /// The variables around that a closure uses, by number; functions among them.
  static List<Variable> used(Expr.Closure closure) {
    SortedMap<Integer, Variable> used = new TreeMap<>();
    BitSet own = own(closure);
    for (Expr expr : EveryExpr.in(closure)) {
      if (expr instanceof Expr.Local(Variable variable, _, _) && !own.get(variable.index())) {
        used.put(variable.index(), variable);
      }
    }
    return new ArrayList<>(used.values());
  }

  /// The numbers of a closure's own variables, those of closures in it included. An instance may have got more than
  /// its template, which have numbers behind all others.
  static BitSet own(Expr.Closure closure) {
    BitSet own = new BitSet();
    own.set(closure.first(), closure.last());
    for (Expr expr : EveryExpr.in(closure)) {
      if (expr instanceof Expr.Let let) {
        own.set(let.variable().index());
      }
    }
    return own;
  }

  private static void written(Stmt statement, BitSet into) {
    switch (statement) {
      case Stmt.Assign assign -> root(assign.place(), into);
      case Stmt.AssignOperator assign -> root(assign.place(), into);
      case Stmt _ -> {}
    }
  }

  /// The variable in whose own storage a place is.
  private static void root(Expr place, BitSet into) {
    switch (place) {
      case Expr.Local local -> into.set(local.variable().index());
      case Expr.Field field -> root(field.object(), into);
      case Expr.TupleElement element -> root(element.tuple(), into);
      case Expr.Narrowed narrowed -> root(narrowed.value(), into);
      case Expr.Variant variant -> root(variant.value(), into);
      case Expr.Unwrap unwrap -> root(unwrap.value(), into);
      case Expr.Index index when index.sequence().type() instanceof Type.FixedArray ->
          root(index.sequence(), into);
      case Expr _ -> {}
    }
  }
}
