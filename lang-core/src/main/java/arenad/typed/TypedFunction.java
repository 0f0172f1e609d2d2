package arenad.typed;

import arenad.symbol.SymbolId;
import arenad.text.Span;
import arenad.type.Type;
import java.util.List;

/// One elaborated body: of a function, a method or a test.
///
/// @param parameters the first `parameters` of `variables` are the parameters, `self` first (a `&T` to the
///   object; the object itself is its [Expr.Deref])
/// @param result the return type, written or inferred
/// @param end the closing brace, where control falls out of the body
/// @param witnesses of the requirements that its calls meet
public record TypedFunction(
    SymbolId symbol,
    int parameters,
    List<Variable> variables,
    Type result,
    Stmt.Block body,
    Span name,
    Span end,
    List<Witness> witnesses) {
  public TypedFunction {
    variables = List.copyOf(variables);
    witnesses = List.copyOf(witnesses);
  }

  /// A body in which no type argument is required to have methods.
  public TypedFunction(
      SymbolId symbol,
      int parameters,
      List<Variable> variables,
      Type result,
      Stmt.Block body,
      Span name,
      Span end) {
    this(symbol, parameters, variables, result, body, name, end, List.of());
  }
}
