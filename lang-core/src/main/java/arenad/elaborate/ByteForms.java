package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.type.Type;
import arenad.type.Type.Scalar;
import arenad.typed.Expr;
import java.util.List;

/// What can be appended to an `ArenaBuffer`: numbers as they stand in memory, characters and strings as UTF-8, bytes.
final class ByteForms {
  private static final Type BYTES = new Type.Builtin(Type.Container.SPAN, Scalar.U8);

  private ByteForms() {}

  /// A literal is a byte, unless it says otherwise.
  static Expr of(Body body, arenad.syntax.Expr syntax) {
    Expr value = Nullness.required(body, Expressions.value(body, syntax, Scalar.U8));
    if (value instanceof Expr.Hole || value.type() == Type.Unit.UNKNOWN) {
      return body.hole(syntax.span());
    }
    return hasBytes(value.type())
        ? value
        : body.error(
            Code.E0201,
            syntax.span(),
            "numbers, `bool`, `char`, `String`, `Span<u8>` and `ArenaBuffer` are appended as bytes,"
                + " and this is "
                + Coercions.article(value.type()));
  }

  private static boolean hasBytes(Type type) {
    return type instanceof Scalar
        || type instanceof Type.Text
        || type.equals(BYTES)
        || type instanceof Type.Builtin(Type.Container container, List<Type> _)
            && container == Type.Container.ARENA_BUFFER;
  }
}
