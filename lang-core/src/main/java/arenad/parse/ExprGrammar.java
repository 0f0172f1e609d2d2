package arenad.parse;

import static arenad.syntax.TokenKind.*;

import arenad.syntax.BinaryOp;
import arenad.syntax.NodeKind;
import arenad.syntax.TokenKind;
import org.jspecify.annotations.Nullable;

/// Expressions: operators by precedence climbing, which costs one call a level, not one a precedence.
final class ExprGrammar {
  /// The strength of `as`, above all of [BinaryOp].
  private static final int CAST = 12;

  /// The strength of `..`, below all of [BinaryOp].
  private static final int RANGE = 0;

  private ExprGrammar() {}

  static void expr(Cursor in) {
    long mark = in.mark();
    operand(in);
    rest(in, mark);
  }

  /// What may follow a complete operand that began at `mark`.
  static void rest(Cursor in, long mark) {
    binaryRest(in, mark, RANGE);
    if (in.at(QUESTION)) {
      in.bump();
      in.enter();
      expr(in);
      in.expect(COLON);
      expr(in);
      in.leave();
      in.close(mark, NodeKind.CONDITIONAL);
    }
  }

  /// Whether an expression may begin with such a token.
  static boolean mayStart(TokenKind kind) {
    return switch (kind) {
      case NAME, INT, FLOAT, CHAR, STRING, TEXT_START, TRUE, FALSE, NULL, MATCH -> true;
      case PAREN_OPEN, BRACKET_OPEN, BANG, MINUS, TILDE, STAR -> true;
      default -> false;
    };
  }

  private static void binaryRest(Cursor in, long mark, int weakest) {
    while (true) {
      TokenKind kind = in.kind();
      if (kind == AS) {
        in.bump();
        TypeGrammar.ofCast(in);
        if (!in.wrap(mark, NodeKind.CAST)) {
          return;
        }
        continue;
      }
      int strength = strength(in, kind);
      if (strength < weakest) {
        return;
      }
      if (strength == BinaryOp.SHIFT_RIGHT.strength() && kind == GREATER) {
        in.bump();
      }
      in.bump();
      long right = in.mark();
      operand(in);
      binaryRest(in, right, strength + 1);
      if (!in.wrap(mark, strength == RANGE ? NodeKind.RANGE : NodeKind.BINARY)) {
        return;
      }
    }
  }

  private static int strength(Cursor in, TokenKind kind) {
    if (kind == DOT_DOT) {
      return RANGE;
    }
    BinaryOp op = kind == GREATER && in.atShiftRight() ? BinaryOp.SHIFT_RIGHT : operator(kind);
    return op == null ? -1 : op.strength();
  }

  /// The infix operator that a token is, or null.
  static @Nullable BinaryOp operator(TokenKind kind) {
    return switch (kind) {
      case STAR -> BinaryOp.MULTIPLY;
      case SLASH -> BinaryOp.DIVIDE;
      case PERCENT -> BinaryOp.REMAINDER;
      case PLUS -> BinaryOp.ADD;
      case MINUS -> BinaryOp.SUBTRACT;
      case LESS_LESS -> BinaryOp.SHIFT_LEFT;
      case AMPERSAND -> BinaryOp.BIT_AND;
      case CARET -> BinaryOp.BIT_XOR;
      case BAR -> BinaryOp.BIT_OR;
      case LESS -> BinaryOp.LESS;
      case LESS_EQUALS -> BinaryOp.LESS_EQUAL;
      case GREATER -> BinaryOp.GREATER;
      case GREATER_EQUALS -> BinaryOp.GREATER_EQUAL;
      case EQUALS_EQUALS -> BinaryOp.EQUAL;
      case BANG_EQUALS -> BinaryOp.NOT_EQUAL;
      case AMPERSAND_AMPERSAND -> BinaryOp.AND;
      case BAR_BAR -> BinaryOp.OR;
      case QUESTION_QUESTION -> BinaryOp.OR_ELSE;
      default -> null;
    };
  }

  /// Prefix operators, a primary expression, and what is attached to it.
  static void operand(Cursor in) {
    long mark = in.mark();
    switch (in.kind()) {
      case BANG, MINUS, TILDE, STAR -> {
        in.bump();
        in.enter();
        operand(in);
        in.leave();
        in.close(mark, NodeKind.UNARY);
      }
      case NAME -> {
        in.bump();
        in.close(mark, NodeKind.NAME_EXPR);
        PostfixGrammar.rest(in, mark, true);
      }
      default -> {
        if (in.at(PAREN_OPEN) && !PrimaryGrammar.atClosure(in)) {
          PrimaryGrammar.parenthesised(in);
        } else {
          PrimaryGrammar.primary(in);
        }
        PostfixGrammar.rest(in, mark, false);
      }
    }
  }

  /// Whether the `<` at hand opens type arguments rather than compares.
  static boolean atTypeArgs(Cursor in) {
    int end = TypeArgs.end(in.tokens(), in.position(), in.limit());
    if (end < 0 || end >= in.limit()) {
      return false;
    }
    return switch (in.tokens().kind(end)) {
      case PAREN_OPEN, DOT -> true;
      case BRACE_OPEN -> in.structLiteralsAllowed();
      default -> false;
    };
  }
}
