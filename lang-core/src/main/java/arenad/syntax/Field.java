package arenad.syntax;

import arenad.text.Span;
import org.jspecify.annotations.Nullable;

/// A field of a struct.
public record Field(Ident name, TypeExpr type, @Nullable Expr defaultValue, Span span)
    implements Ast {}
