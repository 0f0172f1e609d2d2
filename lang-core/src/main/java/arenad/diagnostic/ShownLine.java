package arenad.diagnostic;

import arenad.text.Columns;

/// A line of source as a terminal shows it: tabs become spaces, wide characters take two columns, and
/// of a very long line only the part around a span is shown.
///
/// @param shown what is printed
/// @param from column of the span's first character in it
/// @param width columns that the span takes, at least 1
record ShownLine(String shown, int from, int width) {
  private static final int WIDEST = 160;
  private static final int BEFORE_SPAN = 40;

  /// @param start index in `line` of the span's first character
  /// @param end index after its last
  static ShownLine of(String line, int start, int end) {
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
    return new ShownLine(shown.toString(), from, Math.max(1, to - from));
  }

  private static int put(StringBuilder shown, int c, int column) {
    int next = Columns.after(column, c);
    if (c == '\t') {
      shown.append(" ".repeat(next - column));
    } else if (Character.isISOControl(c) || c >= 0xD800 && c <= 0xDFFF) {
      shown.append('\uFFFD');
    } else {
      shown.appendCodePoint(c);
    }
    return next;
  }
}
