package arenad.elaborate;

import arenad.typed.Expr;
import org.jspecify.annotations.Nullable;

/// The text of what can be narrowed, for messages.
final class Paths {
  private Paths() {}

  /// `n.next`, or null when the expression is no path of names.
  static @Nullable String text(Expr expr) {
    Path path = Path.of(expr);
    if (path == null || path.variable().name().isEmpty()) {
      return null;
    }
    StringBuilder text = new StringBuilder(path.variable().name());
    for (String field : path.fields()) {
      boolean index = Character.isDigit(field.charAt(0));
      text.append(index ? "[" + field + "]" : "." + field);
    }
    return text.toString();
  }

  static String textOr(Expr expr, String otherwise) {
    String text = text(expr);
    return text == null ? otherwise : text;
  }
}
