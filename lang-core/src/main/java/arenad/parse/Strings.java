package arenad.parse;

/// Where strings end.
///
/// A string ends on its line. Only one whose opening quote is the last character of its line goes on
/// over the lines that follow, to the next quote; it must then look closed (a punctuation mark or the
/// end of a line follows), so that a quote just typed does not turn the rest of the file inside out.
final class Strings {
  private Strings() {}

  /// Offset after the closing quote of the string at `start`, or -1 if it is not closed.
  static int end(String text, int start) {
    boolean severalLines =
        start + 1 < text.length() && Characters.isLineBreak(text.charAt(start + 1));
    int at = start + 1;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        return !severalLines || looksClosed(text, at + 1) ? at + 1 : -1;
      }
      if (Characters.isLineBreak(c) && !severalLines) {
        return -1;
      }
      boolean escapes = c == '\\' && at + 1 < text.length();
      at += escapes && !Characters.isLineBreak(text.charAt(at + 1)) ? 2 : 1;
    }
    return -1;
  }

  /// Whether the text of a string or character token ends with the quote it begins with.
  static boolean isClosed(String token) {
    int last = token.length() - 1;
    if (last < 1 || token.charAt(last) != token.charAt(0)) {
      return false;
    }
    int backslashes = 0;
    while (token.charAt(last - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 0;
  }

  private static boolean looksClosed(String text, int after) {
    int at = after;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at >= text.length() || "\r\n;,)]}.+/".indexOf(text.charAt(at)) >= 0;
  }
}
