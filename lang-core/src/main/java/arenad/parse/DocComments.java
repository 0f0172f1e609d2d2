package arenad.parse;

import arenad.syntax.Tokens;
import java.util.ArrayList;
import java.util.List;

/// The doc comments in front of a declaration: `/// lines` and `/** blocks */`.
final class DocComments {
  private DocComments() {}

  /// The text of the doc comments right before a token, without the marks of comments; empty if there
  /// are none. Other comments and an empty line after a comment end what belongs to the token.
  static String before(Tokens tokens, int token) {
    String text = tokens.text().text();
    int at = tokens.triviaStart(token);
    int end = tokens.start(token);
    boolean sameLine = token > 0;
    List<String> lines = new ArrayList<>();
    int breaks = 0;
    while (at < end) {
      int comment = Trivia.commentEnd(text, at);
      if (comment == at) {
        breaks += text.charAt(at) == '\n' ? 1 : 0;
        sameLine &= text.charAt(at) != '\n';
        if (breaks > 1) {
          lines.clear();
        }
        at++;
      } else {
        if (!sameLine) {
          take(text.substring(at, comment), lines);
        }
        breaks = 0;
        at = comment;
      }
    }
    return String.join("\n", lines).strip();
  }

  private static void take(String comment, List<String> lines) {
    if (comment.startsWith("///")) {
      lines.add(withoutSpace(comment.substring(3)));
    } else if (comment.startsWith("/**") && comment.length() > 4) {
      int end = comment.endsWith("*/") ? comment.length() - 2 : comment.length();
      for (String line : comment.substring(3, end).split("\n")) {
        String inner = line.strip();
        lines.add(withoutSpace(inner.startsWith("*") ? inner.substring(1) : inner));
      }
    } else {
      lines.clear();
    }
  }

  private static String withoutSpace(String line) {
    String text = line.stripTrailing();
    return text.startsWith(" ") ? text.substring(1) : text;
  }
}
