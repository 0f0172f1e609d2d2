package arenad.parse;

import static arenad.syntax.TokenKind.*;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Place;
import arenad.syntax.TokenKind;
import arenad.syntax.Tokens;

/// How mistakes of syntax are put.
final class Messages {
  private Messages() {}

  /// "expected `;`, found `x`": at the token found, or behind the one before it when that ends a line.
  static Diagnostic expected(Cursor in, String what, SyntaxErrors errors) {
    Tokens tokens = in.tokens();
    int at = in.position();
    boolean atEnd = in.atEnd() || in.startsLine();
    String message = "expected " + what + found(in);
    if (atEnd && at > 0) {
      int end = tokens.end(at - 1);
      Diagnostic behind = Diagnostic.of(Code.E0001, errors.place(end, end), message);
      return helped(tokens, at, behind.labelled("expected here"));
    }
    return helped(tokens, at, Diagnostic.of(Code.E0001, token(tokens, at, errors), message));
  }

  /// "expected a field, found `x`", wherever the token stands.
  static Diagnostic unexpected(Tokens tokens, int at, String what, SyntaxErrors errors) {
    String message = "expected " + what + ", found " + described(tokens, at);
    return helped(tokens, at, Diagnostic.of(Code.E0001, token(tokens, at, errors), message));
  }

  private static Place token(Tokens tokens, int at, SyntaxErrors errors) {
    return errors.place(tokens.start(at), tokens.end(at));
  }

  private static Diagnostic helped(Tokens tokens, int at, Diagnostic diagnostic) {
    String instead = Habits.instead(tokens, at);
    return instead == null ? diagnostic : diagnostic.help(instead);
  }

  private static String found(Cursor in) {
    if (in.position() >= in.limit()) {
      return in.tokens().is(in.position(), END) ? ", found the end of the file" : "";
    }
    return in.startsLine() ? "" : ", found " + described(in.tokens(), in.position());
  }

  /// A token as a message names it.
  static String described(Tokens tokens, int token) {
    TokenKind kind = tokens.kind(token);
    if (kind.isFixed()) {
      return kind.described();
    }
    String text = tokens.textOf(token);
    boolean showable = text.length() <= 40 && text.indexOf('\n') < 0 && kind != UNKNOWN;
    return showable ? "`" + text + "`" : kind.described();
  }
}
