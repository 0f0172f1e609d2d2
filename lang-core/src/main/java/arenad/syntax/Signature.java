package arenad.syntax;

import arenad.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands of a function before its body.
///
/// @param role whether it is free, a method or a forwarding method
/// @param returns the written return type, or null where it is to be inferred
/// @param span from the first token of the declaration to the last one before the body
public record Signature(
    Ident name,
    boolean exported,
    Role role,
    List<TypeParam> typeParams,
    List<Param> params,
    @Nullable TypeExpr returns,
    List<RequiresClause> requires,
    Span span)
    implements Ast {

  /// What a function is to its surroundings.
  public enum Role {
    FREE,
    METHOD,
    /// `forward body(self): &Body { ... }`
    FORWARD
  }

  public Signature {
    typeParams = List.copyOf(typeParams);
    params = List.copyOf(params);
    requires = List.copyOf(requires);
  }

  /// Whether the first parameter is `self`. A `forward` method may leave it out.
  public boolean takesSelf() {
    return !params.isEmpty() && params.getFirst().isSelf();
  }
}
