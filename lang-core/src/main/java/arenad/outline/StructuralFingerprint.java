package arenad.outline;

import arenad.syntax.Node;
import arenad.syntax.NodeKind;
import arenad.syntax.SyntaxTree;
import arenad.syntax.Tokens;
import java.util.Arrays;

/// Fingerprints of trees: kinds of nodes and texts of tokens, in order, nothing else. Trivia does not
/// count, but what it decides does: a statement that a line break ends is another node.
final class StructuralFingerprint {
  /// Words that no token begins with.
  private static final long OPEN = 1L << 32;

  private static final long CLOSE = 2L << 32;

  private StructuralFingerprint() {}

  /// That of a node, without its children of one kind.
  static Fingerprint without(Node node, NodeKind left) {
    FingerprintBuilder into = new FingerprintBuilder();
    SyntaxTree tree = node.tree();
    into.add(OPEN | node.kind().ordinal());
    int token = node.first();
    int end = tree.next(node.index());
    for (int child = node.index() + 1; child < end; child = tree.next(child)) {
      tokens(tree.tokens(), token, tree.first(child), into);
      if (tree.kind(child) != left) {
        add(tree, child, into);
      }
      token = tree.end(child);
    }
    tokens(tree.tokens(), token, node.end(), into);
    return into.build();
  }

  /// That of a whole node.
  static Fingerprint of(Node node) {
    FingerprintBuilder into = new FingerprintBuilder();
    add(node.tree(), node.index(), into);
    return into.build();
  }

  /// Goes through the subtree without recursion: nodes are closed when the walk has passed them.
  private static void add(SyntaxTree tree, int node, FingerprintBuilder into) {
    int end = tree.next(node);
    int token = tree.first(node);
    int[] open = new int[16];
    int depth = 0;
    for (int at = node; at < end; at++) {
      while (depth > 0 && tree.next(open[depth - 1]) <= at) {
        token = close(tree, open[--depth], token, into);
      }
      token = tokens(tree.tokens(), token, tree.first(at), into);
      into.add(OPEN | tree.kind(at).ordinal());
      if (depth == open.length) {
        open = Arrays.copyOf(open, depth * 2);
      }
      open[depth++] = at;
    }
    while (depth > 0) {
      token = close(tree, open[--depth], token, into);
    }
  }

  private static int close(SyntaxTree tree, int node, int token, FingerprintBuilder into) {
    int next = tokens(tree.tokens(), token, tree.end(node), into);
    into.add(CLOSE);
    return next;
  }

  private static int tokens(Tokens tokens, int from, int to, FingerprintBuilder into) {
    String text = tokens.text().text();
    for (int token = from; token < to; token++) {
      into.add(tokens.kind(token).ordinal());
      if (!tokens.kind(token).isFixed()) {
        into.add(text, tokens.start(token), tokens.end(token));
      }
    }
    return Math.max(from, to);
  }
}
