package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.text.Span;
import arenad.type.Type;
import arenad.type.TypeText;
import arenad.typed.Expr;
import arenad.typed.Variable;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a match looks at.
///
/// @param place what its cases look at: a path, or `held`; a hole after a complaint
/// @param held the variable that keeps `value` where it is no path
/// @param union the union, or null where plain values are matched
/// @param variants of the union
record MatchSubject(
    Expr place,
    @Nullable Variable held,
    Expr value,
    Type.@Nullable Named union,
    List<Type> variants) {

  static MatchSubject of(
      Body body, arenad.syntax.Expr syntax, Stream<arenad.syntax.Pattern> patterns) {
    Expr value = again(Expressions.value(body, syntax, null));
    if (patterns.anyMatch(MatchSubject::isNull)) {
      // Whoever asks for null gets to know, as with `== null`.
      value = Nullness.raw(value);
    }
    Type type = Type.withoutNull(value.type());
    Type.Named union = Unions.of(type);
    if (union == null && !isPlain(type)) {
      if (value.type() != Type.Unit.UNKNOWN) {
        complain(body, value);
      }
      return new MatchSubject(body.hole(syntax.span()), null, value, null, List.of());
    }
    List<Type> variants = union == null ? List.of() : body.variants(union);
    if (Path.of(value) != null) {
      return new MatchSubject(value, null, value, union, variants);
    }
    Variable held = body.locals.unnamed(value.type(), value.span());
    Expr place = new Expr.Local(held, value.type(), value.span());
    return new MatchSubject(place, held, value, union, variants);
  }

  private static boolean isNull(arenad.syntax.Pattern pattern) {
    return pattern instanceof arenad.syntax.Pattern.OfValue(arenad.syntax.Expr value, Span _)
        && value instanceof arenad.syntax.Expr.NullLiteral;
  }

  /// What a match around has found of a field, a call may have changed: it is looked at anew. A variable
  /// is changed by what is seen to change it alone.
  private static Expr again(Expr value) {
    Path path = Path.of(value);
    Expr whole = path == null || path.isVariable() ? null : Unions.widened(value);
    return whole == null ? value : whole;
  }

  private static boolean isPlain(Type type) {
    return type instanceof Type.Scalar || type instanceof Type.Text;
  }

  private static void complain(Body body, Expr value) {
    String name = Paths.textOr(value, "this");
    boolean narrowed =
        value instanceof Expr.Variant
            || value instanceof Expr.Deref(Expr reference, var _, var _)
                && reference instanceof Expr.Variant;
    body.complaints.add(
        narrowed
            ? body.complaints.about(
                Code.E0412,
                value.span(),
                "`"
                    + name
                    + "` is "
                    + Coercions.article(value.type())
                    + " here, a `case` around has found; there is nothing left to match")
            : body.complaints
                .about(
                    Code.E0201,
                    value.span(),
                    "a `match` tells apart the variants of a union, or plain values, and this is "
                        + Coercions.article(value.type()))
                .labelled("`" + TypeText.of(value.type()) + "`"));
  }

  boolean isBroken() {
    return place instanceof Expr.Hole;
  }

  boolean isNullable() {
    return place.type() instanceof Type.Optional;
  }

  Span span() {
    return value.span();
  }

  @Nullable Path path() {
    return Path.of(place);
  }

  /// The subject where it is not null.
  Expr present() {
    return isNullable()
        ? new Expr.Narrowed(place, Type.withoutNull(place.type()), place.span())
        : place;
  }

  /// How messages call its type.
  String typeText() {
    return TypeText.of(union == null ? place.type() : union);
  }
}
