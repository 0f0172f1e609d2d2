package arenad.diagnostic;

/// A line of source as a terminal shows it: tabs become spaces, wide characters take two columns, and
/// of a very long line only the part around a span is shown.
///
/// @param shown what is printed
/// @param from column of the span's first character in it
/// @param width columns that the span takes, at least 1
record Columns(String shown, int from, int width) {
  private static final int TAB = 4;
  private static final int WIDEST = 160;
  private static final int BEFORE_SPAN = 40;

  /// @param start index in `line` of the span's first character
  /// @param end index after its last
  static Columns of(String line, int start, int end) {
    int cutFront = line.length() > WIDEST ? Math.max(0, start - BEFORE_SPAN) : 0;
    int cutBack = Math.min(line.length(), cutFront + WIDEST);
    StringBuilder shown = new StringBuilder(cutFront > 0 ? "..." : "");
    int column = shown.length();
    int from = column;
    int to = column;
    int index = cutFront;
    while (index < cutBack) {
      int c = line.codePointAt(index);
      if (index == start) {
        from = column;
      }
      column = put(shown, c, column);
      index += Character.charCount(c);
      if (index <= end) {
        to = column;
      }
    }
    if (start >= index) {
      from = column;
    }
    if (cutBack < line.length()) {
      shown.append("...");
    }
    return new Columns(shown.toString(), from, Math.max(1, to - from));
  }

  private static int put(StringBuilder shown, int c, int column) {
    if (c == '\t') {
      int next = (column / TAB + 1) * TAB;
      shown.append(" ".repeat(next - column));
      return next;
    }
    if (Character.isISOControl(c) || c >= 0xD800 && c <= 0xDFFF) {
      shown.append('\uFFFD');
      return column + 1;
    }
    shown.appendCodePoint(c);
    return column + width(c);
  }

  /// After the East Asian Width property (Unicode Standard Annex #11), by blocks.
  private static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide =
        c >= 0x1100 && c <= 0x115F
            || c >= 0x2E80 && c <= 0xA4CF
            || c >= 0xAC00 && c <= 0xD7A3
            || c >= 0xF900 && c <= 0xFAFF
            || c >= 0xFE30 && c <= 0xFE6F
            || c >= 0xFF00 && c <= 0xFF60
            || c >= 0xFFE0 && c <= 0xFFE6
            || c >= 0x1F300 && c <= 0x1F64F
            || c >= 0x1F900 && c <= 0x1F9FF
            || c >= 0x20000 && c <= 0x3FFFD;
    return wide ? 2 : 1;
  }
}
