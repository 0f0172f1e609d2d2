package arenad.parse;

import java.math.BigInteger;

/// The numbers of the language: `1_000`, `0xff`, `0b1`, `1.5`, `1e9`.
final class Numbers {
  private Numbers() {}

  /// How far a number goes.
  ///
  /// @param complete whether no digit is missing
  record Scan(int end, boolean isFloat, boolean complete) {}

  static Scan scan(String text, int start) {
    int radix = radix(text, start);
    if (radix != 10) {
      int end = digits(text, start + 2, radix);
      return new Scan(end, false, hasDigit(text, start + 2, end));
    }
    int end = digits(text, start, 10);
    boolean isFloat = false;
    if (isAt(text, end, '.') && isDigitAt(text, end + 1)) {
      isFloat = true;
      end = digits(text, end + 1, 10);
    }
    if (isAt(text, end, 'e') || isAt(text, end, 'E')) {
      int digits = isAt(text, end + 1, '+') || isAt(text, end + 1, '-') ? end + 2 : end + 1;
      if (!isDigitAt(text, digits)) {
        return new Scan(end + 1, true, false);
      }
      isFloat = true;
      end = digits(text, digits, 10);
    }
    return new Scan(end, isFloat, true);
  }

  private static int radix(String text, int start) {
    if (!isAt(text, start, '0')) {
      return 10;
    }
    if (isAt(text, start + 1, 'x')) {
      return 16;
    }
    return isAt(text, start + 1, 'b') ? 2 : 10;
  }

  private static int digits(String text, int from, int radix) {
    int end = from;
    while (end < text.length()
        && (text.charAt(end) == '_'
            || (text.charAt(end) < 128 && Character.digit(text.charAt(end), radix) >= 0))) {
      end++;
    }
    return end;
  }

  private static boolean hasDigit(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) != '_') {
        return true;
      }
    }
    return false;
  }

  private static boolean isAt(String text, int at, char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private static boolean isDigitAt(String text, int at) {
    return at < text.length() && Characters.isDigit(text.charAt(at));
  }

  /// The value of an integer literal; 0 of a malformed one, which has been complained about.
  static BigInteger integer(String literal) {
    int radix = radix(literal, 0);
    String digits = (radix == 10 ? literal : literal.substring(2)).replace("_", "");
    int valid = 0;
    while (valid < digits.length() && Character.digit(digits.charAt(valid), radix) >= 0) {
      valid++;
    }
    return valid == 0 || valid < digits.length() ? BigInteger.ZERO : new BigInteger(digits, radix);
  }

  /// A float literal as `Double.parseDouble` takes it; 0 of a malformed one.
  static String floating(String literal) {
    Scan scan = scan(literal, 0);
    return scan.complete() && scan.end() == literal.length() ? literal.replace("_", "") : "0.0";
  }
}
