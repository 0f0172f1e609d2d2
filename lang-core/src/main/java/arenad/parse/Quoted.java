package arenad.parse;

/// A text on one line, as printers show it.
final class Quoted {
  private Quoted() {}

  static String of(String text) {
    StringBuilder out = new StringBuilder("'");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          boolean plain = c >= ' ' && c != 0x7F && !Character.isSurrogate(c);
          boolean pair = Character.isSurrogate(c) && isPair(text, i);
          out.append(plain || pair ? String.valueOf(c) : String.format("\\u{%x}", (int) c));
        }
      }
    }
    return out.append('\'').toString();
  }

  private static boolean isPair(String text, int i) {
    return (i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1)))
        || (i > 0 && Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i)));
  }
}
