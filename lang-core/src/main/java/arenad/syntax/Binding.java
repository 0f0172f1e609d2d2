package arenad.syntax;

import arenad.text.Span;
import java.util.List;

/// What a `let`, `const` or `for` introduces.
public sealed interface Binding extends Ast {
  record Name(Ident name, Span span) implements Binding {}

  /// `[a, b]`
  record Tuple(List<Binding> elements, Span span) implements Binding {
    public Tuple {
      elements = List.copyOf(elements);
    }
  }

  /// `_`
  record Ignored(Span span) implements Binding {}

  record Missing(Span span) implements Binding {}
}
