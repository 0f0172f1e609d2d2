package arenad.format;

import arenad.text.Columns;
import java.util.ArrayList;
import java.util.List;

/// The lines of the result, while they are written. Comments behind code are kept apart until all lines
/// are known, because they are aligned with those of the lines around them.
final class Lines {
  /// Code that is wider has its comment right behind it and aligns nobody else's.
  private static final int WIDEST = 80;

  private final List<Line> lines = new ArrayList<>();
  private final StringBuilder code = new StringBuilder();
  private String comment = "";

  private record Line(String code, String comment) {}

  boolean atStart() {
    return code.isEmpty() && comment.isEmpty();
  }

  void append(String text) {
    code.append(text);
  }

  /// Puts a comment behind the code of the line, which ends with it.
  void appendComment(String text) {
    if (code.toString().isBlank()) {
      code.append(text);
    } else {
      comment = text;
    }
  }

  void end() {
    lines.add(new Line(code.toString(), comment));
    code.setLength(0);
    comment = "";
  }

  /// An empty line, unless there is one already or nothing is before it.
  void endWithEmptyLine() {
    boolean pointless = lines.isEmpty() || lines.getLast().code().isEmpty();
    if (!pointless) {
      end();
    }
  }

  String text() {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < lines.size()) {
      int end = at;
      while (end < lines.size() && isAligned(lines.get(end))) {
        end++;
      }
      int column = 0;
      for (int i = at; i < end; i++) {
        column = Math.max(column, width(lines.get(i)));
      }
      for (int i = at; i < Math.max(end, at + 1); i++) {
        write(lines.get(i), column, out);
      }
      at = Math.max(end, at + 1);
    }
    return out.toString();
  }

  private static boolean isAligned(Line line) {
    return !line.comment().isEmpty() && width(line) <= WIDEST;
  }

  private static int width(Line line) {
    return Columns.width(line.code(), 0, line.code().length());
  }

  private static void write(Line line, int column, StringBuilder out) {
    out.append(line.code());
    if (!line.comment().isEmpty()) {
      out.repeat(' ', Math.max(0, column - width(line)) + 1).append(line.comment());
    }
    out.append('\n');
  }
}
