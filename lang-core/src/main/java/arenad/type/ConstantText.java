package arenad.type;

import java.util.stream.Collectors;

/// The text of a constant value, as a literal of the language.
public final class ConstantText {
  private ConstantText() {}

  public static String of(ConstantValue value) {
    return switch (value) {
      case ConstantValue.Int(long bits) -> Long.toString(bits);
      case ConstantValue.Float(double number) -> Double.toString(number);
      case ConstantValue.Bool(boolean flag) -> Boolean.toString(flag);
      case ConstantValue.Char(int codePoint) ->
          "'" + (codePoint == '\'' ? "\\'" : escaped(Character.toString(codePoint))) + "'";
      case ConstantValue.Text(String text) -> "\"" + escaped(text) + "\"";
      case ConstantValue.Null() -> "null";
      case ConstantValue.Aggregate(Type type, var members) ->
          (type instanceof Type.Named ? TypeText.of(type) + " " : "")
              + members.stream().map(ConstantText::of).collect(Collectors.joining(", ", "[", "]"));
      case ConstantValue.Unknown() -> "?";
    };
  }

  /// The text as it stands between quotes.
  public static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().forEach(point -> append(out, point));
    return out.toString();
  }

  private static void append(StringBuilder out, int point) {
    switch (point) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      default -> {
        if (point < 0x20 || point == 0x7F) {
          out.append("\\u{").append(Integer.toHexString(point)).append('}');
        } else {
          out.appendCodePoint(point);
        }
      }
    }
  }
}
