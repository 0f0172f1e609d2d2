package arenad.text;

import java.util.Arrays;

/// The text of one source file, immutable, with an index of its lines.
///
/// Offsets are UTF-16 units. A byte that is not UTF-8 becomes one lone surrogate U+DC80 to U+DCFF,
/// which no valid text contains, so the bytes can always be had back.
public final class SourceText {
  private final String text;
  private final int[] lineStarts;
  private final int firstMalformed;

  private SourceText(String text, int firstMalformed) {
    this.text = text;
    this.lineStarts = lineStarts(text);
    this.firstMalformed = firstMalformed;
  }

  /// The text of a file's bytes; none are refused.
  public static SourceText of(byte[] bytes) {
    return Utf8.isAscii(bytes) ? new SourceText(Utf8.ascii(bytes), -1) : decoded(bytes);
  }

  /// A text that is characters already, such as an editor's.
  public static SourceText of(String text) {
    return new SourceText(text, -1);
  }

  private static SourceText decoded(byte[] bytes) {
    String text = Utf8.decode(bytes);
    return new SourceText(text, Utf8.firstMalformed(text));
  }

  public String text() {
    return text;
  }

  public int length() {
    return text.length();
  }

  public char charAt(int offset) {
    return text.charAt(offset);
  }

  public String substring(int start, int end) {
    return text.substring(start, end);
  }

  /// The bytes of the file, exactly as they were.
  public byte[] bytes() {
    return Utf8.encode(text);
  }

  /// Offset of the first byte that was not UTF-8, or -1.
  public int firstMalformed() {
    return firstMalformed;
  }

  /// How many lines there are; a text that ends in a line break has an empty last line.
  public int lineCount() {
    return lineStarts.length;
  }

  /// Offset of the first character of a line (zero-based).
  public int lineStart(int line) {
    return lineStarts[line];
  }

  /// Offset after the last character of a line, its line break not included.
  public int lineEnd(int line) {
    int end = line + 1 < lineStarts.length ? lineStarts[line + 1] : text.length();
    int start = lineStarts[line];
    if (end > start && text.charAt(end - 1) == '\n') {
      end--;
      if (end > start && text.charAt(end - 1) == '\r') {
        end--;
      }
    } else if (end > start && text.charAt(end - 1) == '\r' && line + 1 < lineStarts.length) {
      end--;
    }
    return end;
  }

  /// A line without its line break.
  public String line(int line) {
    return text.substring(lineStart(line), lineEnd(line));
  }

  /// The line (zero-based) on which `offset` stands; the end of the text is on the last line.
  public int lineOf(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found : -found - 2;
  }

  /// Line and column of an offset.
  public LineColumn position(int offset) {
    int line = lineOf(offset);
    return new LineColumn(line, offset - lineStarts[line]);
  }

  /// The offset of a position; one behind the end of its line is the line's end, one behind the text
  /// the text's.
  public int offset(LineColumn position) {
    if (position.line() >= lineStarts.length) {
      return text.length();
    }
    return Math.min(lineStarts[position.line()] + position.column(), lineEnd(position.line()));
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      boolean breaks = c == '\n' || (c == '\r' && (i + 1 == length || text.charAt(i + 1) != '\n'));
      if (breaks) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SourceText that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
