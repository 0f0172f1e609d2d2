package arenad.diagnostic;

import arenad.diagnostic.LocatedDiagnostic.LocatedEdit;
import arenad.text.SourceText;

/// Edits near a place, by offsets.
///
/// @param place where the edit's own place is
record LocatedEdits(Located place) {

  LocatedEdit of(Edit edit) {
    return switch (edit) {
      case Edit.Replace(_, String with) -> new LocatedEdit(place, with);
      case Edit.InsertBefore(_, String with) -> insertion(place.start(), with);
      case Edit.InsertAfter(_, String with) -> insertion(place.end(), with);
      case Edit.InsertLineBefore(_, String with) -> lineBefore(with);
      case Edit.InsertLineAfter(_, String with) -> lineAfter(with);
      case Edit.Require(_, String clause) -> requirement(clause);
      case Edit.Remove _ -> removal();
    };
  }

  /// Before the body, behind what is required already.
  private LocatedEdit requirement(String clause) {
    SourceText text = place.text();
    String head = text.substring(place.start(), text.length());
    int body = bodyOf(head);
    String before = head.substring(0, body);
    int end = place.start() + before.stripTrailing().length();
    boolean comma = before.stripTrailing().endsWith(",");
    boolean more = before.matches("(?s).*[)\\w>?]\\s+requires\\s.*");
    return insertion(end, (more ? comma ? " " : ", " : " requires ") + clause);
  }

  /// Where the `=>` or the brace of the body stands: the first outside of all brackets.
  private static int bodyOf(String head) {
    int depth = 0;
    for (int at = 0; at < head.length(); at++) {
      switch (head.charAt(at)) {
        case '(', '[' -> depth++;
        case ')', ']' -> depth--;
        case '{' -> {
          if (depth == 0) {
            return at;
          }
        }
        case '=' -> {
          if (depth == 0 && head.startsWith("=>", at)) {
            return at;
          }
        }
        default -> {}
      }
    }
    return head.length();
  }

  private LocatedEdit insertion(int offset, String with) {
    return new LocatedEdit(new Located(place.file(), place.text(), offset, offset), with);
  }

  /// On the same line where something stands before the place already.
  private LocatedEdit lineBefore(String with) {
    SourceText text = place.text();
    int line = text.lineOf(place.start());
    int lineStart = text.lineStart(line);
    String before = text.substring(lineStart, place.start());
    return before.isBlank()
        ? insertion(lineStart, before + with + lineBreak(line))
        : insertion(place.start(), with + " ");
  }

  /// On the same line where something other than a comment stands behind the place already.
  private LocatedEdit lineAfter(String with) {
    SourceText text = place.text();
    int line = text.lineOf(Math.max(place.start(), place.end() - 1));
    int lineEnd = text.lineEnd(line);
    int after = place.end();
    while (after < lineEnd && (text.charAt(after) == ' ' || text.charAt(after) == ';')) {
      after++;
    }
    String rest = text.substring(after, lineEnd);
    if (rest.isBlank() || rest.startsWith("//")) {
      String begin = lineBreak(line) + indent();
      return insertion(lineEnd, begin + with.replace("\n", begin));
    }
    String here = with.replace("\n", "; ");
    boolean closed = text.substring(place.start(), after).stripTrailing().matches("(?s).*[;}]");
    return closed ? insertion(after, here + " ") : insertion(place.end(), "; " + here);
  }

  private LocatedEdit removal() {
    SourceText text = place.text();
    int lineStart = text.lineStart(text.lineOf(place.start()));
    int start = withDefer(lineStart);
    int lastLine = text.lineOf(Math.max(place.start(), place.end() - 1));
    int lineEnd = text.lineEnd(lastLine);
    int end = place.end();
    while (end < lineEnd && (text.charAt(end) == ' ' || text.charAt(end) == ';')) {
      end++;
    }
    boolean alone =
        end == lineEnd
            && text.substring(lineStart, start).isBlank()
            && lastLine + 1 < text.lineCount();
    int from = alone ? lineStart : start;
    int to = alone ? text.lineStart(lastLine + 1) : end;
    return new LocatedEdit(new Located(place.file(), text, from, to), "");
  }

  /// A statement that is deferred goes with the word that says so.
  private int withDefer(int lineStart) {
    String before = place.text().substring(lineStart, place.start()).stripTrailing();
    return before.matches("(?s)(.*\\W)?defer")
        ? lineStart + before.length() - "defer".length()
        : place.start();
  }

  private String indent() {
    String line = place.text().line(place.text().lineOf(place.start()));
    return line.substring(0, line.length() - line.stripLeading().length());
  }

  private String lineBreak(int line) {
    SourceText text = place.text();
    int end = text.lineEnd(line);
    return end < text.length() && text.charAt(end) == '\r' ? "\r\n" : "\n";
  }
}
