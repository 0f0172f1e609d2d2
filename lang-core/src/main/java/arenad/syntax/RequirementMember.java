package arenad.syntax;

import arenad.text.Span;

/// What a requirement asks of a type.
public sealed interface RequirementMember extends Ast {
  Ident name();

  /// `has length: i32;`
  record HasField(Ident name, TypeExpr type, Span span) implements RequirementMember {}

  /// `has clone(): T;`
  record HasMethod(Signature signature, Span span) implements RequirementMember {
    @Override
    public Ident name() {
      return signature.name();
    }
  }
}
