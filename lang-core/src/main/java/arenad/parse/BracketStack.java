package arenad.parse;

import static arenad.syntax.TokenKind.*;

import arenad.syntax.TokenKind;
import java.util.Arrays;

/// The brackets that are open. A brace that closes takes with it what was left open inside; a
/// parenthesis or bracket never closes a brace.
final class BracketStack {
  private TokenKind[] closers = new TokenKind[16];
  private int[] openers = new int[16];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  int depth() {
    return size;
  }

  /// The place of the bracket opened last.
  int innermost() {
    return openers[size - 1];
  }

  /// The place of the bracket that contains all others.
  int outermost() {
    return openers[0];
  }

  boolean hasBrace() {
    for (int i = 0; i < size; i++) {
      if (closers[i] == BRACE_CLOSE) {
        return true;
      }
    }
    return false;
  }

  /// Forgets the bracket opened at a place, and what is open inside it.
  void drop(int place) {
    for (int i = size - 1; i >= 0; i--) {
      if (openers[i] == place) {
        size = i;
      }
    }
  }

  /// Takes a token whose place does not matter.
  void pass(TokenKind kind) {
    pass(kind, 0);
  }

  /// Takes a token and tells the place of the bracket that it closes, or -1.
  int pass(TokenKind kind, int place) {
    return switch (kind) {
      case PAREN_OPEN -> push(PAREN_CLOSE, place);
      case BRACKET_OPEN -> push(BRACKET_CLOSE, place);
      case BRACE_OPEN -> push(BRACE_CLOSE, place);
      case HOLE_OPEN -> push(HOLE_CLOSE, place);
      case PAREN_CLOSE, BRACKET_CLOSE, BRACE_CLOSE, HOLE_CLOSE -> close(kind);
      default -> -1;
    };
  }

  private int push(TokenKind closer, int place) {
    if (size == closers.length) {
      closers = Arrays.copyOf(closers, size * 2);
      openers = Arrays.copyOf(openers, size * 2);
    }
    closers[size] = closer;
    openers[size] = place;
    size++;
    return -1;
  }

  private int close(TokenKind closer) {
    int at = size - 1;
    boolean strong = closer == BRACE_CLOSE || closer == HOLE_CLOSE;
    while (at >= 0 && closers[at] != closer && (strong || closers[at] != BRACE_CLOSE)) {
      at--;
    }
    if (at < 0 || closers[at] != closer) {
      return -1;
    }
    size = at;
    return openers[at];
  }
}
