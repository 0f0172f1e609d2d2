package arenad.parse;

import static arenad.syntax.TokenKind.*;

import arenad.diagnostic.Code;
import arenad.syntax.NodeKind;
import arenad.syntax.TokenKind;

/// Statements. One ends at its semicolon, or at a line break unless the next line goes on with it.
final class StmtGrammar {
  private StmtGrammar() {}

  /// `{ ... }`
  static void block(Cursor in) {
    long mark = in.mark();
    int end = in.blockEnd(in.position());
    if (!in.eat(BRACE_OPEN)) {
      in.expected("`{`");
    }
    Cursor.Surroundings outside = in.surroundings();
    in.insideBraces();
    while (goesOn(in, false) && in.position() != end) {
      statement(in, false);
    }
    if (in.position() != end) {
      in.eat(BRACE_CLOSE);
    }
    in.restore(outside);
    in.close(mark, NodeKind.BLOCK);
  }

  /// The statements of a case, up to the next one.
  static void ofCase(Cursor in) {
    while (goesOn(in, true)) {
      statement(in, true);
    }
  }

  private static boolean goesOn(Cursor in, boolean ofCase) {
    return !in.atEnd() && !in.at(BRACE_CLOSE) && !(ofCase && MatchGrammar.atCase(in));
  }

  /// One statement with its end; at least one token.
  private static void statement(Cursor in, boolean ofCase) {
    int before = in.position();
    in.resume();
    switch (in.kind()) {
      case IF -> ifStatement(in);
      case WHILE -> whileLoop(in);
      case FOR -> forLoop(in);
      case MATCH -> MatchGrammar.statement(in);
      case BRACE_OPEN -> nestedBlock(in);
      case SEMICOLON -> word(in, NodeKind.EMPTY);
      case DEFER -> defer(in);
      default -> {
        if (atRegion(in)) {
          region(in);
        } else {
          simple(in);
          end(in);
        }
      }
    }
    if (in.isSilent()) {
      Recovery.toStatement(in, ofCase);
    }
    if (in.position() == before) {
      in.skipTo(before + 1);
    }
  }

  private static void nestedBlock(Cursor in) {
    in.enter();
    block(in);
    in.leave();
  }

  private static boolean atRegion(Cursor in) {
    return in.atWord("region") && in.ahead(1) == NAME && in.ahead(2) == BRACE_OPEN;
  }

  /// A statement without braces of its own, and without its end.
  static void simple(Cursor in) {
    switch (in.kind()) {
      case LET, CONST -> let(in);
      case RETURN -> returnStatement(in);
      case BREAK -> word(in, NodeKind.BREAK);
      case CONTINUE -> word(in, NodeKind.CONTINUE);
      case STRUCT, IMPORT, EXPORT, FN, FUN -> misplacedItem(in);
      case CASE, DEFAULT -> MatchGrammar.strayCases(in);
      default -> evaluateOrAssign(in);
    }
  }

  private static void misplacedItem(Cursor in) {
    int token = in.position();
    String text = in.tokens().textOf(token);
    in.error(Code.E0012, token, token, "`" + text + "` stands at the top of a module only");
  }

  private static void word(Cursor in, NodeKind kind) {
    long mark = in.mark();
    in.bump();
    in.close(mark, kind);
  }

  /// Takes the end of a statement, or complains.
  static void end(Cursor in) {
    if (in.isSilent() || in.eat(SEMICOLON) || endsHere(in)) {
      return;
    }
    in.expected("`;`");
  }

  /// Whether a statement needs no semicolon here.
  static boolean endsHere(Cursor in) {
    return switch (in.kind()) {
      case END, SEMICOLON, BRACE_CLOSE, CASE, DEFAULT, ELSE -> true;
      default -> in.startsLine();
    };
  }

  private static void let(Cursor in) {
    long mark = in.mark();
    boolean constant = in.at(CONST);
    in.bump();
    binding(in);
    if (in.eat(COLON)) {
      TypeGrammar.type(in);
    }
    if (in.eat(EQUALS)) {
      ExprGrammar.expr(in);
    } else if (constant) {
      in.expected("`=` and the value of the constant");
    }
    in.close(mark, NodeKind.LET);
  }

  private static void binding(Cursor in) {
    long mark = in.mark();
    if (in.at(NAME)) {
      NameGrammar.name(in, "a name");
      in.close(mark, NodeKind.NAME_BINDING);
    } else if (in.at(BRACKET_OPEN)) {
      int open = in.position();
      in.bump();
      in.enter();
      if (Lists.hasElements(in, BRACKET_CLOSE)) {
        do {
          binding(in);
        } while (Lists.goesOn(in, BRACKET_CLOSE));
      }
      in.leave();
      Lists.close(in, open, BRACKET_CLOSE);
      in.close(mark, NodeKind.TUPLE_BINDING);
    } else {
      in.expected("a name");
      in.close(mark, NodeKind.MISSING_BINDING);
    }
  }

  private static void returnStatement(Cursor in) {
    long mark = in.mark();
    in.bump();
    if (!endsHere(in) && !in.at(COMMA)) {
      ExprGrammar.expr(in);
    }
    in.close(mark, NodeKind.RETURN);
  }

  private static void evaluateOrAssign(Cursor in) {
    long mark = in.mark();
    ExprGrammar.expr(in);
    switch (in.kind()) {
      case EQUALS, PLUS_EQUALS, MINUS_EQUALS, STAR_EQUALS, SLASH_EQUALS, PERCENT_EQUALS -> {
        in.bump();
        ExprGrammar.expr(in);
        in.close(mark, NodeKind.ASSIGN);
      }
      default -> in.close(mark, NodeKind.EVALUATE);
    }
  }

  private static void ifStatement(Cursor in) {
    long mark = in.mark();
    in.bump();
    condition(in);
    body(in);
    if (in.eat(ELSE)) {
      if (in.at(IF)) {
        in.enter();
        ifStatement(in);
        in.leave();
      } else {
        body(in);
      }
    }
    in.close(mark, NodeKind.IF);
  }

  /// `(c)`, or `c` where a brace follows.
  private static void condition(Cursor in) {
    long mark = in.mark();
    Cursor.Surroundings outside = in.surroundings();
    in.withoutStructLiterals();
    if (in.at(PAREN_OPEN)) {
      PrimaryGrammar.parenthesised(in);
      if (goesOnAfterParens(in.kind())) {
        PostfixGrammar.rest(in, mark, false);
        ExprGrammar.rest(in, mark);
      }
    } else {
      ExprGrammar.expr(in);
    }
    in.restore(outside);
  }

  private static boolean goesOnAfterParens(TokenKind kind) {
    return switch (kind) {
      case DOT, QUESTION_DOT, AS, DOT_DOT, QUESTION -> true;
      case STAR, MINUS -> false;
      default -> ExprGrammar.operator(kind) != null;
    };
  }

  /// A block. Where its opening brace is missing, it goes as far as the brace that would close it, or
  /// else is a single statement.
  static void body(Cursor in) {
    in.enter();
    if (in.at(BRACE_OPEN)) {
      block(in);
    } else {
      unopened(in);
    }
    in.leave();
  }

  private static void unopened(Cursor in) {
    if (in.hasStrayBrace() && !in.at(SEMICOLON)) {
      block(in);
      return;
    }
    long mark = in.mark();
    in.expected("`{`");
    if (!endsHere(in)) {
      statement(in, true);
    }
    in.close(mark, NodeKind.STATEMENTS);
  }

  private static void whileLoop(Cursor in) {
    long mark = in.mark();
    in.bump();
    condition(in);
    body(in);
    in.close(mark, NodeKind.WHILE);
  }

  /// `for (x in xs) { }`; the parentheses may be left out where a brace follows.
  private static void forLoop(Cursor in) {
    long mark = in.mark();
    in.bump();
    Cursor.Surroundings outside = in.surroundings();
    int open = in.position();
    boolean parenthesised = in.eat(PAREN_OPEN);
    if (parenthesised) {
      in.insideBrackets();
    } else {
      in.withoutStructLiterals();
    }
    binding(in);
    in.expect(IN);
    ExprGrammar.expr(in);
    if (parenthesised && !in.eat(PAREN_CLOSE)) {
      in.expected("`)`");
      Lists.close(in, open, PAREN_CLOSE);
    }
    in.restore(outside);
    body(in);
    in.close(mark, NodeKind.FOR);
  }

  private static void defer(Cursor in) {
    long mark = in.mark();
    in.bump();
    in.enter();
    statement(in, true);
    in.leave();
    in.close(mark, NodeKind.DEFER);
  }

  private static void region(Cursor in) {
    long mark = in.mark();
    in.bump();
    NameGrammar.name(in, "the name of the region");
    in.enter();
    block(in);
    in.leave();
    in.close(mark, NodeKind.REGION);
  }
}
