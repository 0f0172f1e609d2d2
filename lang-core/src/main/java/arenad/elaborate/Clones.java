package arenad.elaborate;

import arenad.syntax.Expr.Call;
import arenad.type.Type;
import arenad.typed.Expr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `x.clone(a)` and `x.clone()`.
final class Clones {
  private static final List<BuiltinMethods.Parameter> ARENA =
      List.of(new BuiltinMethods.Parameter.Of(new Type.Arena()));

  private Clones() {}

  /// Whether the language brings `clone` for values of the type, and for references to them.
  /// @param receiver what is cloned
  /// @param object the same, or what it refers to
  static boolean isClonable(Type receiver, Type object) {
    return isClonable(object)
        || receiver instanceof Type.Ref
            && (object instanceof Type.Ref || object instanceof Type.Optional);
  }

  private static boolean isClonable(Type type) {
    return switch (type) {
      case Type.Scalar _, Type.Text _, Type.Named _, Type.FixedArray _, Type.Tuple _ -> true;
      case Type.Builtin(Type.Container container, var _) ->
          switch (container) {
            case ARRAY, MAP, SPAN, STRING_BUFFER, ARENA_BUFFER -> true;
            case OWNED, SHARED, WEAK, REGION -> false;
          };
      case Type.Unit _,
          Type.Arena _,
          Type.Optional _,
          Type.Ref _,
          Type.Parameter _,
          Type.Function _ ->
          false;
    };
  }

  /// A clone of `value`: of a reference, one to a clone of its object.
  static Expr of(Body body, Expr value, Call call) {
    List<Expr> arguments = Arguments.of(body, "clone", ARENA, 0, call);
    if (arguments == null) {
      return body.hole(value.type(), call.span());
    }
    @Nullable Expr arena = arguments.isEmpty() ? null : arguments.getFirst();
    return new Expr.Clone(value, arena, writable(value.type()), call.span());
  }

  /// A clone of what may only be read belongs to who made it.
  private static Type writable(Type type) {
    return type instanceof Type.Ref(Type target, boolean _, String region)
        ? new Type.Ref(target, false, region)
        : type;
  }
}
