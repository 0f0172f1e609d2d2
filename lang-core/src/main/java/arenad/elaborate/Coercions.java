package arenad.elaborate;

import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Place;
import arenad.type.ConstantValue;
import arenad.type.Conversions;
import arenad.type.Type;
import arenad.type.Type.Scalar;
import arenad.type.TypeText;
import arenad.typed.Expr;
import org.jspecify.annotations.Nullable;

/// Gives an expression the type that its place asks for: the implicit conversions, which lose
/// nothing.
final class Coercions {
  private Coercions() {}

  /// The expression as a `target`; complains where it is none.
  static Expr to(Body body, Expr expr, Type target) {
    return to(body, expr, target, null, "");
  }

  /// The same; the complaint points at `reason`, which is where the type is asked for.
  static Expr to(Body body, Expr expr, Type target, @Nullable Place reason, String what) {
    Expr converted = implicit(body, expr, target);
    if (converted != null) {
      return converted;
    }
    if (expr.type() == Type.Unit.UNKNOWN || target == Type.Unit.UNKNOWN) {
      return body.hole(target, expr.span());
    }
    Diagnostic diagnostic = Mismatches.of(body, expr, target);
    body.complaints.add(reason == null ? diagnostic : diagnostic.because(reason, what));
    return body.hole(target, expr.span());
  }

  /// The expression as a `target`, or null when there is no implicit conversion.
  static @Nullable Expr implicit(Body body, Expr expr, Type target) {
    Type source = expr.type();
    if (source.equals(target) || source == Type.Unit.NEVER) {
      return expr;
    }
    if (expr instanceof Expr.Hole) {
      return new Expr.Hole(target, expr.span());
    }
    if (guards(target, source)) {
      return expr;
    }
    if (target instanceof Type.Optional(Type inner)) {
      if (source == Type.Unit.NULL) {
        return new Expr.Literal(new ConstantValue.Null(), target, expr.span());
      }
      if (expr instanceof Expr.Narrowed narrowed && narrowed.value().type().equals(target)) {
        return narrowed.value();
      }
      Expr value = source instanceof Type.Optional ? null : implicit(body, expr, inner);
      return value == null ? null : new Expr.Some(value, target, expr.span());
    }
    Expr owned = OwnerMembers.reference(expr, target);
    if (owned != null) {
      return owned;
    }
    if (source instanceof Scalar from && target instanceof Scalar to) {
      return Conversions.lossless(from, to) ? convert(expr, from, to) : null;
    }
    return Unions.into(body, expr, target);
  }

  /// Whether the target is the source without the right to write: the same at run time.
  static boolean guards(Type target, Type source) {
    return target instanceof Type.Optional(Type to) && source instanceof Type.Optional(Type from)
        ? guards(to, from)
        : target instanceof Type.Ref only && source instanceof Type.Ref open && only.guards(open);
  }

  /// A numeric conversion; one of a literal is done here.
  private static Expr convert(Expr expr, Scalar from, Scalar to) {
    if (expr instanceof Expr.Literal(ConstantValue value, Type _, var span)) {
      if (value instanceof ConstantValue.Int(long bits)) {
        ConstantValue same =
            to.isFloat()
                ? new ConstantValue.Float(
                    from == Scalar.U64 ? ConstantArithmetic.unsignedToDouble(bits) : bits)
                : value;
        return new Expr.Literal(same, to, span);
      }
      if (value instanceof ConstantValue.Float) {
        return new Expr.Literal(value, to, span);
      }
    }
    return new Expr.Convert(expr, to, expr.span());
  }

  /// `an \`i32\``, `a \`String\``.
  static String article(Type type) {
    String text = TypeText.of(type);
    // Said aloud: an i32, an f64[2], an Arena; a u8, a String, a reference.
    boolean vowel = text.matches("[if]\\d.*|[AEIO].*");
    return (vowel ? "an `" : "a `") + text + "`";
  }
}
