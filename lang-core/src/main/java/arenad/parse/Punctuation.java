package arenad.parse;

import static arenad.syntax.TokenKind.*;

import arenad.syntax.TokenKind;
import org.jspecify.annotations.Nullable;

/// Brackets and operators, longest first.
final class Punctuation {
  private Punctuation() {}

  static @Nullable TokenKind at(String text, int at) {
    char next = at + 1 < text.length() ? text.charAt(at + 1) : '\0';
    return switch (text.charAt(at)) {
      case '(' -> PAREN_OPEN;
      case ')' -> PAREN_CLOSE;
      case '[' -> BRACKET_OPEN;
      case ']' -> BRACKET_CLOSE;
      case '{' -> BRACE_OPEN;
      case '}' -> BRACE_CLOSE;
      case ',' -> COMMA;
      case ';' -> SEMICOLON;
      case ':' -> COLON;
      case '.' -> next == '.' ? DOT_DOT : DOT;
      case '?' -> next == '.' ? QUESTION_DOT : next == '?' ? QUESTION_QUESTION : QUESTION;
      case '=' -> next == '=' ? EQUALS_EQUALS : next == '>' ? FAT_ARROW : EQUALS;
      case '!' -> next == '=' ? BANG_EQUALS : BANG;
      case '<' -> next == '=' ? LESS_EQUALS : next == '<' ? LESS_LESS : LESS;
      case '>' -> next == '=' && !text.startsWith(">=>", at) ? GREATER_EQUALS : GREATER;
      case '+' -> next == '=' ? PLUS_EQUALS : PLUS;
      case '-' -> next == '=' ? MINUS_EQUALS : MINUS;
      case '*' -> next == '=' ? STAR_EQUALS : STAR;
      case '/' -> next == '=' ? SLASH_EQUALS : SLASH;
      case '%' -> next == '=' ? PERCENT_EQUALS : PERCENT;
      case '&' -> next == '&' ? AMPERSAND_AMPERSAND : AMPERSAND;
      case '|' -> next == '|' ? BAR_BAR : BAR;
      case '^' -> CARET;
      case '~' -> TILDE;
      default -> null;
    };
  }

  static int length(TokenKind kind) {
    return switch (kind) {
      case DOT_DOT,
          QUESTION_DOT,
          QUESTION_QUESTION,
          EQUALS_EQUALS,
          FAT_ARROW,
          BANG_EQUALS,
          LESS_EQUALS,
          LESS_LESS,
          GREATER_EQUALS,
          PLUS_EQUALS,
          MINUS_EQUALS,
          STAR_EQUALS,
          SLASH_EQUALS,
          PERCENT_EQUALS,
          AMPERSAND_AMPERSAND,
          BAR_BAR ->
          2;
      default -> 1;
    };
  }
}
