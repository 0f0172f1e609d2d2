package arenad.parse;

import arenad.syntax.Tokens;
import java.util.Arrays;

/// Which bracket closes which, chunk by chunk.
final class Brackets {
  private final Tokens tokens;
  private int[] closing = new int[0];
  private int offset;

  Brackets(Tokens tokens) {
    this.tokens = tokens;
  }

  /// Looks at the tokens from `start` to `end` (exclusive) and forgets those before.
  void match(int start, int end) {
    offset = start;
    if (closing.length < end - start) {
      closing = new int[Math.max(end - start, closing.length * 2)];
    }
    Arrays.fill(closing, 0, end - start, -1);
    BracketStack open = new BracketStack();
    for (int at = start; at < end; at++) {
      int opener = open.pass(tokens.kind(at), at);
      if (opener >= 0) {
        closing[opener - start] = at;
      }
    }
  }

  /// The token that closes the bracket at `token`, or -1.
  int closing(int token) {
    int index = token - offset;
    return index >= 0 && index < closing.length ? closing[index] : -1;
  }
}
