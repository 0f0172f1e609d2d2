package arenad.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A node of a [SyntaxTree], to walk with. Equal nodes are the same node of the same tree.
public record Node(SyntaxTree tree, int index) {

  public NodeKind kind() {
    return tree.kind(index);
  }

  public boolean is(NodeKind kind) {
    return tree.kind(index) == kind;
  }

  /// Its first token.
  public int first() {
    return tree.first(index);
  }

  /// The token after its last.
  public int end() {
    return tree.end(index);
  }

  /// Whether it stands for something that is missing.
  public boolean isEmpty() {
    return first() == end();
  }

  /// Its children, in the order of the text.
  public List<Node> children() {
    List<Node> children = new ArrayList<>();
    int end = tree.next(index);
    for (int child = index + 1; child < end; child = tree.next(child)) {
      children.add(new Node(tree, child));
    }
    return children;
  }

  /// Its children of a kind.
  public List<Node> children(NodeKind kind) {
    List<Node> children = new ArrayList<>();
    int end = tree.next(index);
    for (int child = index + 1; child < end; child = tree.next(child)) {
      if (tree.kind(child) == kind) {
        children.add(new Node(tree, child));
      }
    }
    return children;
  }

  /// Its first child of a kind, or null.
  public @Nullable Node child(NodeKind kind) {
    int end = tree.next(index);
    for (int child = index + 1; child < end; child = tree.next(child)) {
      if (tree.kind(child) == kind) {
        return new Node(tree, child);
      }
    }
    return null;
  }

  /// Its first token of its own (not a child's) of a kind, or -1.
  public int token(TokenKind kind) {
    int child = index + 1;
    int childrenEnd = tree.next(index);
    int token = first();
    while (token < end()) {
      if (child < childrenEnd && tree.first(child) <= token) {
        token = Math.max(token, tree.end(child));
        child = tree.next(child);
      } else if (tree.tokens().is(token, kind)) {
        return token;
      } else {
        token++;
      }
    }
    return -1;
  }

  public boolean hasToken(TokenKind kind) {
    return token(kind) >= 0;
  }

  /// Its text with the trivia inside, without that before its first token.
  public String text() {
    Tokens tokens = tree.tokens();
    return isEmpty() ? "" : tokens.text().substring(tokens.start(first()), tokens.end(end() - 1));
  }

  /// The innermost node at a token, with all that contain it, outermost first.
  public List<Node> pathTo(int token) {
    List<Node> path = new ArrayList<>();
    int node = index;
    while (true) {
      path.add(new Node(tree, node));
      int inner = childAt(node, token);
      if (inner < 0) {
        return path;
      }
      node = inner;
    }
  }

  private int childAt(int node, int token) {
    int end = tree.next(node);
    for (int child = node + 1; child < end; child = tree.next(child)) {
      if (tree.first(child) <= token && token < tree.end(child)) {
        return child;
      }
    }
    return -1;
  }
}
