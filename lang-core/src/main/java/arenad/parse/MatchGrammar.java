package arenad.parse;

import static arenad.syntax.TokenKind.*;

import arenad.diagnostic.Code;
import arenad.syntax.NodeKind;

/// `match`: the statement with braces, the one by layout, and the expression.
final class MatchGrammar {
  private MatchGrammar() {}

  /// Whether a `case` or `default` of a match stands here.
  static boolean atCase(Cursor in) {
    return in.at(CASE) || in.at(DEFAULT);
  }

  static void statement(Cursor in) {
    long mark = in.mark();
    in.bump();
    subject(in);
    in.enter();
    if (in.at(BRACE_OPEN)) {
      bracedCases(in);
    } else if (in.eat(COLON)) {
      casesByLayout(in);
    } else {
      in.expected("`{` or `:`");
      if (atCase(in)) {
        casesByLayout(in);
      }
    }
    in.leave();
    in.close(mark, NodeKind.MATCH_CASES);
  }

  /// Cases without a match, as if they had one.
  static void strayCases(Cursor in) {
    long mark = in.mark();
    int token = in.position();
    String text = in.tokens().textOf(token);
    in.error(Code.E0012, token, token, "`" + text + "` stands in a `match` only");
    in.enter();
    casesByLayout(in);
    in.leave();
    in.close(mark, NodeKind.ERROR);
  }

  private static void subject(Cursor in) {
    Cursor.Surroundings outside = in.surroundings();
    in.withoutStructLiterals();
    ExprGrammar.expr(in);
    in.restore(outside);
  }

  private static void bracedCases(Cursor in) {
    int end = in.blockEnd(in.position());
    Cursor.Surroundings outside = in.surroundings();
    in.insideBraces();
    in.bump();
    while (!in.atEnd() && !in.at(BRACE_CLOSE) && in.position() != end) {
      int before = in.position();
      if (atCase(in)) {
        in.resume();
        oneCase(in);
      } else {
        in.unexpected("`case`, `default` or `}`");
        in.skipTo(before + 1);
        Recovery.toStatement(in, true);
      }
    }
    if (in.position() != end) {
      in.eat(BRACE_CLOSE);
    }
    in.restore(outside);
  }

  /// `case A: statements`, or `case A => statement,`
  private static void oneCase(Cursor in) {
    long mark = in.mark();
    pattern(in);
    if (in.eat(FAT_ARROW)) {
      arrowBody(in);
      in.eat(COMMA);
    } else {
      in.expect(COLON);
      statementsOfCase(in);
    }
    in.close(mark, NodeKind.CASE);
  }

  private static void statementsOfCase(Cursor in) {
    long body = in.mark();
    in.enter();
    StmtGrammar.ofCase(in);
    in.leave();
    in.close(body, NodeKind.STATEMENTS);
  }

  private static void arrowBody(Cursor in) {
    if (in.at(BRACE_OPEN)) {
      in.enter();
      StmtGrammar.block(in);
      in.leave();
      return;
    }
    long body = in.mark();
    StmtGrammar.simple(in);
    if (!in.at(COMMA)) {
      StmtGrammar.end(in);
    }
    if (in.isSilent()) {
      Recovery.toStatement(in, true);
    }
    in.close(body, NodeKind.STATEMENTS);
  }

  /// The cases of a match without braces: each goes as far as its line and the lines further right.
  private static void casesByLayout(Cursor in) {
    if (!atCase(in)) {
      in.unexpected("`case`");
      in.skipTo(in.position() + 1);
      Recovery.toStatement(in, true);
    }
    int column = in.caseColumn();
    while (atCase(in) && (!in.startsLine() || in.column(in.position()) >= column)) {
      long mark = in.mark();
      Cursor.Surroundings outside = in.surroundings();
      in.insideCase();
      in.resume();
      pattern(in);
      if (!in.eat(FAT_ARROW)) {
        in.expect(COLON);
      }
      statementsOfCase(in);
      in.restore(outside);
      in.close(mark, NodeKind.CASE);
    }
  }

  static void expression(Cursor in) {
    long mark = in.mark();
    in.bump();
    subject(in);
    int open = in.position();
    if (!in.expect(BRACE_OPEN)) {
      in.close(mark, NodeKind.MATCH_ARMS);
      return;
    }
    Cursor.Surroundings outside = in.surroundings();
    in.insideBrackets();
    in.enter();
    while (atCase(in)) {
      arm(in);
    }
    in.leave();
    if (!in.eat(BRACE_CLOSE)) {
      in.expected("`case`, `default` or `}`");
      Lists.close(in, open, BRACE_CLOSE);
    }
    in.restore(outside);
    in.close(mark, NodeKind.MATCH_ARMS);
  }

  private static void arm(Cursor in) {
    long mark = in.mark();
    pattern(in);
    in.expect(FAT_ARROW);
    in.enter();
    ExprGrammar.expr(in);
    in.leave();
    if (!in.eat(COMMA) && !atCase(in) && !in.at(BRACE_CLOSE)) {
      in.expected("`,`");
    }
    in.close(mark, NodeKind.ARM);
  }

  /// From `case` or `default` up to the colon or arrow.
  private static void pattern(Cursor in) {
    if (in.at(DEFAULT)) {
      long mark = in.mark();
      in.bump();
      in.close(mark, NodeKind.DEFAULT_PATTERN);
      return;
    }
    in.bump();
    long mark = in.mark();
    switch (in.kind()) {
      case INT, FLOAT, CHAR, STRING, TRUE, FALSE, NULL, MINUS -> {
        ExprGrammar.operand(in);
        in.close(mark, NodeKind.VALUE_PATTERN);
      }
      case NAME, AMPERSAND, AMPERSAND_AMPERSAND, BRACKET_OPEN -> {
        TypeGrammar.type(in);
        if (in.eat(AS)) {
          NameGrammar.name(in, "a name for the variant");
        }
        in.close(mark, NodeKind.TYPE_PATTERN);
      }
      default -> {
        in.expected("a variant");
        in.close(mark, NodeKind.MISSING_PATTERN);
      }
    }
  }
}
