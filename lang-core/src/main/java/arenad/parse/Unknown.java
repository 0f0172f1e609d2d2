package arenad.parse;

/// How a message names characters that the language has no use for.
final class Unknown {
  private Unknown() {}

  static String described(String characters) {
    int codePoint = characters.codePointAt(0);
    boolean visible =
        Character.isDefined(codePoint)
            && !Character.isISOControl(codePoint)
            && !Character.isWhitespace(codePoint)
            && !Character.isSpaceChar(codePoint)
            && Character.getType(codePoint) != Character.SURROGATE
            && Character.getType(codePoint) != Character.FORMAT;
    String name = String.format("U+%04X", codePoint);
    String shown = visible ? "`" + Character.toString(codePoint) + "` (" + name + ")" : name;
    return "the character " + shown + " means nothing here";
  }
}
