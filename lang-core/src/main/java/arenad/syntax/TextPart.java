package arenad.syntax;

import arenad.text.Span;
import org.jspecify.annotations.Nullable;

/// A part of an f-string.
public sealed interface TextPart extends Ast {
  /// Text, escapes and doubled braces resolved.
  record Literal(String value, Span span) implements TextPart {}

  /// `{value}` or `{value:format}`
  record Hole(Expr value, @Nullable FormatSpec format, Span span) implements TextPart {}
}
