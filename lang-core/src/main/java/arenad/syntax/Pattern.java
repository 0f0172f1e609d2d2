package arenad.syntax;

import arenad.text.Span;
import org.jspecify.annotations.Nullable;

/// What a case of a `match` stands for.
public sealed interface Pattern extends Ast {

  /// `case EntityA:` and `case EntityA as a:`; `case A | B:` has a [TypeExpr.Union].
  record OfType(TypeExpr type, @Nullable Ident binding, Span span) implements Pattern {}

  /// `case null:`, `case 1:`, `case "x":`
  record OfValue(Expr value, Span span) implements Pattern {}

  /// `default:`
  record Default(Span span) implements Pattern {}

  record Missing(Span span) implements Pattern {}
}
