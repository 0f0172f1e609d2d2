package arenad.parse;

import static arenad.syntax.TokenKind.*;

import arenad.syntax.TokenKind;
import arenad.syntax.Tokens;

/// What the beginnings of declarations look like.
final class Headers {
  /// A header longer than this is not recognised as one; keeps recognition linear.
  private static final int REACH = 1_000;

  private final Tokens tokens;

  Headers(Tokens tokens) {
    this.tokens = tokens;
  }

  /// Whether a declaration of which no statement could be the beginning starts here, so that it ends
  /// whatever is open.
  boolean isSure(int token) {
    return switch (tokens.kind(token)) {
      case EXPORT, STRUCT, IMPORT -> true;
      case FN, FUN -> isFunction(token + 1);
      case NAME -> isSureWord(token) || isFunction(token);
      default -> false;
    };
  }

  private boolean isSureWord(int token) {
    TokenKind next = next(token);
    if (next == STRING) {
      return tokens.isWord(token, "test") || tokens.isWord(token, "extern");
    }
    if (next != NAME) {
      return false;
    }
    return tokens.isWord(token, "requirement")
        || tokens.isWord(token, "extern")
        || (tokens.isWord(token, "hot") && tokens.isWord(token + 1, "module"))
        || (tokens.isWord(token, "type") && (next(token + 1) == EQUALS || next(token + 1) == LESS));
  }

  /// Whether a declaration may start here, for one who knows that no statement does.
  boolean isPossible(int token) {
    return switch (tokens.kind(token)) {
      case EXPORT, STRUCT, IMPORT, CONST, FN, FUN -> true;
      case NAME -> isSure(token) || isRegion(token) || isWordAlone(token) || isCallLike(token);
      default -> false;
    };
  }

  /// Whether `region name` stands here.
  boolean isRegion(int token) {
    if (!tokens.is(token, NAME)) {
      return false;
    }
    return tokens.isWord(token, "region") && next(token) == NAME;
  }

  private boolean isWordAlone(int token) {
    return next(token) == NAME && (tokens.isWord(token, "type") || tokens.isWord(token, "hot"));
  }

  private boolean isCallLike(int token) {
    return next(token) == PAREN_OPEN || next(token) == LESS;
  }

  /// Whether `name<...>(...)` followed by what only a declaration has begins here.
  boolean isFunction(int token) {
    if (tokens.kind(token) != NAME) {
      return false;
    }
    int at = token + 1;
    if (tokens.is(at, LESS)) {
      at = TypeArgs.end(tokens, at, tokens.count());
    }
    if (at < 0 || !tokens.is(at, PAREN_OPEN)) {
      return false;
    }
    int after = afterParens(at);
    if (after < 0) {
      return false;
    }
    return switch (tokens.kind(after)) {
      case COLON, FAT_ARROW -> true;
      case BRACE_OPEN -> !tokens.startsLine(after) || opensParams(at);
      case NAME -> tokens.isWord(after, "requires");
      default -> false;
    };
  }

  /// Whether what stands in these parentheses can only be parameters. Empty ones may be a call's, with a
  /// block on the line below.
  private boolean opensParams(int open) {
    return tokens.is(open + 1, NAME)
        && (next(open + 1) == COLON || tokens.isWord(open + 1, "self"));
  }

  private int afterParens(int open) {
    int depth = 0;
    int end = Math.min(tokens.count(), open + REACH);
    for (int at = open; at < end; at++) {
      switch (tokens.kind(at)) {
        case PAREN_OPEN -> depth++;
        case PAREN_CLOSE -> {
          depth--;
          if (depth == 0) {
            return at + 1;
          }
        }
        case BRACE_OPEN, BRACE_CLOSE, SEMICOLON, END -> {
          return -1;
        }
        default -> {}
      }
    }
    return -1;
  }

  private TokenKind next(int token) {
    return token + 1 < tokens.count() ? tokens.kind(token + 1) : END;
  }
}
