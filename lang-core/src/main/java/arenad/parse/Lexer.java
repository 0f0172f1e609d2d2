package arenad.parse;

import static arenad.syntax.TokenKind.*;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.syntax.TokenKind;
import arenad.syntax.Tokens;
import arenad.text.SourceText;
import org.jspecify.annotations.Nullable;

/// Text to tokens. Every character ends up in a token or in the trivia between two.
///
/// An f-string is several tokens; the lexer keeps a stack of the f-strings and holes it is in. One
/// ends on the line on which it begins, so a forgotten quote costs a line and no more.
final class Lexer {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String text;
  private final Tokens.Builder tokens;
  private final SyntaxErrors errors;
  private final TextStack texts = new TextStack();
  private int at;
  private boolean startsLine = true;

  private Lexer(SourceText source, SyntaxErrors errors) {
    this.text = source.text();
    this.tokens = new Tokens.Builder(text.length());
    this.errors = errors;
  }

  static Tokens tokens(SourceText source, SyntaxErrors errors) {
    Lexer lexer = new Lexer(source, errors);
    lexer.run();
    return lexer.tokens.build(source);
  }

  private void run() {
    if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      at = 1;
    }
    while (true) {
      if (texts.inText()) {
        textPart();
        continue;
      }
      trivia();
      if (texts.inHole() && (startsLine || at >= text.length())) {
        endTexts();
      } else if (at >= text.length()) {
        break;
      } else {
        token();
      }
    }
    tokens.add(END, text.length(), text.length(), startsLine);
  }

  private void trivia() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Characters.isSpace(c)) {
        startsLine |= Characters.isLineBreak(c);
        at++;
      } else if (c == '/' && Trivia.commentEnd(text, at) > at) {
        comment();
      } else {
        return;
      }
    }
  }

  private void comment() {
    if (Trivia.isUnclosed(text, at)) {
      errors.add(Code.E0003, at, at + 2, "this comment does not end");
    }
    int end = Trivia.commentEnd(text, at);
    for (int i = at; i < end && !startsLine; i++) {
      startsLine = Characters.isLineBreak(text.charAt(i));
    }
    at = end;
  }

  private void add(TokenKind kind, int end) {
    tokens.add(kind, at, end, startsLine);
    startsLine = false;
    at = end;
  }

  private void token() {
    char c = text.charAt(at);
    if (c == '"') {
      string();
    } else if (c == 'f' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
      texts.openText(new TextStack.Outermost(at, tokens.count(), errors.count(), startsLine));
      add(TEXT_START, at + 2);
    } else if (Characters.isDigit(c)) {
      number();
    } else if (c == '\'') {
      character();
    } else if (Characters.isNameStart(text.codePointAt(at))) {
      name();
    } else {
      punctuation(c);
    }
  }

  private void name() {
    int end = nameEnd(at);
    TokenKind keyword = keyword(end);
    add(keyword == null ? NAME : keyword, end);
  }

  private @Nullable TokenKind keyword(int end) {
    boolean possible = end - at <= 8 && text.charAt(at) >= 'a' && text.charAt(at) <= 'w';
    return possible ? TokenKind.keyword(text.substring(at, end)) : null;
  }

  private int nameEnd(int from) {
    int end = from;
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      if (!Characters.isNamePart(codePoint)) {
        break;
      }
      end += Character.charCount(codePoint);
    }
    return end;
  }

  private void number() {
    Numbers.Scan scan = Numbers.scan(text, at);
    int end = nameEnd(scan.end());
    if (end > scan.end() || !scan.complete()) {
      errors.add(
          Code.E0008, at, end, "`" + text.substring(at, end) + "` is not a number of the language");
    }
    add(scan.isFloat() ? FLOAT : INT, end);
  }

  private void character() {
    int end = at + 1;
    boolean closed = false;
    while (end < text.length() && !closed && !Characters.isLineBreak(text.charAt(end))) {
      char c = text.charAt(end);
      closed = c == '\'';
      end += c == '\\' ? Escapes.length(text, end, lineEnd(end)) : 1;
    }
    if (!closed) {
      errors.add(Code.E0009, at, at + 1, "this character is not closed on its line");
      end = Math.min(end, at + 2);
    } else if (Escapes.character(text.substring(at, end)) == null) {
      boolean escape = text.charAt(at + 1) == '\\';
      if (!escape || !wrongEscape(at + 1, end)) {
        errors.add(
            Diagnostic.of(
                    Code.E0009,
                    errors.place(at, end),
                    "a character literal holds exactly one character")
                .help("text stands in double quotes"));
      }
    }
    add(CHAR, end);
  }

  private int lineEnd(int from) {
    int end = from;
    while (end < text.length() && !Characters.isLineBreak(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private void string() {
    int end = Strings.end(text, at);
    if (end < 0) {
      int lineEnd = lineEnd(at);
      if (texts.inHole()) {
        endTexts();
      } else {
        errors.add(Code.E0002, at, lineEnd, "this string is not closed on its line");
        add(STRING, lineEnd);
      }
      return;
    }
    for (int i = at + 1; i < end; i++) {
      if (text.charAt(i) == '\\') {
        wrongEscape(i, end);
        i += Escapes.length(text, i, end) - 1;
      }
    }
    add(STRING, end);
  }

  /// Complains of the escape at `i` if it does not exist.
  private boolean wrongEscape(int i, int end) {
    int length = Escapes.length(text, i, end);
    String escape = text.substring(i, i + length);
    if (Escapes.value(escape) != Escapes.NONE) {
      return false;
    }
    errors.add(Code.E0007, i, i + length, "`" + escape + "` is not an escape of the language");
    return true;
  }

  /// The characters of an f-string up to a hole, its end, or the end of the line.
  private void textPart() {
    int end = at;
    while (true) {
      char c = end < text.length() ? text.charAt(end) : '\n';
      boolean doubled = end + 1 < text.length() && text.charAt(end + 1) == c;
      if (c == '"' || Characters.isLineBreak(c) || (c == '{' && !doubled)) {
        break;
      }
      if (c == '}' && !doubled) {
        errors.add(Code.E0001, end, end + 1, "a brace in the text of an f-string is written `}}`");
      } else if (c == '\\') {
        wrongEscape(end, lineEnd(end));
        end += Escapes.length(text, end, lineEnd(end)) - 1;
      } else if (c == '{' || c == '}') {
        end++;
      }
      end++;
    }
    if (end > at) {
      add(TEXT_PART, end);
    }
    char c = at < text.length() ? text.charAt(at) : '\n';
    if (c == '"') {
      texts.close();
      add(TEXT_END, at + 1);
    } else if (c == '{') {
      texts.openHole(at);
      add(HOLE_OPEN, at + 1);
    } else {
      endTexts();
    }
  }

  /// The line has ended in an f-string: all of the line from where it began becomes one token, since
  /// what the characters in it were meant to be is anybody's guess.
  private void endTexts() {
    TextStack.Outermost outermost = texts.outermost();
    boolean inHole = texts.inHole();
    tokens.backTo(outermost.tokens());
    errors.backTo(outermost.errors());
    if (inHole) {
      int hole = texts.lastHole();
      errors.add(Code.E0002, hole, hole + 1, "this hole of an f-string is not closed on its line");
    } else {
      int start = outermost.start();
      errors.add(Code.E0002, start, start + 2, "this f-string is not closed on its line");
    }
    texts.clear();
    at = outermost.start();
    startsLine = outermost.startsLine();
    add(STRING, lineEnd(at));
  }

  private void punctuation(char c) {
    TokenKind kind = Punctuation.at(text, at);
    if (kind == null) {
      unknown();
      return;
    }
    if (texts.inHole()) {
      if (c == '}' && texts.depth() == 0) {
        texts.close();
        add(HOLE_CLOSE, at + 1);
        return;
      }
      if (kind == COLON && texts.colonBeginsFormat()) {
        format();
        return;
      }
      texts.pass(kind);
    }
    add(kind, at + Punctuation.length(kind));
  }

  private void format() {
    add(HOLE_COLON, at + 1);
    int end = at;
    while (end < text.length()
        && text.charAt(end) != '}'
        && text.charAt(end) != '"'
        && !Characters.isLineBreak(text.charAt(end))) {
      end++;
    }
    if (end > at) {
      add(FORMAT, end);
    }
  }

  private void unknown() {
    int end = at;
    while (end < text.length() && !Characters.isKnown(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    errors.add(Code.E0006, at, end, Unknown.described(text.substring(at, end)));
    add(UNKNOWN, end);
  }
}
