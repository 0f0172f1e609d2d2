package arenad.parse;

import static arenad.syntax.TokenKind.*;

import arenad.diagnostic.Code;
import arenad.syntax.NodeKind;
import arenad.syntax.SyntaxTree;
import arenad.syntax.TokenKind;
import arenad.syntax.Tokens;

/// Where the parser is, what it has built, and what it may see. Scratch state of one run.
///
/// It sees the tokens of one chunk; behind them, and at a line that layout says is no longer part of
/// what is being parsed, it sees the end. After a mistake it stays silent until [#resume], so that one
/// mistake is reported once.
final class Cursor {
  static final int NESTING_LIMIT = 1_000;
  private static final int NO_LAYOUT = -1;

  private final Tokens tokens;
  private final SyntaxErrors errors;
  private final SyntaxTree.Builder builder = new SyntaxTree.Builder();
  private final Layout layout;
  private final Brackets brackets;
  private final Headers headers;
  private int at;
  private int limit;
  private int depth;
  private int caseColumn = NO_LAYOUT;
  private int caseLineToken;
  private boolean linesMatter = true;
  private boolean structLiterals = true;
  private boolean silent;
  private boolean abandoned;
  private int mistakesOfOthers;
  private int errorsBefore;

  Cursor(Tokens tokens, SyntaxErrors errors) {
    this.tokens = tokens;
    this.errors = errors;
    this.layout = new Layout(tokens);
    this.brackets = new Brackets(tokens, layout);
    this.headers = new Headers(tokens);
  }

  // What it sees.

  Tokens tokens() {
    return tokens;
  }

  /// The index of the token at hand.
  int position() {
    return at;
  }

  /// The first token that is out of sight.
  int limit() {
    return limit;
  }

  TokenKind kind() {
    return at >= limit || (caseColumn != NO_LAYOUT && endsCase(at)) ? END : tokens.kind(at);
  }

  boolean at(TokenKind kind) {
    return kind() == kind;
  }

  boolean atEnd() {
    return kind() == END;
  }

  /// Whether the word, which is no keyword, is at hand.
  boolean atWord(String word) {
    return at(NAME) && tokens.isWord(at, word);
  }

  /// The kind of the token `distance` after the one at hand.
  TokenKind ahead(int distance) {
    return at + distance < limit ? tokens.kind(at + distance) : END;
  }

  boolean wordAhead(int distance, String word) {
    return ahead(distance) == NAME && tokens.isWord(at + distance, word);
  }

  /// Whether the token at hand is on a new line, and lines matter here.
  boolean afterLineBreak() {
    return linesMatter && startsLine();
  }

  boolean startsLine() {
    return at < limit && tokens.startsLine(at);
  }

  /// Whether two `>` without space between them are at hand.
  boolean atShiftRight() {
    return at(GREATER) && ahead(1) == GREATER && tokens.touchesNext(at);
  }

  boolean structLiteralsAllowed() {
    return structLiterals;
  }

  /// The bracket that closes the one at a token, or -1 if there is none in sight.
  int closing(int token) {
    int close = brackets.closing(token);
    return close < limit ? close : -1;
  }

  // What it builds.

  /// The token a node begins with and the nodes made before it, as one number.
  long mark() {
    return (long) builder.mark() << 32 | at;
  }

  void close(long mark, NodeKind kind) {
    builder.close((int) (mark >>> 32), kind, (int) mark, at);
  }

  /// A node of no tokens for what is missing.
  void missing(NodeKind kind) {
    close(mark(), kind);
  }

  /// Closes a node around one that is complete already; false, with a complaint, if that makes the
  /// tree too deep.
  boolean wrap(long mark, NodeKind kind) {
    close(mark, kind);
    return depth + builder.height() <= NESTING_LIMIT || tooDeep();
  }

  SyntaxTree tree() {
    return builder.build(tokens);
  }

  void bump() {
    if (at < limit) {
      silent |= cutShort(at);
      at++;
    }
  }

  /// Whether a token swallowed the rest of its line, which has been complained about.
  private boolean cutShort(int token) {
    return switch (tokens.kind(token)) {
      case STRING, CHAR -> !Strings.isClosed(tokens.textOf(token));
      default -> false;
    };
  }

  boolean eat(TokenKind kind) {
    boolean found = at(kind);
    if (found) {
      at++;
    }
    return found;
  }

  boolean eatWord(String word) {
    boolean found = atWord(word);
    if (found) {
      at++;
    }
    return found;
  }

  boolean expect(TokenKind kind) {
    if (eat(kind)) {
      return true;
    }
    expected(kind.described());
    return false;
  }

  /// Takes the tokens up to `to` as an error.
  void skipTo(int to) {
    skipTo(to, NodeKind.ERROR);
  }

  private void skipTo(int to, NodeKind kind) {
    if (at < to) {
      long mark = mark();
      at = Math.min(to, limit);
      close(mark, kind);
    }
  }

  // Mistakes.

  boolean isSilent() {
    return silent;
  }

  /// What follows is read with fresh eyes, unless the rest has been given up.
  void resume() {
    silent = abandoned;
  }

  /// Complains of the token at hand. The lexer has complained of an unknown one already.
  void expected(String what) {
    if (mayComplain() && kind() != UNKNOWN) {
      errors.add(Messages.expected(this, what, errors));
    }
    silent = true;
  }

  /// The same where the token itself is at fault, wherever it stands.
  void unexpected(String what) {
    if (mayComplain()) {
      errors.add(Messages.unexpected(tokens, at, what, errors));
    }
    silent = true;
  }

  void error(Code code, int first, int last, String message) {
    if (mayComplain()) {
      errors.add(code, tokens.start(first), tokens.end(last), message);
    }
    silent = true;
  }

  /// Where brackets do not match, only the first mistake of the chunk is told: the rest follows from it.
  private boolean mayComplain() {
    boolean unbalanced = brackets.hasStray() || brackets.unclosed() >= 0;
    return !silent && !(unbalanced && isBroken());
  }

  /// Whether the chunk has a mistake.
  boolean isBroken() {
    return errors.count() > errorsBefore;
  }

  /// Whether a brace of the chunk closes nothing: one that opens is missing before it.
  boolean hasStrayBrace() {
    return brackets.hasStray();
  }

  /// Where layout says that the block of an unclosed brace ends; -1 for any other brace.
  int blockEnd(int brace) {
    return brackets.blockEnd(brace);
  }

  // How deep it is, and what the surroundings ask.

  /// Begins a level of nesting; false, with a complaint and nothing more in sight, if it is too deep.
  boolean enter() {
    return ++depth <= NESTING_LIMIT || tooDeep();
  }

  void leave() {
    depth--;
  }

  private boolean tooDeep() {
    if (!abandoned) {
      int token = Math.min(at, limit - 1);
      errors.backTo(mistakesOfOthers);
      silent = false;
      error(Code.E0005, token, token, "nested too deeply: the limit is 1,000 levels");
      abandoned = true;
    }
    limit = at;
    return false;
  }

  /// Shows the tokens of one chunk and nothing else.
  void show(int start, int end) {
    at = start;
    limit = end;
    depth = 0;
    caseColumn = NO_LAYOUT;
    linesMatter = true;
    structLiterals = true;
    silent = false;
    abandoned = false;
    mistakesOfOthers = errors.count();
    errorsBefore = mistakesOfOthers - errors.among(tokens.start(start), tokens.end(end - 1));
    brackets.match(start, end);
    int unclosed = brackets.unclosed();
    if (unclosed >= 0 && !isBroken()) {
      errors.add(
          Code.E0010, tokens.start(unclosed), tokens.end(unclosed), "this `{` is not closed");
    }
  }

  /// Takes what the chunk that ends at `end` has left.
  void finish(int end) {
    limit = end;
    caseColumn = NO_LAYOUT;
    skipTo(end, NodeKind.LEFTOVER);
  }

  /// What the surroundings ask, to be given back to [#restore].
  record Surroundings(
      boolean linesMatter, boolean structLiterals, int caseColumn, int caseLineToken) {}

  Surroundings surroundings() {
    return new Surroundings(linesMatter, structLiterals, caseColumn, caseLineToken);
  }

  void restore(Surroundings surroundings) {
    linesMatter = surroundings.linesMatter;
    structLiterals = surroundings.structLiterals;
    caseColumn = surroundings.caseColumn;
    caseLineToken = surroundings.caseLineToken;
  }

  /// Inside parentheses and brackets lines mean nothing and struct literals are allowed again.
  void insideBrackets() {
    linesMatter = false;
    structLiterals = true;
    caseColumn = NO_LAYOUT;
  }

  /// Inside braces statements stand, on lines.
  void insideBraces() {
    linesMatter = true;
    structLiterals = true;
    caseColumn = NO_LAYOUT;
  }

  void withoutStructLiterals() {
    structLiterals = false;
  }

  /// Inside the brace-less case at hand: a line no further right than it ends it.
  void insideCase() {
    caseColumn = caseColumn();
    caseLineToken = at;
  }

  /// The column that the lines of the case at hand must pass.
  int caseColumn() {
    return startsLine() ? column(at) : layout.indent(at);
  }

  private boolean endsCase(int token) {
    return token > caseLineToken && tokens.startsLine(token) && column(token) <= caseColumn;
  }

  /// Shows nothing from the token `end` on, until the limit that it answers is given to [#showUpTo].
  int hideFrom(int end) {
    int before = limit;
    limit = Math.min(limit, end);
    return before;
  }

  void showUpTo(int end) {
    limit = abandoned ? at : end;
  }

  /// The next token after `from` that begins a line and, by its column, a member of a struct whose
  /// members stand at `column`, or that closes the struct.
  int nextMember(int from, int column) {
    for (int token = from + 1; token < limit; token++) {
      if (tokens.startsLine(token) && beginsMember(token, column)) {
        return token;
      }
    }
    return limit;
  }

  private boolean beginsMember(int token, int column) {
    int own = column(token);
    if (own > column) {
      return false;
    }
    return switch (tokens.kind(token)) {
      case BRACE_CLOSE -> own < column;
      case FN, FUN -> true;
      case NAME -> tokens.is(token + 1, COLON) || headers.isFunction(token);
      default -> false;
    };
  }

  int column(int token) {
    return layout.column(token);
  }
}
