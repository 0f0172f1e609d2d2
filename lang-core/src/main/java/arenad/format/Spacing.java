package arenad.format;

import arenad.syntax.NodeKind;
import arenad.syntax.TokenKind;

/// Whether a space stands between two tokens of one line.
final class Spacing {
  private final Shape shape;

  Spacing(Shape shape) {
    this.shape = shape;
  }

  /// Whether a space stands before a token that is not the first of its line.
  boolean before(int token) {
    int previous = token - 1;
    return !inText(previous, token)
        && !joinsAfter(previous)
        && !joinsBefore(previous, token)
        && !emptyBraces(previous, token);
  }

  /// Inside an f-string nothing may be added to its text, and nothing is to its braces.
  private boolean inText(int previous, int token) {
    return switch (shape.kind(previous)) {
      case TEXT_START, TEXT_PART, HOLE_OPEN, HOLE_COLON, FORMAT, HOLE_CLOSE ->
          shape.ownerKind(token) == NodeKind.TEXT
              || shape.ownerKind(previous) != NodeKind.TEXT
              || shape.kind(token) == TokenKind.HOLE_OPEN
              || shape.kind(previous) == TokenKind.HOLE_OPEN;
      default ->
          switch (shape.kind(token)) {
            case HOLE_CLOSE, HOLE_COLON, TEXT_PART -> true;
            default -> false;
          };
    };
  }

  /// Whether nothing stands between a token and whatever follows it.
  private boolean joinsAfter(int token) {
    NodeKind owner = shape.ownerKind(token);
    return switch (shape.kind(token)) {
      case PAREN_OPEN, BRACKET_OPEN, DOT, QUESTION_DOT, DOT_DOT, TILDE -> true;
      case BANG, MINUS, STAR -> owner == NodeKind.UNARY;
      case AMPERSAND, AMPERSAND_AMPERSAND -> owner == NodeKind.REFERENCE_TYPE;
      case LESS -> Shape.isAngled(owner);
      default -> false;
    };
  }

  /// Whether nothing stands between a token and the one before it.
  private boolean joinsBefore(int previous, int token) {
    NodeKind owner = shape.ownerKind(token);
    return switch (shape.kind(token)) {
      case PAREN_CLOSE, BRACKET_CLOSE, COMMA, SEMICOLON, DOT, QUESTION_DOT, DOT_DOT -> true;
      case COLON -> owner != NodeKind.CONDITIONAL;
      case QUESTION -> owner == NodeKind.NULLABLE_TYPE;
      case BANG -> owner == NodeKind.NON_NULL;
      case LESS -> Shape.isAngled(owner);
      case GREATER -> Shape.isAngled(owner) || isSecondOfShift(previous, owner);
      case PAREN_OPEN -> isAttached(previous, owner);
      case BRACKET_OPEN -> owner == NodeKind.INDEX || owner == NodeKind.ARRAY_TYPE;
      default -> false;
    };
  }

  private boolean isSecondOfShift(int previous, NodeKind owner) {
    return owner == NodeKind.BINARY
        && shape.kind(previous) == TokenKind.GREATER
        && shape.ownerKind(previous) == NodeKind.BINARY;
  }

  /// Whether a parenthesis belongs to the name before it.
  private boolean isAttached(int previous, NodeKind owner) {
    return switch (owner) {
      case ARGS, LIFETIME, REGION_PREFIX, REGION_REFERENCE_TYPE -> true;
      case PARAMS ->
          shape.ownerKind(previous) == NodeKind.NAME
              || shape.ownerKind(previous) == NodeKind.TYPE_PARAMS;
      default -> false;
    };
  }

  private boolean emptyBraces(int previous, int token) {
    return shape.kind(previous) == TokenKind.BRACE_OPEN
        && shape.kind(token) == TokenKind.BRACE_CLOSE;
  }
}
