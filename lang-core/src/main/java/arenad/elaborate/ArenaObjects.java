package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.syntax.Expr.Call;
import arenad.type.Type;
import arenad.type.Variants;
import arenad.typed.Expr;
import org.jspecify.annotations.Nullable;

/// `a.new(value)`.
final class ArenaObjects {
  private ArenaObjects() {}

  static Expr of(Body body, Expr arena, Call call, @Nullable Type hint) {
    if (call.args().size() != 1) {
      Arguments.ignored(body, call.args());
      return body.error(
          Code.E0202,
          call.span().lastToken(),
          "`new` takes 1 argument, the value of the object, not " + call.args().size());
    }
    Type wanted =
        hint != null
                && Type.withoutNull(hint) instanceof Type.Ref(Type target, boolean _, String _)
                && target != Type.Unit.UNKNOWN
            ? target
            : null;
    Expr value = value(body, call.args().getFirst(), wanted);
    return switch (value.type()) {
      case Type.Named union when Variants.isUnion(union) ->
          Unions.allocated(body, arena, value, union, call.span());
      case Type.Named _,
          Type.Scalar _,
          Type.FixedArray _,
          Type.Tuple _,
          Type.Text _,
          Type.Arena _,
          Type.Optional _,
          Type.Parameter _,
          Type.Builtin _ ->
          new Expr.New(arena, value, new Type.Ref(value.type()), call.span());
      case Type.Ref _ when wanted instanceof Type.Ref ->
          new Expr.New(arena, value, new Type.Ref(value.type()), call.span());
      case Type.Ref _ -> {
        String text = Paths.textOr(value, "x");
        body.complaints.add(
            body.complaints
                .about(
                    Code.E0201,
                    value.span(),
                    "this is a reference to an object; a new object is made from a value")
                .help("write `*" + text + "` for a copy of the object"));
        yield body.hole(call.span());
      }
      case Type.Function _, Type.Unit _ -> body.hole(call.span());
    };
  }

  /// What the object is made from. Null only where the place asks for an object that may be null.
  private static Expr value(Body body, arenad.syntax.Expr syntax, @Nullable Type wanted) {
    Expr value = Expressions.value(body, syntax, wanted);
    if (wanted instanceof Type.Optional) {
      return Coercions.to(body, value, wanted);
    }
    value = Nullness.required(body, value);
    boolean converts =
        wanted instanceof Type.Ref && value.type() instanceof Type.Ref
            || wanted != null && Variants.isUnion(wanted) && !(value.type() instanceof Type.Named);
    return wanted != null && converts ? Coercions.to(body, value, wanted) : value;
  }
}
