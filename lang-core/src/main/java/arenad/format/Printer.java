package arenad.format;

import arenad.syntax.TokenKind;
import arenad.syntax.Tokens;
import java.util.List;

/// Prints the tokens and comments of a text, one after the other.
final class Printer {
  private static final String STEP = "  ";

  private final Shape shape;
  private final Tokens tokens;
  private final Spacing spacing;
  private final LineBreaks breaks;
  private final Indentation indentation;
  private final Lines out = new Lines();
  private int level;
  private boolean lineBeginsWithComment;

  Printer(Shape shape) {
    this.shape = shape;
    this.tokens = shape.tokens();
    this.spacing = new Spacing(shape);
    this.breaks = new LineBreaks(shape);
    this.indentation = new Indentation(shape);
  }

  String print() {
    for (int token = 0; token < tokens.count(); token++) {
      if (shape.isUntouched(token)) {
        verbatim(token);
      } else {
        gap(token);
      }
      indentation.stands(token, level);
      word(token);
    }
    if (!out.atStart()) {
      out.end();
    }
    return out.text();
  }

  private void word(int token) {
    lines(tokens.textOf(token));
  }

  /// What is inside a declaration that is left alone, and before it.
  private void verbatim(int token) {
    lines(tokens.text().substring(tokens.triviaStart(token), tokens.start(token)));
  }

  private void lines(String text) {
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        out.end();
      }
      out.append(lines[i]);
    }
  }

  /// What stands between a token and the one before it.
  private void gap(int token) {
    String trivia = tokens.text().substring(tokens.triviaStart(token), tokens.start(token));
    List<Comment> comments = Comment.in(trivia);
    boolean lineEnded = false;
    lineBeginsWithComment = false;
    for (Comment comment : comments) {
      lineEnded = comment(comment, token);
    }
    int breaksBehind = Comment.breaksAtEnd(trivia);
    boolean beginsBehindComment = lineBeginsWithComment && !lineEnded && breaksBehind == 0;
    boolean breaksHere = breaks.before(token) && !(beginsBehindComment && !closes(token));
    boolean afterComment = !comments.isEmpty() && breaksBehind > 0;
    if (breaksHere || lineEnded || afterComment) {
      endLine();
      if (breaksBehind > 1 && (breaks.mayHaveEmptyLineBefore(token) || !comments.isEmpty())) {
        emptyLine(token);
      }
      begin(token);
    } else if (token > 0 && (!comments.isEmpty() || spacing.before(token))) {
      out.append(" ");
    }
  }

  private boolean closes(int token) {
    return shape.closes(shape.owner(token), token);
  }

  /// Prints a comment; says whether its line must end.
  private boolean comment(Comment comment, int token) {
    boolean ownLine = token == 0 || comment.breaksBefore() > 0 || out.atStart();
    if (ownLine) {
      lineBeginsWithComment = true;
      endLine();
      if (comment.breaksBefore() > 1
          && shape.kind(Math.max(0, token - 1)) != TokenKind.BRACE_OPEN) {
        out.endWithEmptyLine();
      }
      level = indentation.ofCommentBefore(token);
      out.append(STEP.repeat(level));
    }
    if (comment.toEndOfLine() && !ownLine) {
      out.appendComment(comment.text());
      return true;
    }
    out.append(ownLine ? "" : " ");
    List<String> lines = comment.lines(STEP.repeat(level));
    for (int i = 0; i < lines.size(); i++) {
      if (i > 0) {
        out.end();
      }
      out.append(lines.get(i));
    }
    return comment.toEndOfLine();
  }

  private void endLine() {
    if (!out.atStart()) {
      out.end();
    }
  }

  private void emptyLine(int token) {
    if (shape.kind(token) != TokenKind.END && !closes(token)) {
      out.endWithEmptyLine();
    }
  }

  private void begin(int token) {
    level = indentation.ofLine(token);
    if (shape.kind(token) != TokenKind.END) {
      out.append(STEP.repeat(level));
    }
  }
}
