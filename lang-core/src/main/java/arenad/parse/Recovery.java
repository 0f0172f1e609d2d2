package arenad.parse;

import static arenad.syntax.TokenKind.*;

import arenad.syntax.TokenKind;

/// Where parsing goes on after a mistake.
final class Recovery {
  private Recovery() {}

  /// Takes what is left of a statement: up to its semicolon, the next line, or the end of its block.
  static void toStatement(Cursor in, boolean ofCase) {
    int end = in.position();
    while (end < in.limit() && !stops(in, end, ofCase)) {
      if (in.tokens().is(end, SEMICOLON)) {
        end++;
        break;
      }
      end = after(in, end);
    }
    in.skipTo(end);
    in.resume();
  }

  private static boolean stops(Cursor in, int token, boolean ofCase) {
    TokenKind kind = in.tokens().kind(token);
    return kind == BRACE_CLOSE
        || in.tokens().startsLine(token)
        || (ofCase && (kind == CASE || kind == DEFAULT));
  }

  /// The token after this one, or after the brackets that it opens.
  private static int after(Cursor in, int token) {
    int closing = in.closing(token);
    return closing < 0 ? token + 1 : closing + 1;
  }
}
