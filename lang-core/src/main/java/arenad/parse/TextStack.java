package arenad.parse;

import arenad.syntax.TokenKind;
import java.util.Arrays;

/// The f-strings and holes the lexer is in, outermost first. Scratch state of one run.
final class TextStack {
  /// Depth of brackets in a hole, or [#TEXT] for the text of an f-string.
  private int[] depths = new int[8];

  /// How many `?` of the hole still wait for their `:`.
  private int[] questions = new int[8];

  private int size;
  private int outermost;

  private static final int TEXT = -1;

  boolean inText() {
    return size > 0 && depths[size - 1] == TEXT;
  }

  boolean inHole() {
    return size > 0 && depths[size - 1] != TEXT;
  }

  /// Offset of the outermost f-string.
  int outermost() {
    return outermost;
  }

  /// How many brackets are open in the hole.
  int depth() {
    return depths[size - 1];
  }

  void openText(int start) {
    if (size == 0) {
      outermost = start;
    }
    push(TEXT);
  }

  void openHole() {
    push(0);
  }

  void close() {
    size--;
  }

  void clear() {
    size = 0;
  }

  /// Whether a colon here is not that of a `? :` and not inside brackets.
  boolean colonBeginsFormat() {
    return depths[size - 1] == 0 && questions[size - 1] == 0;
  }

  /// Notes a token of the hole.
  void pass(TokenKind kind) {
    int top = size - 1;
    switch (kind) {
      case PAREN_OPEN, BRACKET_OPEN, BRACE_OPEN -> depths[top]++;
      case PAREN_CLOSE, BRACKET_CLOSE, BRACE_CLOSE -> depths[top] = Math.max(0, depths[top] - 1);
      case QUESTION -> questions[top] += depths[top] == 0 ? 1 : 0;
      case COLON -> questions[top] -= depths[top] == 0 ? 1 : 0;
      default -> {}
    }
  }

  private void push(int depth) {
    if (size == depths.length) {
      depths = Arrays.copyOf(depths, size * 2);
      questions = Arrays.copyOf(questions, size * 2);
    }
    depths[size] = depth;
    questions[size] = 0;
    size++;
  }
}
