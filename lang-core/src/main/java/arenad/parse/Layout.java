package arenad.parse;

import arenad.syntax.Tokens;
import arenad.text.Columns;
import arenad.text.SourceText;

/// Where tokens stand on their lines.
final class Layout {
  private final Tokens tokens;
  private final SourceText text;

  Layout(Tokens tokens) {
    this.tokens = tokens;
    this.text = tokens.text();
  }

  /// The column of a token, as an editor shows it.
  int column(int token) {
    int start = tokens.start(token);
    int lineStart = text.lineStart(text.lineOf(start));
    return Columns.width(text.text(), lineStart, start);
  }

  /// How far the line of `token` is indented.
  int indent(int token) {
    int lineStart = text.lineStart(text.lineOf(tokens.start(token)));
    int first = lineStart;
    while (first < text.length() && (text.charAt(first) == ' ' || text.charAt(first) == '\t')) {
      first++;
    }
    return Columns.width(text.text(), lineStart, first);
  }
}
