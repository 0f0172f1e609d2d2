package arenad.format;

import arenad.syntax.NodeKind;
import arenad.syntax.TokenKind;

/// How far in a line begins: one level further than the line of the bracket, the `match` or the `case`
/// that it stands in, and one more if it goes on with what began on another line.
final class Indentation {
  private final Shape shape;

  /// The levels of the line that each printed token stands on.
  private final int[] levels;

  Indentation(Shape shape) {
    this.shape = shape;
    this.levels = new int[shape.tokens().count()];
  }

  void stands(int token, int level) {
    levels[token] = level;
  }

  int levelOf(int token) {
    return levels[token];
  }

  /// The level of a comment on a line of its own before a token.
  int ofCommentBefore(int token) {
    boolean closes = shape.closes(shape.owner(token), token);
    return closes ? ofLine(token) + 1 : ofLine(token);
  }

  /// The level of a line that begins with a token.
  int ofLine(int token) {
    int node = shape.owner(token);
    if (shape.closes(node, token)) {
      int opener = shape.openerBefore(node, token);
      return opener < 0 ? 0 : levels[opener];
    }
    if (shape.kind(token) == TokenKind.ELSE) {
      return levels[shape.first(node)];
    }
    if (beginsBody(node, token)) {
      return levels[shape.first(shape.parent(node))];
    }
    while (node != 0) {
      int base = base(node, token);
      if (base >= 0) {
        return base + (shape.startsChild(node, token) ? 0 : 1);
      }
      node = shape.parent(node);
    }
    return shape.startsChild(0, token) || shape.kind(token) == TokenKind.END ? 0 : 1;
  }

  /// The level of what stands directly in a node, or -1 if the node does not indent what is in it.
  private int base(int node, int token) {
    int opener = shape.openerBefore(node, token);
    if (opener >= 0) {
      return levels[opener] + 1;
    }
    NodeKind kind = shape.kindOf(node);
    boolean body = kind == NodeKind.STATEMENTS && shape.parentKind(node) == NodeKind.CASE;
    if (body) {
      return levels[shape.first(shape.parent(node))] + 1;
    }
    if (kind == NodeKind.REQUIRES && token > shape.first(node)) {
      return levels[shape.first(node)] + 1;
    }
    boolean cases = kind == NodeKind.MATCH_CASES && token > shape.first(node);
    return cases && shape.startsChild(node, token) ? levels[shape.first(node)] + 1 : -1;
  }

  /// Whether a token is the brace of a function's body.
  private boolean beginsBody(int node, int token) {
    return shape.kindOf(node) == NodeKind.BLOCK
        && shape.first(node) == token
        && shape.parentKind(node) == NodeKind.FUNCTION;
  }
}
