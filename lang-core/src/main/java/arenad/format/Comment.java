package arenad.format;

import java.util.ArrayList;
import java.util.List;

/// A comment before a token.
///
/// @param text as written, without line breaks at its end
/// @param breaksBefore how many line breaks stand between it and what is before it
record Comment(String text, int breaksBefore) {

  boolean toEndOfLine() {
    return text.startsWith("//");
  }

  /// The lines of the comment; those of a block comment that begin with a star are lined up behind
  /// `indent`, all others stay as they are.
  List<String> lines(String indent) {
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\r\n|\r|\n", -1)) {
      String inner = line.strip();
      boolean starred = !lines.isEmpty() && inner.startsWith("*");
      lines.add(starred ? indent + " " + inner : line.stripTrailing());
    }
    return lines;
  }

  /// The comments in a stretch of trivia.
  static List<Comment> in(String trivia) {
    List<Comment> comments = new ArrayList<>();
    int breaks = 0;
    int at = 0;
    while (at < trivia.length()) {
      int end = commentEnd(trivia, at);
      if (end > at) {
        comments.add(new Comment(trivia.substring(at, end).stripTrailing(), breaks));
        breaks = 0;
        at = end;
      } else {
        breaks += isLineBreak(trivia, at) ? 1 : 0;
        at++;
      }
    }
    return comments;
  }

  /// How many line breaks stand behind the last comment of a stretch of trivia, or in all of it.
  static int breaksAtEnd(String trivia) {
    int breaks = 0;
    int at = 0;
    while (at < trivia.length()) {
      int end = commentEnd(trivia, at);
      if (end > at) {
        breaks = 0;
        at = end;
      } else {
        breaks += isLineBreak(trivia, at) ? 1 : 0;
        at++;
      }
    }
    return breaks;
  }

  private static boolean isLineBreak(String text, int at) {
    char c = text.charAt(at);
    boolean ofPair = at + 1 < text.length() && text.charAt(at + 1) == '\n';
    return c == '\n' || (c == '\r' && !ofPair);
  }

  private static int commentEnd(String text, int at) {
    if (text.startsWith("//", at)) {
      int end = at;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      return end;
    }
    if (text.startsWith("/*", at)) {
      int close = text.indexOf("*/", at + 2);
      return close < 0 ? text.length() : close + 2;
    }
    return at;
  }
}
