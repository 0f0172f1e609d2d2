package arenad.text;

/// How far to the right a character stands, as an editor shows it.
public final class Columns {
  /// A tab goes on to the next multiple of this.
  public static final int TAB = 4;

  private Columns() {}

  /// The column (zero-based) after `text[start, end)` when it begins at column 0 of a line.
  public static int width(String text, int start, int end) {
    int column = 0;
    int at = start;
    while (at < end) {
      int codePoint = text.codePointAt(at);
      column = after(column, codePoint);
      at += Character.charCount(codePoint);
    }
    return column;
  }

  /// The column after `codePoint` when it stands at `column`.
  public static int after(int column, int codePoint) {
    return codePoint == '\t' ? column + TAB - column % TAB : column + cells(codePoint);
  }

  /// How many cells of a terminal a character takes: none for marks that sit on others, two for East
  /// Asian wide ones and pictures, else one.
  public static int cells(int codePoint) {
    if (codePoint < 0x300) {
      return 1;
    }
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || codePoint == 0x200D
        || codePoint == 0xFEFF) {
      return 0;
    }
    return isWide(codePoint) ? 2 : 1;
  }

  /// The blocks that Unicode's East Asian Width (UAX 11) calls wide or fullwidth, in outline.
  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0x303E)
        || (c >= 0x3041 && c <= 0xA4CF)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x1F300 && c <= 0x1F64F)
        || (c >= 0x1F680 && c <= 0x1F6FF)
        || (c >= 0x1F900 && c <= 0x1F9FF)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }
}
