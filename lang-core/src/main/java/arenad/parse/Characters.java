package arenad.parse;

/// What single characters mean to the lexer.
final class Characters {
  private Characters() {}

  static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }

  static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isNameStart(int codePoint) {
    if (codePoint < 128) {
      return (codePoint >= 'a' && codePoint <= 'z')
          || (codePoint >= 'A' && codePoint <= 'Z')
          || codePoint == '_';
    }
    return Character.isUnicodeIdentifierStart(codePoint);
  }

  static boolean isNamePart(int codePoint) {
    if (codePoint < 128) {
      return isNameStart(codePoint) || (codePoint >= '0' && codePoint <= '9');
    }
    return Character.isUnicodeIdentifierPart(codePoint)
        && !Character.isIdentifierIgnorable(codePoint);
  }

  /// Whether a token other than an unknown one, or trivia, may begin with it.
  static boolean isKnown(int codePoint) {
    return codePoint < 128
        ? isNamePart(codePoint)
            || isSpace((char) codePoint)
            || "\"'()[]{},;:.?=!<>+-*/%&|^~".indexOf(codePoint) >= 0
        : isNameStart(codePoint);
  }
}
