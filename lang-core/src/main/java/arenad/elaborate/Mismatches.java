package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Edit;
import arenad.diagnostic.Fix;
import arenad.diagnostic.Place;
import arenad.type.Conversions;
import arenad.type.Type;
import arenad.type.Type.Scalar;
import arenad.type.TypeText;
import arenad.typed.Expr;
import java.util.List;

/// What is said of a value of another type than is asked for, and how to mend it.
final class Mismatches {
  private Mismatches() {}

  static Diagnostic of(Body body, Expr expr, Type target) {
    Type source = expr.type();
    String wanted = "`" + TypeText.of(target) + "`";
    if (source == Type.Unit.NULL) {
      return body.complaints.about(
          Code.E0205, expr.span(), "`null` is no value of " + wanted + ", which is never null");
    }
    if (source instanceof Type.Optional(Type inner) && inner.equals(target)) {
      return Nullness.mayBeNull(body, expr);
    }
    if (source == Type.Unit.VOID) {
      return body.complaints.about(
          Code.E0201,
          expr.span(),
          "this gives no value, but " + Coercions.article(target) + " is expected");
    }
    Diagnostic diagnostic =
        body.complaints
            .about(
                Code.E0201,
                expr.span(),
                "this is " + Coercions.article(source) + ", but " + wanted + " is expected")
            .labelled("`" + TypeText.of(source) + "`");
    return mended(body, diagnostic, expr, target);
  }

  private static Diagnostic mended(Body body, Diagnostic diagnostic, Expr expr, Type target) {
    Type source = expr.type();
    Type wanted = Type.withoutNull(target);
    Place place = body.complaints.at(expr.span());
    if (wanted instanceof Type.Ref(Type to, boolean _, String _) && to.equals(source)) {
      return diagnostic.help(
          "a reference leads to an object in an arena, and this is a value: make an object of it"
              + " with `a.new(...)`, `a` being an arena");
    }
    if (source instanceof Type.Ref(Type to, boolean _, String _) && to.equals(wanted)) {
      return diagnostic
          .help(
              "nothing is copied unsaid: write `*"
                  + Paths.textOr(expr, "x")
                  + "` for a copy of the object")
          .fix(new Fix("copy the object with `*`", new Edit.InsertBefore(place, "*")));
    }
    if (Coercions.guards(Type.withoutNull(source), wanted)) {
      String readOnly = "`" + TypeText.of(Type.withoutNull(source)) + "`";
      return diagnostic.help(
          "what is reached through a "
              + readOnly
              + " is read only, and this could write it: take a "
              + readOnly
              + " here too, or make a copy of the object, `a.new(*"
              + Paths.textOr(expr, "x")
              + ")`");
    }
    if (source instanceof Scalar from && wanted instanceof Scalar to) {
      return Conversions.castable(from, to) ? withCast(diagnostic, place, expr, to) : diagnostic;
    }
    if (wanted instanceof Type.Text && source instanceof Scalar) {
      return diagnostic.help("write it as text with `f\"{" + Paths.textOr(expr, "x") + "}\"`");
    }
    Type.Named union = Unions.of(wanted);
    return union == null
        ? ofArrays(diagnostic, source, wanted)
        : ofUnion(body, diagnostic, expr, union);
  }

  private static Diagnostic ofUnion(Body body, Diagnostic diagnostic, Expr expr, Type.Named union) {
    List<Type> possible =
        body.variants(union).stream()
            .filter(variant -> Coercions.implicit(body, expr, variant) != null)
            .toList();
    return possible.size() > 1
        ? diagnostic.help(
            "it can become "
                + MatchPatterns.listed(possible)
                + ": say which, as in `x as "
                + TypeText.of(possible.getFirst())
                + "`")
        : diagnostic.help(
            "the variants of `"
                + TypeText.of(union)
                + "` are "
                + MatchPatterns.listed(body.variants(union)));
  }

  private static Diagnostic withCast(Diagnostic diagnostic, Place place, Expr expr, Scalar target) {
    String cast = " as " + target.spelling();
    Fix fix =
        bindsTighterThanCast(expr)
            ? new Fix("convert it" + cast, new Edit.InsertAfter(place, cast))
            : new Fix(
                "convert it" + cast,
                List.of(
                    new Edit.InsertBefore(place, "("), new Edit.InsertAfter(place, ")" + cast)));
    return diagnostic
        .help(
            "this conversion may lose something, so it is written: `as " + target.spelling() + "`")
        .fix(fix);
  }

  /// Whether `as` after the expression means all of it.
  private static boolean bindsTighterThanCast(Expr expr) {
    return switch (expr) {
      case Expr.Arithmetic _,
          Expr.Compare _,
          Expr.IsNull _,
          Expr.Logical _,
          Expr.Conditional _,
          Expr.Coalesce _ ->
          false;
      case Expr.Literal _,
          Expr.Local _,
          Expr.Constant _,
          Expr.Field _,
          Expr.TupleElement _,
          Expr.Deref _,
          Expr.Index _,
          Expr.Call _,
          Expr.Required _,
          Expr.Closure _,
          Expr.CallParameter _,
          Expr.Intrinsic _,
          Expr.Unary _,
          Expr.Unwrap _,
          Expr.Narrowed _,
          Expr.OptionalChain _,
          Expr.Some _,
          Expr.Inject _,
          Expr.Variant _,
          Expr.Let _,
          Expr.Match _,
          Expr.Convert _,
          Expr.StructLiteral _,
          Expr.TupleLiteral _,
          Expr.ArrayLiteral _,
          Expr.ArrayFill _,
          Expr.Format _,
          Expr.New _,
          Expr.Clone _,
          Expr.Hole _ ->
          true;
    };
  }

  private static Diagnostic ofArrays(Diagnostic diagnostic, Type source, Type wanted) {
    boolean growable =
        wanted instanceof Type.Builtin(Type.Container container, var _)
            && container == Type.Container.ARRAY;
    if (growable && source instanceof Type.FixedArray) {
      return diagnostic.help(
          "a list makes a fixed array; a growable one lives in an arena: `"
              + TypeText.of(wanted)
              + ".new(a)` and `push`");
    }
    return source instanceof Type.FixedArray(Type from, int length)
            && wanted instanceof Type.FixedArray(Type to, int size)
            && from.equals(to)
        ? diagnostic.help("it has " + length + " elements, not " + size)
        : diagnostic;
  }
}
