package arenad.parse;

import arenad.syntax.Tokens;

/// Tells `pick<&Node>(a)` from `a < b`: looks ahead for a list of types in angle brackets.
final class TypeArgs {
  /// A longer list is not taken for one; keeps a chain of comparisons linear.
  private static final int REACH = 256;

  private TypeArgs() {}

  /// The token after the `>` that closes the `<` at `open`, or -1 if what stands between cannot be
  /// types.
  static int end(Tokens tokens, int open, int limit) {
    int angles = 0;
    int others = 0;
    int end = Math.min(limit, open + REACH);
    for (int at = open; at < end; at++) {
      switch (tokens.kind(at)) {
        case LESS -> angles++;
        case GREATER -> {
          angles--;
          if (angles == 0) {
            return others == 0 ? at + 1 : -1;
          }
        }
        case PAREN_OPEN, BRACKET_OPEN -> others++;
        case PAREN_CLOSE, BRACKET_CLOSE -> {
          if (--others < 0) {
            return -1;
          }
        }
        case NAME,
            CONST,
            DOT,
            COMMA,
            COLON,
            AMPERSAND,
            AMPERSAND_AMPERSAND,
            BAR,
            QUESTION,
            FAT_ARROW,
            INT,
            STRING -> {}
        default -> {
          return -1;
        }
      }
    }
    return -1;
  }
}
