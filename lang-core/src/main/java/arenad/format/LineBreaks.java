package arenad.format;

import arenad.syntax.Node;
import arenad.syntax.NodeKind;
import arenad.syntax.SyntaxTree;
import arenad.syntax.TokenKind;
import arenad.text.SourceText;
import java.util.BitSet;

/// Where lines end.
final class LineBreaks {
  private final Shape shape;

  /// Tokens that begin a line because what they are in is broken into lines.
  private final BitSet forced = new BitSet();

  /// Tokens that may have an empty line before them.
  private final BitSet parts = new BitSet();

  LineBreaks(Shape shape) {
    this.shape = shape;
    for (int node = 0; node < shape.tree().nodeCount(); node++) {
      findParts(node);
      if (shape.kindOf(node) == NodeKind.FUNCTION) {
        findBodyBelow(node);
      }
    }
  }

  /// The body of a function begins a line if its `requires` does, or is broken into lines.
  private void findBodyBelow(int function) {
    Node node = new Node(shape.tree(), function);
    Node requires = node.child(NodeKind.REQUIRES);
    Node body = node.child(NodeKind.BLOCK);
    if (requires == null || body == null || body.isEmpty()) {
      return;
    }
    for (int token = requires.first(); token < requires.end(); token++) {
      if (isBroken(token)) {
        forced.set(body.first());
      }
    }
  }

  private void findParts(int node) {
    NodeKind kind = shape.kindOf(node);
    boolean container =
        switch (kind) {
          case FILE, BLOCK, STRUCT, REQUIREMENT -> true;
          case MATCH_CASES -> new Node(shape.tree(), node).hasToken(TokenKind.BRACE_OPEN);
          case STATEMENTS -> shape.parentKind(node) == NodeKind.CASE;
          default -> false;
        };
    if (!container) {
      return;
    }
    BitSet begins = beginnings(node);
    boolean broken = kind == NodeKind.FILE || begins.stream().anyMatch(this::isBroken);
    if (broken) {
      forced.or(begins);
    }
    parts.or(begins);
  }

  /// The tokens of a container that begin one of its parts, or close it.
  private BitSet beginnings(int node) {
    SyntaxTree tree = shape.tree();
    BitSet begins = new BitSet();
    int open = tree.first(node);
    while (isBraced(node) && open < tree.end(node) && !isOwn(node, open, TokenKind.BRACE_OPEN)) {
      open++;
    }
    int end = tree.next(node);
    for (int child = node + 1; child < end; child = tree.next(child)) {
      boolean inside = !isBraced(node) || tree.first(child) > open;
      if (inside && tree.end(child) > tree.first(child) && !mayShareLine(child)) {
        begins.set(tree.first(child));
      }
    }
    int last = tree.end(node) - 1;
    for (int token = last; isBraced(node) && token > open; token--) {
      if (isOwn(node, token, TokenKind.BRACE_CLOSE)) {
        begins.set(token);
        break;
      }
    }
    return begins;
  }

  /// Whether a part may stay on the line of the one before it: a field behind another one.
  private boolean mayShareLine(int part) {
    int first = shape.first(part);
    return switch (shape.kindOf(part)) {
      case EMPTY -> true;
      case FIELD -> !isBroken(first) && shape.kind(first - 1) == TokenKind.SEMICOLON;
      default -> false;
    };
  }

  private boolean isBraced(int node) {
    return shape.kindOf(node) != NodeKind.FILE && shape.kindOf(node) != NodeKind.STATEMENTS;
  }

  private boolean isOwn(int node, int token, TokenKind kind) {
    return shape.owner(token) == node && shape.kind(token) == kind;
  }

  private boolean isBroken(int token) {
    return lineBreaks(token) > 0;
  }

  /// How many line breaks the writer has put before a token, those in and around comments included.
  private int lineBreaks(int token) {
    SourceText text = shape.tokens().text();
    return text.lineOf(shape.tokens().start(token))
        - text.lineOf(shape.tokens().triviaStart(token));
  }

  /// Whether a token begins a line. Comments before it are not considered.
  boolean before(int token) {
    if (token == 0 || forced.get(token) || shape.kind(token) == TokenKind.END) {
      return true;
    }
    return lineBreaks(token) > 0 && !staysOnLine(token);
  }

  /// Whether an empty line before a token is the writer's to keep.
  boolean mayHaveEmptyLineBefore(int token) {
    boolean closes = shape.closes(shape.owner(token), token);
    boolean first = token == 0 || shape.kind(token - 1) == TokenKind.BRACE_OPEN;
    return parts.get(token) && !closes && !first;
  }

  /// Whether a token belongs on the line of the one before it.
  private boolean staysOnLine(int token) {
    NodeKind owner = shape.ownerKind(token);
    return switch (shape.kind(token)) {
      case BRACE_OPEN ->
          switch (owner) {
            case BLOCK -> shape.first(shape.owner(token)) == token && !parts.get(token);
            case STRUCT, REQUIREMENT, MATCH_CASES, MATCH_ARMS, IMPORT_NAMES -> true;
            default -> false;
          };
      case FAT_ARROW, SEMICOLON, COMMA -> true;
      case ELSE -> endsBrokenBlock(token - 1);
      case BRACE_CLOSE -> shape.kind(token - 1) == TokenKind.BRACE_OPEN;
      default -> false;
    };
  }

  /// Whether a token is a closing brace on a line of its own.
  private boolean endsBrokenBlock(int token) {
    return shape.kind(token) == TokenKind.BRACE_CLOSE && forced.get(token);
  }
}
