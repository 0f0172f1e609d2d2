package arenad.parse;

/// White space and comments.
final class Trivia {
  private Trivia() {}

  /// Offset after the comment at `at`, if there is one; else `at`. A block comment that does not end
  /// goes to the end of the text.
  static int commentEnd(String text, int at) {
    if (text.startsWith("//", at)) {
      int end = at;
      while (end < text.length() && !Characters.isLineBreak(text.charAt(end))) {
        end++;
      }
      return end;
    }
    if (text.startsWith("/*", at)) {
      int close = text.indexOf("*/", at + 2);
      return close < 0 ? text.length() : close + 2;
    }
    return at;
  }

  /// Whether the comment at `at` is a block comment that does not end.
  static boolean isUnclosed(String text, int at) {
    return text.startsWith("/*", at) && text.indexOf("*/", at + 2) < 0;
  }
}
