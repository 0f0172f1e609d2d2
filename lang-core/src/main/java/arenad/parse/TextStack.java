package arenad.parse;

import arenad.syntax.TokenKind;
import java.util.Arrays;

/// The f-strings and holes the lexer is in, outermost first. Scratch state of one run.
final class TextStack {
  private static final int TEXT = -1;

  /// How things stood where the outermost f-string began.
  ///
  /// @param start its offset
  /// @param tokens how many tokens there were
  /// @param errors how many mistakes there were
  /// @param startsLine whether it begins its line
  record Outermost(int start, int tokens, int errors, boolean startsLine) {}

  /// Depth of brackets in a hole, or [#TEXT] for the text of an f-string.
  private int[] depths = new int[8];

  /// How many `?` of the hole still wait for their `:`.
  private int[] questions = new int[8];

  private int size;
  private Outermost outermost = new Outermost(0, 0, 0, false);
  private int lastHole;

  boolean inText() {
    return size > 0 && depths[size - 1] == TEXT;
  }

  boolean inHole() {
    return size > 0 && depths[size - 1] != TEXT;
  }

  Outermost outermost() {
    return outermost;
  }

  /// Offset of the hole opened last.
  int lastHole() {
    return lastHole;
  }

  /// How many brackets are open in the hole.
  int depth() {
    return depths[size - 1];
  }

  void openText(Outermost ifFirst) {
    if (size == 0) {
      outermost = ifFirst;
    }
    push(TEXT);
  }

  void openHole(int start) {
    lastHole = start;
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
