package arenad.syntax;

import arenad.text.Span;
import org.jspecify.annotations.Nullable;

/// A parameter. `ref(ext) f: File` has become `f: ref(ext) File`.
///
/// @param type null for `self` and where a closure leaves it out
/// @param defaultValue the value where an argument is left out, or null if there must be one
public record Param(Ident name, @Nullable TypeExpr type, @Nullable Expr defaultValue, Span span)
    implements Ast {
  public boolean isSelf() {
    return name.text().equals("self");
  }
}
