package arenad.elaborate;

import arenad.syntax.Expr.Call;
import arenad.syntax.Expr.Index;
import arenad.syntax.Expr.Member;
import arenad.syntax.Expr.OptionalMember;
import arenad.type.Type;
import arenad.typed.Expr;
import arenad.typed.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Chains of members, calls and indexes: `a?.b.c(d)[e]`. After a `?.` the whole rest of the chain
/// is left out when the object is null.
final class Chains {
  private Chains() {}

  /// A `?.`: what may be null, and the variable that holds it for the rest of the chain.
  record Link(Expr object, Variable bound) {}

  static Expr of(Body body, arenad.syntax.Expr syntax, @Nullable Type hint) {
    List<Link> outer = body.links;
    body.links = null;
    Expr chain = step(body, syntax, hint);
    List<Link> links = body.links;
    body.links = outer;
    if (links != null) {
      for (Link link : links.reversed()) {
        chain = optional(body, link, chain);
      }
    }
    return chain;
  }

  /// What a member, call or index is applied to: an earlier part of the same chain.
  static Expr object(Body body, arenad.syntax.Expr syntax) {
    return step(body, syntax, null);
  }

  /// The object that follows a `?.`, not null.
  static Expr bind(Body body, Expr object) {
    if (!(object.type() instanceof Type.Optional(Type inner))) {
      return object;
    }
    Variable bound = body.locals.unnamed(inner, object.span());
    List<Link> links = body.links;
    if (links == null) {
      links = new ArrayList<>();
      body.links = links;
    }
    links.add(new Link(object, bound));
    return new Expr.Local(bound, inner, object.span());
  }

  private static Expr step(Body body, arenad.syntax.Expr syntax, @Nullable Type hint) {
    if (syntax instanceof Member member) {
      return Members.read(body, member);
    }
    if (syntax instanceof OptionalMember member) {
      return Members.optional(body, member);
    }
    if (syntax instanceof Call call) {
      return Calls.of(body, call, hint);
    }
    if (syntax instanceof Index index) {
      return Nullness.read(body, Indexes.of(body, index));
    }
    return Expressions.of(body, syntax, hint);
  }

  private static Expr optional(Body body, Link link, Expr rest) {
    Type type = rest.type();
    if (type == Type.Unit.UNKNOWN) {
      return rest;
    }
    if (type == Type.Unit.VOID || type == Type.Unit.NEVER) {
      return new Expr.OptionalChain(link.object(), link.bound(), rest, Type.Unit.VOID, rest.span());
    }
    Type nullable = type instanceof Type.Optional ? type : new Type.Optional(type);
    Expr value = Coercions.implicit(body, rest, nullable);
    return new Expr.OptionalChain(
        link.object(), link.bound(), value == null ? rest : value, nullable, rest.span());
  }
}
