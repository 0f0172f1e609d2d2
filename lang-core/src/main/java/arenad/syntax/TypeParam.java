package arenad.syntax;

import arenad.text.Span;
import java.util.List;

/// `T`, `T: A & B`, or `region r` in a list of type parameters.
public sealed interface TypeParam extends Ast {
  Ident name();

  /// A type, with the requirements it must meet.
  record Type(Ident name, List<TypeExpr> bounds, Span span) implements TypeParam {
    public Type {
      bounds = List.copyOf(bounds);
    }
  }

  /// `region r`
  record Region(Ident name, Span span) implements TypeParam {}
}
