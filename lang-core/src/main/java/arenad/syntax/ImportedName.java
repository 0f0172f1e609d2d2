package arenad.syntax;

import arenad.text.Span;
import org.jspecify.annotations.Nullable;

/// One name of `import { Shape, area as surface } from geometry.shape;`.
public record ImportedName(Ident name, @Nullable Ident alias, Span span) implements Ast {
  /// The name it has in the importing module.
  public Ident localName() {
    return alias == null ? name : alias;
  }
}
