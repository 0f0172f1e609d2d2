package arenad.parse;

import static arenad.syntax.TokenKind.*;

import arenad.syntax.TokenKind;
import arenad.syntax.Tokens;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What people write out of habit from other languages, and how it is written here.
///
/// A habit is known by the token that cannot stand where it stands and the ones right before it; it never
/// changes what is accepted.
final class Habits {
  private static final String COUNTING =
      "a loop over numbers is written `for (i in 0..10) { ... }`";
  private static final String ELEMENTS = "a loop over elements is written `for (x in xs) { ... }`";
  private static final String FAILURE =
      "there are no exceptions: return a union such as `Value | Error`, or end the program with"
          + " `panic`";

  private static final String IS_EQUAL = "`==` compares; an assignment is a statement of its own";
  private static final String THREE_SIGNS = "`==` and `!=` never convert, so there is no `===`";
  private static final String RESULT =
      "the type of the result follows a colon: `f(): i32 => { ... }`";
  private static final String MEMBER = "a member follows a dot: `math.sqrt`";
  private static final String MODULE = "a module is named without quotes: `from std.math`";

  /// Words that begin a declaration elsewhere.
  private static final Map<String, String> ITEMS =
      Map.ofEntries(
          Map.entry("union", "a union is declared by `type Shape = Circle | Square;`"),
          Map.entry("enum", "a union is declared by `type Shape = Circle | Square;`"),
          Map.entry("class", "use `struct`; methods stand among its fields"),
          Map.entry("record", "use `struct`"),
          Map.entry("interface", "use `requirement`: a type meets it by having its members"),
          Map.entry("trait", "use `requirement`: a type meets it by having its members"),
          Map.entry("impl", "methods stand among the fields of their struct"),
          Map.entry("function", "a function is declared by `name(x: i32): i32 => { ... }`"),
          Map.entry("func", "a function is declared by `name(x: i32): i32 => { ... }`"),
          Map.entry("def", "a function is declared by `name(x: i32): i32 => { ... }`"),
          Map.entry("pub", "use `export`"),
          Map.entry("public", "use `export`"),
          Map.entry("private", "what is not exported is private already"),
          Map.entry("use", "use `import { name } from module;`"),
          Map.entry("var", "there are no global variables; a constant is declared by `const`"),
          Map.entry("static", "there are no global variables; a constant is declared by `const`"));

  /// Words that mean nothing here, right before or at what is not expected.
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("mut", "what `let` declares can be assigned; `const` forbids it"),
          Map.entry("var", "use `let`"),
          Map.entry("new", "an object is made in an arena: `a.new(Point(1.0, 2.0))`"),
          Map.entry("print", "`print` is a function: `print(x)`"),
          Map.entry("and", "use `&&`"),
          Map.entry("or", "use `||`"),
          Map.entry("not", "use `!`"),
          Map.entry("of", ELEMENTS),
          Map.entry("throw", FAILURE),
          Map.entry("catch", FAILURE));

  private Habits() {}

  /// What to write instead, if the token that is not expected looks like a habit.
  static @Nullable String instead(Tokens tokens, int at) {
    if (tokens.is(at, END)) {
      return null;
    }
    if (tokens.is(at + 1, FAT_ARROW)) {
      return "a case of a `match` begins with `case`: `case Circle => ...`";
    }
    String text = tokens.textOf(at);
    String here = tokens.startsLine(at) ? ITEMS.get(text) : WORDS.get(text);
    return here != null || at == 0 ? here : insteadOf(tokens, at);
  }

  private static @Nullable String insteadOf(Tokens tokens, int at) {
    TokenKind before = tokens.kind(at - 1);
    return switch (tokens.kind(at)) {
      case LET, CONST -> isLoop(tokens, at - 2) ? COUNTING : null;
      case IN -> isLoop(tokens, at - 3) ? ELEMENTS : null;
      case COLON -> isLoop(tokens, at - 3) ? ELEMENTS : tokens.is(at + 1, COLON) ? MEMBER : null;
      case EQUALS ->
          before == EQUALS_EQUALS || before == BANG_EQUALS
              ? THREE_SIGNS
              : inCondition(tokens, at) ? IS_EQUAL : null;
      case MINUS ->
          tokens.touchesNext(at) && tokens.is(at + 1, GREATER) ? RESULT : step(tokens, at);
      case PLUS, SEMICOLON, PAREN_CLOSE -> step(tokens, at);
      case STRING -> tokens.isWord(at - 1, "from") ? MODULE : WORDS.get(tokens.textOf(at - 1));
      default -> WORDS.get(tokens.textOf(at - 1));
    };
  }

  /// `x++`, `x--`: the second sign, or what follows it.
  private static @Nullable String step(Tokens tokens, int at) {
    TokenKind sign = tokens.kind(at - 1);
    boolean twice = sign == tokens.kind(at) || at > 1 && sign == tokens.kind(at - 2);
    return twice && (sign == PLUS || sign == MINUS)
        ? "a variable is counted up by `i += 1`, down by `i -= 1`"
        : null;
  }

  /// Whether the line up to a token begins a condition.
  private static boolean inCondition(Tokens tokens, int token) {
    int first = token;
    while (first > 0 && !tokens.startsLine(first)) {
      first--;
    }
    return tokens.is(first, IF) || tokens.is(first, WHILE);
  }

  /// Whether a loop's head begins at a token.
  private static boolean isLoop(Tokens tokens, int token) {
    return token >= 0
        && (tokens.is(token, FOR) || tokens.isWord(token, "foreach"))
        && tokens.is(token + 1, PAREN_OPEN);
  }
}
