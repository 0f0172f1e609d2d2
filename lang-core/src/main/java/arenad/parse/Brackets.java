package arenad.parse;

import static arenad.syntax.TokenKind.*;

import arenad.syntax.TokenKind;
import arenad.syntax.Tokens;
import java.util.Arrays;

/// Which bracket closes which, chunk by chunk, and which brace is to blame where they do not match.
final class Brackets {
  private final Tokens tokens;
  private final Layout layout;
  private int[] closing = new int[0];
  private int offset;
  private boolean stray;
  private int unclosed;
  private int unclosedEnd;

  Brackets(Tokens tokens, Layout layout) {
    this.tokens = tokens;
    this.layout = layout;
  }

  /// Looks at the tokens from `start` to `end` (exclusive) and forgets those before.
  void match(int start, int end) {
    offset = start;
    if (closing.length < end - start) {
      closing = new int[Math.max(end - start, closing.length * 2)];
    }
    unclosed = -1;
    unclosedEnd = -1;
    boolean braceLeft = pairUp(start, end);
    if (braceLeft) {
      findUnclosed(start, end);
      pairUp(start, end);
    }
  }

  /// Pairs up brackets; says whether a brace is left open.
  private boolean pairUp(int start, int end) {
    Arrays.fill(closing, 0, end - start, -1);
    stray = false;
    BracketStack open = new BracketStack();
    for (int at = start; at < end; at++) {
      if (at == unclosedEnd) {
        open.drop(unclosed);
      }
      TokenKind kind = tokens.kind(at);
      int opener = open.pass(kind, at);
      if (opener >= 0) {
        closing[opener - start] = at;
      } else {
        stray |= kind == BRACE_CLOSE;
      }
    }
    return open.hasBrace();
  }

  /// Finds the brace that is not closed: the first one after which a line begins no further right than
  /// the brace's own, as if the block had ended; or else the outermost one that is open at the end.
  private void findUnclosed(int start, int end) {
    BracketStack open = new BracketStack();
    for (int at = start; at < end; at++) {
      TokenKind kind = tokens.kind(at);
      if (!open.isEmpty() && tokens.startsLine(at) && endsBlock(at, open.innermost())) {
        unclosed = open.innermost();
        unclosedEnd = at;
        return;
      }
      if (kind == BRACE_OPEN || kind == BRACE_CLOSE) {
        open.pass(kind, at);
      }
    }
    unclosed = open.isEmpty() ? -1 : open.outermost();
  }

  /// Whether the line that begins at a token stands outside the block that a brace opens.
  private boolean endsBlock(int token, int brace) {
    int indent = layout.indent(brace);
    return switch (tokens.kind(token)) {
      case BRACE_CLOSE -> layout.column(token) < indent;
      case PAREN_CLOSE, BRACKET_CLOSE, BRACE_OPEN, FAT_ARROW -> false;
      default -> layout.column(token) <= indent;
    };
  }

  /// The token that closes the bracket at `token`, or -1.
  int closing(int token) {
    int index = token - offset;
    return index >= 0 && index < closing.length ? closing[index] : -1;
  }

  /// Whether a brace closes nothing.
  boolean hasStray() {
    return stray;
  }

  /// The brace that nothing closes, or -1. At most one is named.
  int unclosed() {
    return unclosed;
  }

  /// Where the block of the unclosed brace ends by layout; -1 if that is not known or it is another's.
  int blockEnd(int brace) {
    return brace == unclosed ? unclosedEnd : -1;
  }
}
