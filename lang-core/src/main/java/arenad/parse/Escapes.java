package arenad.parse;

import org.jspecify.annotations.Nullable;

/// The escapes of characters, strings and f-strings. After the backslash stands one of `n r t 0 \ ' "`,
/// or `x41` (up to 7f), or `u{1F980}`.
final class Escapes {
  /// What no escape stands for.
  static final int NONE = -1;

  private Escapes() {}

  /// How many characters the escape at `at` (a backslash) takes, valid or not.
  static int length(String text, int at, int end) {
    if (at + 1 >= end) {
      return 1;
    }
    char c = text.charAt(at + 1);
    if (c == 'x') {
      return Math.min(4, end - at);
    }
    if (c == 'u' && at + 2 < end && text.charAt(at + 2) == '{') {
      int close = at + 3;
      while (close < end && Character.digit(text.charAt(close), 16) >= 0) {
        close++;
      }
      return close < end && text.charAt(close) == '}' ? close + 1 - at : close - at;
    }
    return Character.isHighSurrogate(c) && at + 2 < end ? 3 : 2;
  }

  /// The code point the escape stands for, or [#NONE].
  static int value(String escape) {
    if (escape.length() < 2) {
      return NONE;
    }
    return switch (escape.charAt(1)) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case '0' -> 0;
      case '\\' -> '\\';
      case '\'' -> '\'';
      case '"' -> '"';
      case 'x' -> escape.length() == 4 ? scalar(hex(escape.substring(2)), 0x7F) : NONE;
      case 'u' ->
          escape.length() > 4 && escape.endsWith("}")
              ? scalar(hex(escape.substring(3, escape.length() - 1)), Character.MAX_CODE_POINT)
              : NONE;
      default -> NONE;
    };
  }

  private static int hex(String digits) {
    if (digits.length() > 6) {
      return NONE;
    }
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), 16);
      if (digit < 0) {
        return NONE;
      }
      value = value * 16 + digit;
    }
    return value;
  }

  private static int scalar(int value, int max) {
    boolean surrogate = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
    return value < 0 || value > max || surrogate ? NONE : value;
  }

  /// The text that the inside of a string stands for. A wrong escape stands for itself (it has been
  /// complained about), and a line break is `\n` however the file writes it.
  static String decode(String inside) {
    if (inside.indexOf('\\') < 0 && inside.indexOf('\r') < 0) {
      return inside;
    }
    StringBuilder out = new StringBuilder(inside.length());
    int at = 0;
    while (at < inside.length()) {
      char c = inside.charAt(at);
      if (c == '\\') {
        int length = length(inside, at, inside.length());
        String escape = inside.substring(at, at + length);
        int value = value(escape);
        if (value == NONE) {
          out.append(escape);
        } else {
          out.appendCodePoint(value);
        }
        at += length;
      } else {
        boolean ofCrLf = c == '\r' && at + 1 < inside.length() && inside.charAt(at + 1) == '\n';
        if (!ofCrLf) {
          out.append(c);
        }
        at++;
      }
    }
    return out.toString();
  }

  /// The same of a part of an f-string, where a brace is written twice.
  static String decodeText(String part) {
    return decode(part.replace("{{", "{").replace("}}", "}"));
  }

  /// The code point of a character literal, or null when it is malformed.
  static @Nullable Integer character(String literal) {
    if (literal.length() < 3 || !literal.endsWith("'")) {
      return null;
    }
    String inside = literal.substring(1, literal.length() - 1);
    if (inside.startsWith("\\")) {
      int value = value(inside);
      boolean whole = length(inside, 0, inside.length()) == inside.length();
      return value == NONE || !whole ? null : Integer.valueOf(value);
    }
    int codePoint = inside.codePointAt(0);
    return Character.charCount(codePoint) == inside.length() ? Integer.valueOf(codePoint) : null;
  }
}
