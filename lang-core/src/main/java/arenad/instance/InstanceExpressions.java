package arenad.instance;

import arenad.elaborate.Environment;
import arenad.elaborate.Provisions;
import arenad.symbol.SymbolId;
import arenad.text.Span;
import arenad.type.Substitution;
import arenad.type.Type;
import arenad.typed.Expr;
import arenad.typed.MatchLabel;
import arenad.typed.Variable;
import java.util.List;

/// The expressions of an instance. Where a type argument is nullable itself, `T?` is that type, and what
/// makes a `T?` of a `T` or takes the `?` away does nothing.
final class InstanceExpressions {
  private final Substitution substitution;
  private final List<Variable> variables;
  private final SymbolId asking;
  private final Environment environment;
  private final InstanceStatements statements;

  InstanceExpressions(
      Substitution substitution,
      List<Variable> variables,
      SymbolId asking,
      Environment environment,
      InstanceStatements statements) {
    this.statements = statements;
    this.substitution = substitution;
    this.variables = variables;
    this.asking = asking;
    this.environment = environment;
  }

  private Type in(Type type) {
    return substitution.in(type);
  }

  private List<Expr> all(List<Expr> expressions) {
    return expressions.stream().map(this::in).toList();
  }

  private Variable in(Variable variable) {
    return variables.get(variable.index());
  }

  Expr in(Expr expr) {
    return switch (expr) {
      case Expr.Literal(var value, var type, var span) ->
          new Expr.Literal(substitution.in(value), in(type), span);
      case Expr.Local(var variable, var type, var span) ->
          new Expr.Local(in(variable), in(type), span);
      case Expr.Constant _, Expr.Hole _ -> expr;
      case Expr.Field(var object, int index, var name, var type, var span) ->
          new Expr.Field(in(object), index, name, in(type), span);
      case Expr.TupleElement(var tuple, int index, var type, var span) ->
          new Expr.TupleElement(in(tuple), index, in(type), span);
      case Expr.Deref(var reference, var type, var span) ->
          new Expr.Deref(in(reference), in(type), span);
      case Expr.Index(var sequence, var index, var type, var span) ->
          new Expr.Index(in(sequence), in(index), in(type), span);
      case Expr.Call(var callee, boolean onObject, var types, var arguments, var type, var span) ->
          new Expr.Call(callee, onObject, substitution.in(types), all(arguments), in(type), span);
      case Expr.Required(
              var requirement,
              var member,
              var called,
              var arguments,
              var type,
              var span) ->
          Provisions.of(
              new Expr.Required(requirement, member, called, all(arguments), in(type), span),
              asking,
              environment,
              this::fresh);
      case Expr.Closure(
              var parameters,
              var result,
              var body,
              int first,
              int last,
              var type,
              var span) ->
          new Expr.Closure(
              parameters.stream().map(this::in).toList(),
              in(result),
              statements.block(body),
              first,
              last,
              in(type),
              span);
      case Expr.CallParameter(var function, var arguments, var type, var span) ->
          new Expr.CallParameter(
              new Expr.Local(in(function.variable()), in(function.type()), function.span()),
              all(arguments),
              in(type),
              span);
      case Expr.Intrinsic(var operation, var arguments, var type, var span) ->
          new Expr.Intrinsic(operation, all(arguments), in(type), span);
      case Expr.Unary(var operator, var operand, var type, var span) ->
          new Expr.Unary(operator, in(operand), in(type), span);
      case Expr.Arithmetic(var operator, var left, var right, var type, var span) ->
          new Expr.Arithmetic(operator, in(left), in(right), in(type), span);
      case Expr.Compare(var operator, var left, var right, var type, var span) ->
          Provisions.compared(
              new Expr.Compare(operator, in(left), in(right), type, span), asking, environment);
      case Expr.IsNull(var value, boolean negated, var type, var span) ->
          new Expr.IsNull(in(value), negated, type, span);
      case Expr.Logical(boolean and, var left, var right, var type, var span) ->
          new Expr.Logical(and, in(left), in(right), type, span);
      case Expr.Conditional(var condition, var then, var otherwise, var type, var span) ->
          new Expr.Conditional(in(condition), in(then), in(otherwise), in(type), span);
      case Expr.Coalesce(var value, var otherwise, var type, var span) ->
          new Expr.Coalesce(in(value), in(otherwise), in(type), span);
      case Expr.Unwrap(var value, var type, var span) -> unwrap(in(value), in(type), span);
      case Expr.Narrowed(var value, var type, var span) -> narrowed(in(value), in(type), span);
      case Expr.OptionalChain(var object, var bound, var rest, var type, var span) ->
          new Expr.OptionalChain(in(object), in(bound), in(rest), in(type), span);
      case Expr.Some(var value, var type, var span) -> some(in(value), in(type), span);
      case Expr.Inject(var value, int tag, var type, var span) ->
          new Expr.Inject(in(value), tag, in(type), span);
      case Expr.Variant(var value, int tag, var type, var span) ->
          new Expr.Variant(in(value), tag, in(type), span);
      case Expr.Let(var variable, var value, var rest, var type, var span) ->
          new Expr.Let(in(variable), in(value), in(rest), in(type), span);
      case Expr.Match(var subject, int variants, var arms, var type, var span) ->
          new Expr.Match(
              in(subject), variants, arms.stream().map(this::in).toList(), in(type), span);
      case Expr.Convert(var value, var type, var span) ->
          new Expr.Convert(in(value), in(type), span);
      case Expr.StructLiteral(var struct, var fields, var order, var type, var span) ->
          new Expr.StructLiteral(struct, all(fields), order, in(type), span);
      case Expr.TupleLiteral(var elements, var type, var span) ->
          new Expr.TupleLiteral(all(elements), in(type), span);
      case Expr.ArrayLiteral(var elements, var type, var span) ->
          new Expr.ArrayLiteral(all(elements), in(type), span);
      case Expr.ArrayFill(var value, var type, var span) ->
          new Expr.ArrayFill(in(value), in(type), span);
      case Expr.Format(var parts, var type, var span) ->
          new Expr.Format(parts.stream().map(this::in).toList(), type, span);
      case Expr.New(var arena, var value, var type, var span) ->
          new Expr.New(in(arena), in(value), in(type), span);
      case Expr.Clone(var value, var arena, var type, var span) ->
          new Expr.Clone(in(value), arena == null ? null : in(arena), in(type), span);
    };
  }

  /// One more variable of the instance.
  private Variable fresh(Type type, Span span) {
    Variable variable = new Variable(variables.size(), "", type, false, span);
    variables.add(variable);
    return variable;
  }

  private Expr.Arm in(Expr.Arm arm) {
    return new Expr.Arm(arm.labels().stream().map(this::in).toList(), in(arm.value()));
  }

  MatchLabel in(MatchLabel label) {
    return switch (label) {
      case MatchLabel.Value(Expr literal) -> new MatchLabel.Value(in(literal));
      case MatchLabel.Variant _, MatchLabel.Null _, MatchLabel.Other _ -> label;
    };
  }

  private Expr.Part in(Expr.Part part) {
    return switch (part) {
      case Expr.Part.Text text -> text;
      case Expr.Part.Hole(var value, var specification) ->
          new Expr.Part.Hole(in(value), specification);
    };
  }

  private static Expr some(Expr value, Type type, Span span) {
    return value.type().equals(type) ? value : new Expr.Some(value, type, span);
  }

  private static Expr unwrap(Expr value, Type type, Span span) {
    return type instanceof Type.Optional(Type of)
        ? new Expr.Some(new Expr.Unwrap(value, of, span), type, span)
        : new Expr.Unwrap(value, type, span);
  }

  private static Expr narrowed(Expr value, Type type, Span span) {
    return value.type().equals(type) ? value : new Expr.Narrowed(value, type, span);
  }
}
