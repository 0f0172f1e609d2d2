package arenad.oracle;

import arenad.type.Type;
import arenad.typed.Expr;
import arenad.typed.Stmt;
import arenad.typed.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Statements of one call.
final class TreeStatements {

  private final TreeRun run;
  private final TreeExpressions expressions;
  private final Map<Integer, Cell> variables = new HashMap<>();

  TreeStatements(TreeRun run) {
    this.run = run;
    expressions = new TreeExpressions(run, this);
  }

  /// Leaves the statement that it is thrown in, running what is deferred on the way.
  private static class Left extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Left() {
      super(null, null, false, false);
    }
  }

  private static final class Broken extends Left {
    private static final long serialVersionUID = 1L;
  }

  private static final class Continued extends Left {
    private static final long serialVersionUID = 1L;
  }

  static final class Returned extends Left {
    private static final long serialVersionUID = 1L;
    final transient @Nullable Datum value;

    Returned(@Nullable Datum value) {
      this.value = value;
    }
  }

  void declare(Variable variable, Datum value) {
    variables.put(variable.index(), new Cell(value));
  }

  Cell cell(Variable variable) {
    return variables.computeIfAbsent(variable.index(), _ -> new Cell(null));
  }

  /// Runs a closure of this call. It may be running already: its own variables are those of one call of it.
  @Nullable Datum closure(Expr.Closure closure, List<Datum> arguments) {
    Map<Integer, Cell> own = new HashMap<>();
    for (int i = closure.first(); i < closure.last(); i++) {
      Cell outer = variables.remove(i);
      if (outer != null) {
        own.put(i, outer);
      }
    }
    for (int i = 0; i < arguments.size(); i++) {
      declare(closure.parameters().get(i), arguments.get(i));
    }
    try {
      block(closure.body());
      return null;
    } catch (Returned returned) {
      return returned.value;
    } finally {
      for (int i = closure.first(); i < closure.last(); i++) {
        variables.remove(i);
      }
      variables.putAll(own);
    }
  }

  void block(Stmt.Block block) {
    List<Stmt> deferred = new ArrayList<>();
    try {
      for (Stmt statement : block.statements()) {
        if (statement instanceof Stmt.Defer(Stmt body, _)) {
          deferred.add(body);
        } else {
          statement(statement);
        }
      }
    } catch (Left left) {
      deferred.reversed().forEach(this::statement);
      throw left;
    }
    deferred.reversed().forEach(this::statement);
  }

  private void statement(Stmt statement) {
    switch (statement) {
      case Stmt.Block block -> block(block);
      case Stmt.Let(Variable variable, Expr value, _) -> {
        if (value != null) {
          declare(variable, expressions.value(value));
        }
      }
      case Stmt.Destructure(var parts, Expr tuple, _) -> {
        List<Cell> members = ((Datum.Aggregate) expressions.value(tuple)).members();
        for (int i = 0; i < parts.size(); i++) {
          declare(parts.get(i), members.get(i).get());
        }
      }
      case Stmt.Assign(Expr.Index(Expr map, Expr key, _, _), Expr value, _)
          when map.type() instanceof Type.Builtin(var container, _)
              && container == Type.Container.MAP -> {
        Datum.Table table = (Datum.Table) expressions.value(map);
        Datum at = expressions.value(key);
        MapOperations.set(table, at, expressions.value(value));
      }
      case Stmt.Assign(Expr place, Expr value, _) -> {
        Supplier<Cell> target = expressions.place(place);
        Datum assigned = expressions.value(value);
        target.get().set(assigned);
      }
      case Stmt.AssignOperator assign -> assignOperator(assign);
      case Stmt.Evaluate(Expr value, _) -> expressions.effect(value);
      case Stmt.If(Expr condition, Stmt.Block then, Stmt otherwise, _) -> {
        if (expressions.truth(condition)) {
          block(then);
        } else if (otherwise != null) {
          statement(otherwise);
        }
      }
      case Stmt.Match match -> {
        var labels = match.cases().stream().map(Stmt.Case::labels).toList();
        block(match.cases().get(expressions.chosen(match.subject(), labels)).body());
      }
      case Stmt.While(Expr condition, Stmt.Block body, _) ->
          loop(() -> expressions.truth(condition), () -> {}, body);
      case Stmt.ForRange loop -> forRange(loop);
      case Stmt.ForEach loop -> forEach(loop);
      case Stmt.ForEntries loop -> forEntries(loop);
      case Stmt.Break _ -> throw new Broken();
      case Stmt.Continue _ -> throw new Continued();
      case Stmt.Return(Expr value, _) -> throw new Returned(returned(value));
      case Stmt.Defer _ -> throw new IllegalStateException("a defer stands in a block");
      case Stmt.Region(Variable variable, Stmt.Block body, _) -> scoped(variable, null, body);
      case Stmt.UseArena(Expr parent, Variable variable, Stmt.Block body, _) -> {
        SimulatedArena above = ((Datum.Handle) expressions.value(parent)).arena();
        try {
          scoped(variable, above, body);
        } catch (Returned _) {
          // Leaves the body alone.
        }
      }
      case Stmt.Assert(Expr condition, Expr message, _) -> {
        if (!expressions.truth(condition)) {
          String said = message == null ? "" : ": " + expressions.string(message);
          throw new PanicSignal("assertion failed" + said);
        }
      }
      case Stmt.Hole _ -> throw new IllegalStateException("a hole");
    }
  }

  private @Nullable Datum returned(@Nullable Expr value) {
    if (value == null || value.type() == Type.Unit.VOID) {
      if (value != null) {
        expressions.effect(value);
      }
      return null;
    }
    return expressions.value(value);
  }

  private void assignOperator(Stmt.AssignOperator assign) {
    Cell target = expressions.place(assign.place()).get();
    Datum old = target.get();
    Datum operand = expressions.value(assign.value());
    target.set(expressions.arithmetic(assign.operator(), old, operand, assign.place().type()));
  }

  private interface Condition {
    boolean holds();
  }

  private void loop(Condition condition, Runnable begin, Stmt.Block body) {
    while (condition.holds()) {
      begin.run();
      try {
        block(body);
      } catch (Continued _) {
        // The next turn begins.
      } catch (Broken _) {
        return;
      }
    }
  }

  private void forRange(Stmt.ForRange loop) {
    long from = Computation.whole(expressions.value(loop.from()));
    long to = Computation.whole(expressions.value(loop.to()));
    long[] at = {from};
    loop(() -> at[0] < to, () -> declare(loop.variable(), new Datum.Whole(at[0]++)), loop.body());
  }

  private void forEach(Stmt.ForEach loop) {
    int[] at = {0};
    if (loop.sequence().type() instanceof Type.FixedArray) {
      Cell whole = expressions.place(loop.sequence()).get();
      loop(
          () -> at[0] < ((Datum.Aggregate) whole.get()).members().size(),
          () ->
              declare(
                  loop.variable(),
                  ((Datum.Aggregate) whole.get()).members().get(at[0]++).get().copy()),
          loop.body());
      return;
    }
    switch (expressions.value(loop.sequence())) {
      case Datum.Growable array ->
          loop(
              () -> at[0] < array.elements.size(),
              () -> declare(loop.variable(), array.elements.get(at[0]++).get().copy()),
              loop.body());
      case Datum.Slice span ->
          loop(
              () -> at[0] < span.cells().size(),
              () -> declare(loop.variable(), span.cells().get(at[0]++).get().copy()),
              loop.body());
      case Datum.Text text -> {
        int[] characters = text.string().codePoints().toArray();
        loop(
            () -> at[0] < characters.length,
            () -> declare(loop.variable(), new Datum.Whole(characters[at[0]++])),
            loop.body());
      }
      case Datum other -> throw new IllegalStateException("a loop over " + other);
    }
  }

  private void forEntries(Stmt.ForEntries loop) {
    Datum.Table table = (Datum.Table) expressions.value(loop.map());
    int stamp = table.additions;
    int[] at = {-1};
    loop(
        () -> {
          at[0] = MapOperations.next(table, at[0] + 1L, stamp);
          return at[0] >= 0;
        },
        () -> {
          MapOperations.Entry entry = MapOperations.entry(table, at[0]);
          declare(loop.key(), entry.key());
          declare(loop.value(), entry.value().get().copy());
        },
        loop.body());
  }

  private void scoped(Variable variable, @Nullable SimulatedArena parent, Stmt.Block body) {
    SimulatedArena arena = run.memory.newArena(variable.name(), true, parent);
    declare(variable, new Datum.Handle(arena));
    try {
      block(body);
    } finally {
      run.memory.free(arena, true);
    }
  }
}
