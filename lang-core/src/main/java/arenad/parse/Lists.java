package arenad.parse;

import static arenad.syntax.TokenKind.*;

import arenad.syntax.TokenKind;

/// What all bracketed lists share: commas, a trailing one too, and recovery at the closing bracket.
final class Lists {
  private Lists() {}

  /// Whether another element may follow, after one has been read.
  static boolean goesOn(Cursor in, TokenKind close) {
    return in.eat(COMMA) && !in.at(close);
  }

  /// Whether the list that has just been opened has elements.
  static boolean hasElements(Cursor in, TokenKind close) {
    return !in.at(close) && !in.atEnd();
  }

  /// Takes the closing bracket of the list opened at token `open`. What stands before it although it
  /// does not belong there becomes an error.
  static void close(Cursor in, int open, TokenKind close) {
    if (in.eat(close)) {
      return;
    }
    int closing = in.closing(open);
    in.expected("`,` or " + close.described());
    if (closing >= in.position()) {
      in.skipTo(closing);
      in.eat(close);
    }
  }
}
