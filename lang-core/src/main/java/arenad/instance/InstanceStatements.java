package arenad.instance;

import arenad.elaborate.Environment;
import arenad.type.Substitution;
import arenad.typed.Expr;
import arenad.typed.Stmt;
import arenad.typed.TypedFunction;
import arenad.typed.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The statements of an instance.
final class InstanceStatements {
  private final TypedFunction template;
  private final Substitution substitution;
  private final List<Variable> variables = new ArrayList<>();
  private final InstanceExpressions expressions;

  InstanceStatements(TypedFunction template, Substitution substitution, Environment environment) {
    this.template = template;
    this.substitution = substitution;
    for (Variable variable : template.variables()) {
      variables.add(
          new Variable(
              variable.index(),
              variable.name(),
              substitution.in(variable.type()),
              variable.mutable(),
              variable.span()));
    }
    this.expressions =
        new InstanceExpressions(substitution, variables, template.symbol(), environment, this);
  }

  TypedFunction function() {
    // The body may add variables.
    Stmt.Block body = block(template.body());
    return new TypedFunction(
        template.symbol(),
        template.parameters(),
        variables,
        substitution.in(template.result()),
        body,
        template.name(),
        template.end(),
        template.witnesses());
  }

  Stmt.Block block(Stmt.Block block) {
    return new Stmt.Block(block.statements().stream().map(this::in).toList(), block.span());
  }

  private Variable in(Variable variable) {
    return variables.get(variable.index());
  }

  private Expr in(Expr expr) {
    return expressions.in(expr);
  }

  private @Nullable Expr inOrNull(@Nullable Expr expr) {
    return expr == null ? null : expressions.in(expr);
  }

  private Stmt.Case in(Stmt.Case one) {
    return new Stmt.Case(one.labels().stream().map(expressions::in).toList(), block(one.body()));
  }

  private Stmt in(Stmt statement) {
    return switch (statement) {
      case Stmt.Block block -> block(block);
      case Stmt.Let(var variable, var value, var span) ->
          new Stmt.Let(in(variable), inOrNull(value), span);
      case Stmt.Destructure(var names, var tuple, var span) ->
          new Stmt.Destructure(names.stream().map(this::in).toList(), in(tuple), span);
      case Stmt.Assign(var place, var value, var span) ->
          new Stmt.Assign(in(place), in(value), span);
      case Stmt.AssignOperator(var place, var operator, var value, var span) ->
          new Stmt.AssignOperator(in(place), operator, in(value), span);
      case Stmt.Evaluate(var value, var span) -> new Stmt.Evaluate(in(value), span);
      case Stmt.If(var condition, var then, var otherwise, var span) ->
          new Stmt.If(in(condition), block(then), otherwise == null ? null : in(otherwise), span);
      case Stmt.Match(var subject, int variants, var cases, var span) ->
          new Stmt.Match(in(subject), variants, cases.stream().map(this::in).toList(), span);
      case Stmt.While(var condition, var body, var span) ->
          new Stmt.While(in(condition), block(body), span);
      case Stmt.ForRange(var variable, var from, var to, var body, var span) ->
          new Stmt.ForRange(in(variable), in(from), in(to), block(body), span);
      case Stmt.ForEach(var variable, var sequence, var body, var span) ->
          new Stmt.ForEach(in(variable), in(sequence), block(body), span);
      case Stmt.ForEntries(var key, var value, var map, var body, var span) ->
          new Stmt.ForEntries(in(key), in(value), in(map), block(body), span);
      case Stmt.Break _, Stmt.Continue _, Stmt.Hole _ -> statement;
      case Stmt.Return(var value, var span) -> new Stmt.Return(inOrNull(value), span);
      case Stmt.Defer(var body, var span) -> new Stmt.Defer(in(body), span);
      case Stmt.Region(var variable, var body, var span) ->
          new Stmt.Region(in(variable), block(body), span);
      case Stmt.UseArena(var parent, var variable, var body, var span) ->
          new Stmt.UseArena(in(parent), in(variable), block(body), span);
      case Stmt.Assert(var condition, var message, var span) ->
          new Stmt.Assert(in(condition), inOrNull(message), span);
    };
  }
}
