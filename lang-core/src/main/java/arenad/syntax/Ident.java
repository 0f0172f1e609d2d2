package arenad.syntax;

import arenad.text.Span;

/// A name as written, with its place. A name that is missing in the source has an empty text.
public record Ident(String text, Span span) implements Ast {
  public boolean isMissing() {
    return text.isEmpty();
  }

  @Override
  public String toString() {
    return text;
  }
}
