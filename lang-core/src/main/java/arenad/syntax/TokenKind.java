package arenad.syntax;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The kinds of tokens. Trivia (white space, comments, a byte order mark) are no tokens but what
/// stands between them.
///
/// Words that mean something only in some places (`type`, `test`, `region`, `requires`, `from` ...)
/// are identifiers; the parser knows them by their text.
public enum TokenKind {
  /// The end of the text; there is always exactly one, and it is last.
  END("the end of the file"),
  /// Characters that mean nothing.
  UNKNOWN("an unknown character"),

  NAME("a name"),
  INT("a number"),
  FLOAT("a number"),
  CHAR("a character"),
  STRING("a string"),

  /// `f"`
  TEXT_START("a string"),
  /// The characters of an f-string between its holes.
  TEXT_PART("text"),
  /// `{` of a hole
  HOLE_OPEN("{"),
  /// `:` before a format
  HOLE_COLON(":"),
  /// What stands between that colon and the brace.
  FORMAT("a format"),
  /// `}` of a hole
  HOLE_CLOSE("}"),
  /// The closing `"` of an f-string.
  TEXT_END("\""),

  AS("as", true),
  BREAK("break", true),
  CASE("case", true),
  CONST("const", true),
  CONTINUE("continue", true),
  DEFAULT("default", true),
  DEFER("defer", true),
  ELSE("else", true),
  EXPORT("export", true),
  FALSE("false", true),
  FN("fn", true),
  FOR("for", true),
  FUN("fun", true),
  IF("if", true),
  IMPORT("import", true),
  IN("in", true),
  LET("let", true),
  MATCH("match", true),
  NULL("null", true),
  RETURN("return", true),
  STRUCT("struct", true),
  TRUE("true", true),
  WHILE("while", true),

  PAREN_OPEN("("),
  PAREN_CLOSE(")"),
  BRACKET_OPEN("["),
  BRACKET_CLOSE("]"),
  BRACE_OPEN("{"),
  BRACE_CLOSE("}"),
  COMMA(","),
  SEMICOLON(";"),
  COLON(":"),
  DOT("."),
  DOT_DOT(".."),
  QUESTION("?"),
  QUESTION_DOT("?."),
  QUESTION_QUESTION("??"),
  FAT_ARROW("=>"),
  EQUALS("="),
  EQUALS_EQUALS("=="),
  BANG("!"),
  BANG_EQUALS("!="),
  LESS("<"),
  LESS_EQUALS("<="),
  /// `<<`
  LESS_LESS("<<"),
  /// Always single: the parser joins two adjacent ones to a shift, so that `Array<Array<T>>` closes.
  /// `>=>` is this one and an arrow.
  GREATER(">"),
  GREATER_EQUALS(">="),
  PLUS("+"),
  PLUS_EQUALS("+="),
  MINUS("-"),
  MINUS_EQUALS("-="),
  STAR("*"),
  STAR_EQUALS("*="),
  SLASH("/"),
  SLASH_EQUALS("/="),
  PERCENT("%"),
  PERCENT_EQUALS("%="),
  AMPERSAND("&"),
  AMPERSAND_AMPERSAND("&&"),
  BAR("|"),
  BAR_BAR("||"),
  CARET("^"),
  TILDE("~");

  private static final TokenKind[] VALUES = values();
  private static final Map<String, TokenKind> KEYWORDS = keywords();

  private final String text;
  private final boolean keyword;

  TokenKind(String text) {
    this(text, false);
  }

  TokenKind(String text, boolean keyword) {
    this.text = text;
    this.keyword = keyword;
  }

  /// The kind with that [ordinal][#ordinal].
  static TokenKind at(int ordinal) {
    return VALUES[ordinal];
  }

  /// The keyword that `word` is, or null.
  public static @Nullable TokenKind keyword(String word) {
    return KEYWORDS.get(word);
  }

  public boolean isKeyword() {
    return keyword;
  }

  /// Whether the token always has the same text.
  public boolean isFixed() {
    return keyword || compareTo(PAREN_OPEN) >= 0;
  }

  /// How a message names it: "`;`", "a name".
  public String described() {
    return isFixed() ? "`" + text + "`" : text;
  }

  private static Map<String, TokenKind> keywords() {
    Map<String, TokenKind> keywords = new HashMap<>();
    for (TokenKind kind : VALUES) {
      if (kind.keyword) {
        keywords.put(kind.text, kind);
      }
    }
    return Map.copyOf(keywords);
  }
}
