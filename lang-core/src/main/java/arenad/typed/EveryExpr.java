package arenad.typed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All expressions of a body, outer ones before what they contain, in the order of the source.
public final class EveryExpr {
  private final List<Expr> found = new ArrayList<>();

  private EveryExpr() {}

  public static List<Expr> in(TypedFunction function) {
    EveryExpr every = new EveryExpr();
    every.statement(function.body());
    return every.found;
  }

  /// Those of a statement and all in it.
  public static List<Expr> in(Stmt root) {
    EveryExpr every = new EveryExpr();
    every.statement(root);
    return every.found;
  }

  /// The expression and all in it.
  public static List<Expr> in(Expr root) {
    EveryExpr every = new EveryExpr();
    every.expression(root);
    return every.found;
  }

  private void statement(@Nullable Stmt statement) {
    switch (statement) {
      case null -> {}
      case Stmt.Block block -> block.statements().forEach(this::statement);
      case Stmt.Let let -> expression(let.value());
      case Stmt.Destructure destructure -> expression(destructure.tuple());
      case Stmt.Assign assign -> expressions(assign.place(), assign.value());
      case Stmt.AssignOperator assign -> expressions(assign.place(), assign.value());
      case Stmt.Evaluate evaluate -> expression(evaluate.value());
      case Stmt.If choice -> {
        expression(choice.condition());
        statement(choice.then());
        statement(choice.otherwise());
      }
      case Stmt.Match match -> {
        expression(match.subject());
        match.cases().forEach(one -> statement(one.body()));
      }
      case Stmt.While loop -> {
        expression(loop.condition());
        statement(loop.body());
      }
      case Stmt.ForRange loop -> {
        expressions(loop.from(), loop.to());
        statement(loop.body());
      }
      case Stmt.ForEach loop -> {
        expression(loop.sequence());
        statement(loop.body());
      }
      case Stmt.ForEntries loop -> {
        expression(loop.map());
        statement(loop.body());
      }
      case Stmt.Return result -> expression(result.value());
      case Stmt.Defer defer -> statement(defer.body());
      case Stmt.Region region -> statement(region.body());
      case Stmt.UseArena scope -> {
        expression(scope.parent());
        statement(scope.body());
      }
      case Stmt.Assert check -> expressions(check.condition(), check.message());
      case Stmt.Break _, Stmt.Continue _, Stmt.Hole _ -> {}
    }
  }

  private void expressions(@Nullable Expr... parts) {
    for (Expr part : parts) {
      expression(part);
    }
  }

  /// An explicit stack: chains of operators may be a thousand deep.
  private void expression(@Nullable Expr root) {
    if (root == null) {
      return;
    }
    Deque<Expr> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Expr expr = open.pop();
      found.add(expr);
      if (expr instanceof Expr.Closure closure) {
        statement(closure.body());
      }
      partsOf(expr).reversed().forEach(open::push);
    }
  }

  /// What an expression is made of, in the order of the source.
  public static List<Expr> partsOf(Expr expr) {
    return switch (expr) {
      case Expr.Literal _, Expr.Local _, Expr.Constant _, Expr.Hole _ -> List.of();
      case Expr.Field field -> List.of(field.object());
      case Expr.TupleElement element -> List.of(element.tuple());
      case Expr.Deref deref -> List.of(deref.reference());
      case Expr.Index index -> List.of(index.sequence(), index.index());
      case Expr.Call call -> call.arguments();
      case Expr.Required required -> required.arguments();
      case Expr.Closure _ -> List.of();
      case Expr.CallParameter call -> {
        List<Expr> parts = new ArrayList<>();
        parts.add(call.function());
        parts.addAll(call.arguments());
        yield parts;
      }
      case Expr.Intrinsic intrinsic -> intrinsic.arguments();
      case Expr.Unary unary -> List.of(unary.operand());
      case Expr.Arithmetic binary -> List.of(binary.left(), binary.right());
      case Expr.Compare binary -> List.of(binary.left(), binary.right());
      case Expr.IsNull test -> List.of(test.value());
      case Expr.Logical binary -> List.of(binary.left(), binary.right());
      case Expr.Conditional choice ->
          List.of(choice.condition(), choice.then(), choice.otherwise());
      case Expr.Coalesce choice -> List.of(choice.value(), choice.otherwise());
      case Expr.Unwrap unwrap -> List.of(unwrap.value());
      case Expr.Narrowed narrowed -> List.of(narrowed.value());
      case Expr.OptionalChain chain -> List.of(chain.object(), chain.rest());
      case Expr.Some some -> List.of(some.value());
      case Expr.Inject inject -> List.of(inject.value());
      case Expr.Variant variant -> List.of(variant.value());
      case Expr.Let let -> List.of(let.value(), let.rest());
      case Expr.Match match -> matched(match);
      case Expr.Convert convert -> List.of(convert.value());
      case Expr.StructLiteral literal -> literal.fields();
      case Expr.TupleLiteral literal -> literal.elements();
      case Expr.ArrayLiteral literal -> literal.elements();
      case Expr.ArrayFill fill -> List.of(fill.value());
      case Expr.Format format -> holes(format);
      case Expr.New allocation -> List.of(allocation.arena(), allocation.value());
      case Expr.Clone(Expr value, Expr arena, _, _) ->
          arena == null ? List.of(value) : List.of(value, arena);
    };
  }

  private static List<Expr> matched(Expr.Match match) {
    List<Expr> values = new ArrayList<>();
    values.add(match.subject());
    match.arms().forEach(arm -> values.add(arm.value()));
    return values;
  }

  private static List<Expr> holes(Expr.Format format) {
    List<Expr> values = new ArrayList<>();
    for (Expr.Part part : format.parts()) {
      if (part instanceof Expr.Part.Hole(Expr value, _)) {
        values.add(value);
      }
    }
    return values;
  }
}
