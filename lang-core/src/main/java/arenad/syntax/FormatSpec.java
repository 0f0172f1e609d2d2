package arenad.syntax;

import arenad.text.Span;

/// What follows the colon in `f"{y:.2}"`.
public record FormatSpec(String text, Span span) implements Ast {}
