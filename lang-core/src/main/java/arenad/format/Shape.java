package arenad.format;

import arenad.parse.Parsed;
import arenad.symbol.SymbolId;
import arenad.syntax.Node;
import arenad.syntax.NodeKind;
import arenad.syntax.SyntaxTree;
import arenad.syntax.TokenKind;
import arenad.syntax.Tokens;
import java.util.BitSet;

/// The tree of a text, with the ways up: whose token is which, and which node is in which.
final class Shape {
  private final SyntaxTree tree;
  private final int[] owners;
  private final int[] parents;
  private final BitSet untouched = new BitSet();

  Shape(Parsed parsed) {
    this.tree = parsed.tree();
    this.owners = new int[tree.tokens().count()];
    this.parents = new int[tree.nodeCount()];
    for (int node = 0; node < tree.nodeCount(); node++) {
      int end = tree.next(node);
      for (int child = node + 1; child < end; child = tree.next(child)) {
        parents[child] = node;
      }
      for (int token = tree.first(node); token < tree.end(node); token++) {
        owners[token] = node;
      }
    }
    markBroken(parsed);
  }

  private void markBroken(Parsed parsed) {
    for (Node item : parsed.tree().root().children()) {
      if (item.is(NodeKind.ERROR) || item.is(NodeKind.LEFTOVER)) {
        untouched.set(item.first(), item.end());
      }
    }
    for (SymbolId symbol : parsed.symbols()) {
      if (parsed.isBroken(symbol)) {
        Node item = item(parsed.node(symbol));
        untouched.set(item.first(), item.end());
      }
    }
  }

  private Node item(Node node) {
    int at = node.index();
    while (parents[at] != 0) {
      at = parents[at];
    }
    return new Node(tree, at);
  }

  Tokens tokens() {
    return tree.tokens();
  }

  SyntaxTree tree() {
    return tree;
  }

  /// Whether the token and the trivia before it stay as they are.
  boolean isUntouched(int token) {
    return untouched.get(token);
  }

  TokenKind kind(int token) {
    return tree.tokens().kind(token);
  }

  /// The innermost node that a token belongs to.
  int owner(int token) {
    return owners[token];
  }

  NodeKind ownerKind(int token) {
    return tree.kind(owners[token]);
  }

  int parent(int node) {
    return parents[node];
  }

  NodeKind kindOf(int node) {
    return tree.kind(node);
  }

  NodeKind parentKind(int node) {
    return tree.kind(parents[node]);
  }

  int first(int node) {
    return tree.first(node);
  }

  /// Whether a token is the first one of a child of a node.
  boolean startsChild(int node, int token) {
    int end = tree.next(node);
    for (int child = node + 1; child < end; child = tree.next(child)) {
      if (tree.first(child) == token && tree.end(child) > token) {
        return true;
      }
      if (tree.first(child) > token) {
        return false;
      }
    }
    return false;
  }

  /// The bracket of a node's own that opens before a token and is not closed before it, or -1.
  int openerBefore(int node, int token) {
    int opener = -1;
    for (int at = tree.first(node); at < token; at = nextOwn(node, at)) {
      if (owners[at] == node && opens(node, at)) {
        opener = at;
      } else if (owners[at] == node && closes(node, at)) {
        opener = -1;
      }
    }
    return opener;
  }

  /// The token after `token`, or after the child of `node` that it belongs to.
  private int nextOwn(int node, int token) {
    int at = owners[token];
    if (at == node) {
      return token + 1;
    }
    while (parents[at] != node) {
      at = parents[at];
    }
    return tree.end(at);
  }

  private boolean opens(int node, int token) {
    return switch (kind(token)) {
      case PAREN_OPEN, BRACKET_OPEN, BRACE_OPEN -> true;
      case LESS -> isAngled(tree.kind(node));
      default -> false;
    };
  }

  /// Whether a token is a closing bracket of its node.
  boolean closes(int node, int token) {
    return switch (kind(token)) {
      case PAREN_CLOSE, BRACKET_CLOSE, BRACE_CLOSE -> true;
      case GREATER -> isAngled(tree.kind(node));
      default -> false;
    };
  }

  static boolean isAngled(NodeKind kind) {
    return kind == NodeKind.TYPE_ARGS || kind == NodeKind.TYPE_PARAMS;
  }
}
