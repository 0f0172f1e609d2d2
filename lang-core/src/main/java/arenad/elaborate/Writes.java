package arenad.elaborate;

import arenad.syntax.ClosureBody;
import arenad.syntax.Expr;
import arenad.syntax.MatchCase;
import arenad.syntax.Stmt;
import arenad.syntax.UnaryOp;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a stretch of syntax may assign, by name: an overestimate that needs no types. A loop asks
/// for it before its first turn, a `defer` for when it will run. What calls may write is not in
/// here: the lifetime checker verifies that, where it meets what was narrowed.
///
/// @param variables names of variables that are assigned
/// @param fields names of fields that are assigned, of whatever object
/// @param objects whether a whole object behind a reference is assigned (`*x = v`)
record Writes(Set<String> variables, Set<String> fields, boolean objects) {

  static final Writes NONE = new Writes(Set.of(), Set.of(), false);

  /// What the statement and all in it may assign.
  static Writes in(Stmt stmt) {
    Scan scan = new Scan();
    scan.statements.push(stmt);
    scan.run();
    return new Writes(scan.variables, scan.fields, scan.objects);
  }

  /// What the closures in an expression may assign.
  static Writes ofClosuresIn(Expr expr) {
    Scan scan = new Scan();
    scan.closures(expr);
    scan.run();
    return new Writes(scan.variables, scan.fields, scan.objects);
  }

  /// What an assignment to `target` assigns.
  static Writes to(Expr target) {
    Scan scan = new Scan();
    scan.target(target);
    return new Writes(scan.variables, scan.fields, scan.objects);
  }

  Writes and(Writes other) {
    Set<String> allVariables = new HashSet<>(variables);
    allVariables.addAll(other.variables);
    Set<String> allFields = new HashSet<>(fields);
    allFields.addAll(other.fields);
    return new Writes(allVariables, allFields, objects || other.objects);
  }

  /// Whether what the path leads to may be another afterwards.
  boolean mayChange(Path path) {
    if (variables.contains(path.variable().name())) {
      return true;
    }
    return !path.isVariable() && (objects || path.fields().stream().anyMatch(fields::contains));
  }

  /// A walk with a list of its own, so that depth costs no stack.
  private static final class Scan {
    private final Set<String> variables = new HashSet<>();
    private final Set<String> fields = new HashSet<>();
    private boolean objects;
    private final Deque<Stmt> statements = new ArrayDeque<>();

    void run() {
      while (!statements.isEmpty()) {
        stmt(statements.pop());
      }
    }

    private void stmt(Stmt stmt) {
      Takes.of(stmt).forEach(this::target);
      switch (stmt) {
        case Stmt.Block block -> block.statements().forEach(statements::push);
        case Stmt.Assign assign -> {
          target(assign.target());
          closures(assign.value());
        }
        case Stmt.Evaluate evaluate -> closures(evaluate.value());
        case Stmt.If branch -> {
          closures(branch.condition());
          statements.push(branch.then());
          if (branch.otherwise() != null) {
            statements.push(branch.otherwise());
          }
        }
        case Stmt.While loop -> {
          closures(loop.condition());
          statements.push(loop.body());
        }
        case Stmt.For loop -> {
          closures(loop.subject());
          statements.push(loop.body());
        }
        case Stmt.Defer defer -> statements.push(defer.body());
        case Stmt.Region region -> statements.push(region.body());
        case Stmt.Match match -> {
          closures(match.subject());
          match.cases().stream().map(MatchCase::body).forEach(statements::push);
        }
        case Stmt.Let let -> closures(let.value());
        case Stmt.Return result -> closures(result.value());
        case Stmt.Break _, Stmt.Continue _, Stmt.Missing _ -> {}
      }
    }

    /// The bodies of closures: what they assign, the call that they are handed to may assign.
    private void closures(@Nullable Expr root) {
      if (root == null) {
        return;
      }
      for (Expr.Closure closure : ClosuresIn.of(root)) {
        if (closure.body() instanceof ClosureBody.Statements body) {
          statements.push(body.block());
        }
      }
    }

    private void target(Expr target) {
      if (target instanceof Expr.Name name) {
        variables.add(name.name().text());
      } else if (target instanceof Expr.Member member) {
        fields.add(member.name().text());
      } else if (target instanceof Expr.Unary unary && unary.op() == UnaryOp.COPY) {
        objects = true;
      } else if (target instanceof Expr.Index index
          && index.index() instanceof Expr.IntLiteral element) {
        fields.add(element.value().toString());
      } else if (target instanceof Expr.ListLiteral list) {
        list.elements().forEach(this::target);
      }
    }
  }
}
