package arenad.elaborate;

import arenad.syntax.Expr.Call;
import arenad.type.Type;
import arenad.typed.Expr;
import java.util.List;

/// `x.toString(a)`: the text of what can be printed, in an arena.
final class TextForms {
  private static final List<BuiltinMethods.Parameter> ARENA =
      List.of(new BuiltinMethods.Parameter.Of(new Type.Arena()));

  private TextForms() {}

  static boolean exists(Body body, Type type) {
    return !(type instanceof Type.Optional) && LanguageRequirements.isPrintable(body, type);
  }

  static Expr of(Body body, Expr value, Call call) {
    Type text = new Type.Text();
    List<Expr> arguments = Arguments.of(body, "toString", ARENA, 1, call);
    if (arguments == null) {
      return body.hole(text, call.span());
    }
    Expr shown =
        value.type() instanceof Type.Text
            ? value
            : new Expr.Format(List.of(new Expr.Part.Hole(value, null)), text, value.span());
    return new Expr.Clone(shown, arguments.getFirst(), text, call.span());
  }
}
