package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.syntax.Expr.Call;
import arenad.type.Type;
import arenad.type.TypeText;
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
    Expr value = Nullness.required(body, Expressions.value(body, call.args().getFirst(), wanted));
    if (wanted != null && Variants.isUnion(wanted) && !(value.type() instanceof Type.Named)) {
      value = Coercions.to(body, value, wanted);
    }
    Type type = value.type();
    if (type instanceof Type.Named union && Variants.isUnion(union)) {
      return Unions.allocated(body, arena, value, union, call.span());
    }
    if (isObject(type)) {
      return new Expr.New(arena, value, new Type.Ref(type), call.span());
    }
    if (type == Type.Unit.UNKNOWN) {
      return body.hole(call.span());
    }
    if (type instanceof Type.Ref) {
      String text = Paths.textOr(value, "x");
      body.complaints.add(
          body.complaints
              .about(
                  Code.E0201,
                  value.span(),
                  "this is a reference to an object; a new object is made from a value")
              .help("write `*" + text + "` for a copy of the object"));
      return body.hole(call.span());
    }
    return body.unsupported(
        value.span(),
        "`new` with what leads elsewhere itself, such as `" + TypeText.of(type) + "`, is");
  }

  /// What a reference can lead to.
  private static boolean isObject(Type type) {
    return switch (type) {
      case Type.Named _, Type.Scalar _, Type.FixedArray _, Type.Tuple _ -> true;
      case Type.Unit _,
          Type.Text _,
          Type.Arena _,
          Type.Optional _,
          Type.Ref _,
          Type.Parameter _,
          Type.Function _,
          Type.Builtin _ ->
          false;
    };
  }
}
