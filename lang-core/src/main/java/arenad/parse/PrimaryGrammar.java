package arenad.parse;

import static arenad.syntax.TokenKind.*;

import arenad.syntax.NodeKind;
import arenad.syntax.TokenKind;

/// Expressions that do not begin with another expression.
final class PrimaryGrammar {
  /// How many tokens a closure's return type may have.
  private static final int RETURN_TYPE_REACH = 64;

  private PrimaryGrammar() {}

  static void primary(Cursor in) {
    switch (in.kind()) {
      case INT, FLOAT, CHAR, STRING, TRUE, FALSE, NULL -> {
        long mark = in.mark();
        in.bump();
        in.close(mark, NodeKind.LITERAL);
      }
      case TEXT_START -> text(in);
      case PAREN_OPEN -> closure(in);
      case BRACKET_OPEN -> list(in);
      case MATCH -> MatchGrammar.expression(in);
      default -> {
        in.expected("an expression");
        in.missing(NodeKind.MISSING_EXPR);
      }
    }
  }

  static void parenthesised(Cursor in) {
    long mark = in.mark();
    int open = in.position();
    Cursor.Surroundings outside = in.surroundings();
    in.insideBrackets();
    in.bump();
    in.enter();
    ExprGrammar.expr(in);
    in.leave();
    if (!in.eat(PAREN_CLOSE)) {
      in.expected("`)`");
      Lists.close(in, open, PAREN_CLOSE);
    }
    in.restore(outside);
    in.close(mark, NodeKind.PAREN);
  }

  /// Whether the parenthesis at hand opens the parameters of a closure.
  static boolean atClosure(Cursor in) {
    int close = in.closing(in.position());
    if (close < 0) {
      return false;
    }
    int after = close + 1 - in.position();
    if (in.ahead(after) == FAT_ARROW) {
      return true;
    }
    return in.ahead(after) == COLON && looksLikeParams(in) && arrowAfterType(in, after + 1);
  }

  private static boolean looksLikeParams(Cursor in) {
    return in.ahead(1) == PAREN_CLOSE
        || (in.ahead(1) == NAME
            && (in.ahead(2) == COLON || in.ahead(2) == COMMA || in.ahead(2) == PAREN_CLOSE));
  }

  private static boolean arrowAfterType(Cursor in, int from) {
    for (int i = from; i < from + RETURN_TYPE_REACH; i++) {
      switch (in.ahead(i)) {
        case FAT_ARROW -> {
          return true;
        }
        case NAME, DOT, LESS, GREATER, AMPERSAND, CONST, QUESTION, BRACKET_OPEN, BRACKET_CLOSE -> {}
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  private static void closure(Cursor in) {
    long mark = in.mark();
    SignatureGrammar.params(in);
    if (in.eat(COLON)) {
      TypeGrammar.single(in);
    }
    in.expect(FAT_ARROW);
    in.enter();
    if (in.at(BRACE_OPEN)) {
      in.enter();
      StmtGrammar.block(in);
      in.leave();
    } else {
      ExprGrammar.expr(in);
    }
    in.leave();
    in.close(mark, NodeKind.CLOSURE);
  }

  /// `[1, 2]` and `[0; 256]`
  private static void list(Cursor in) {
    long mark = in.mark();
    int open = in.position();
    NodeKind kind = NodeKind.LIST;
    Cursor.Surroundings outside = in.surroundings();
    in.insideBrackets();
    in.bump();
    in.enter();
    if (Lists.hasElements(in, BRACKET_CLOSE)) {
      ExprGrammar.expr(in);
      if (in.eat(SEMICOLON)) {
        kind = NodeKind.REPEAT;
        ExprGrammar.expr(in);
      } else {
        while (Lists.goesOn(in, BRACKET_CLOSE)) {
          ExprGrammar.expr(in);
        }
      }
    }
    in.leave();
    Lists.close(in, open, BRACKET_CLOSE);
    in.restore(outside);
    in.close(mark, kind);
  }

  private static void text(Cursor in) {
    long mark = in.mark();
    Cursor.Surroundings outside = in.surroundings();
    in.insideBrackets();
    in.bump();
    in.enter();
    while (true) {
      TokenKind kind = in.kind();
      if (kind == TEXT_PART) {
        in.bump();
      } else if (kind == HOLE_OPEN) {
        hole(in);
      } else {
        break;
      }
    }
    in.leave();
    in.eat(TEXT_END);
    in.restore(outside);
    in.close(mark, NodeKind.TEXT);
  }

  private static void hole(Cursor in) {
    long mark = in.mark();
    int open = in.position();
    in.bump();
    in.enter();
    ExprGrammar.expr(in);
    in.leave();
    if (in.eat(HOLE_COLON)) {
      in.eat(FORMAT);
    }
    if (!in.eat(HOLE_CLOSE)) {
      in.expected("`}`");
      int closing = in.closing(open);
      if (closing >= in.position()) {
        in.skipTo(closing);
        in.eat(HOLE_CLOSE);
      }
    }
    in.close(mark, NodeKind.HOLE);
  }
}
