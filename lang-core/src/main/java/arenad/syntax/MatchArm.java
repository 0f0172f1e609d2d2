package arenad.syntax;

import arenad.text.Span;

/// `case A => value` of a `match` expression.
public record MatchArm(Pattern pattern, Expr value, Span span) implements Ast {}
