package arenad.parse;

import arenad.syntax.TokenKind;
import arenad.syntax.Tokens;
import arenad.text.LineColumn;

/// The tokens of a text, one a line: position (one-based), kind, text. What `arenad dump tokens` shows.
public final class TokenListing {
  private TokenListing() {}

  public static String of(Tokens tokens) {
    StringBuilder out = new StringBuilder();
    for (int token = 0; token < tokens.count(); token++) {
      LineColumn position = tokens.text().position(tokens.start(token));
      TokenKind kind = tokens.kind(token);
      out.append(position.line() + 1).append(':').append(position.column() + 1);
      out.append(' ').append(kind);
      if (!kind.isFixed() && kind != TokenKind.END) {
        out.append(' ').append(Quoted.of(tokens.textOf(token)));
      }
      out.append('\n');
    }
    return out.toString();
  }
}
