package arenad.parse;

import arenad.syntax.Node;
import arenad.syntax.SyntaxTree;
import arenad.syntax.Tokens;
import java.util.Arrays;

/// A tree as text. What `arenad dump tree` shows: a node a line, indented, with its tokens between
/// its children; one without children on a single line.
public final class TreeListing {
  private TreeListing() {}

  public static String of(Node root) {
    StringBuilder out = new StringBuilder();
    SyntaxTree tree = root.tree();
    int[] open = new int[16];
    int depth = 0;
    int token = root.first();
    int end = tree.next(root.index());
    for (int at = root.index(); at < end; at++) {
      while (depth > 0 && tree.next(open[depth - 1]) <= at) {
        token = tokens(tree, token, tree.end(open[depth - 1]), depth, out);
        depth--;
      }
      token = tokens(tree, token, tree.first(at), depth, out);
      indent(depth, out).append(tree.kind(at));
      if (tree.next(at) == at + 1) {
        token = inline(tree, at, out);
        continue;
      }
      out.append('\n');
      if (depth == open.length) {
        open = Arrays.copyOf(open, depth * 2);
      }
      open[depth++] = at;
    }
    while (depth > 0) {
      token = tokens(tree, token, tree.end(open[depth - 1]), depth, out);
      depth--;
    }
    return out.toString();
  }

  private static int inline(SyntaxTree tree, int node, StringBuilder out) {
    for (int token = tree.first(node); token < tree.end(node); token++) {
      out.append(' ').append(Quoted.of(tree.tokens().textOf(token)));
    }
    out.append('\n');
    return tree.end(node);
  }

  private static int tokens(SyntaxTree tree, int from, int to, int depth, StringBuilder out) {
    Tokens tokens = tree.tokens();
    for (int token = from; token < to; token++) {
      indent(depth, out).append(Quoted.of(tokens.textOf(token))).append('\n');
    }
    return Math.max(from, to);
  }

  private static StringBuilder indent(int depth, StringBuilder out) {
    return out.repeat("  ", depth);
  }

  /// The text that a tree covers, put together from its tokens and the trivia before them: the text
  /// it was made from.
  public static String text(SyntaxTree tree) {
    Tokens tokens = tree.tokens();
    StringBuilder out = new StringBuilder(tokens.text().length());
    int token = tree.first(0);
    for (int node = 0; node < tree.nodeCount(); node++) {
      token = text(tokens, token, tree.first(node), out);
    }
    text(tokens, token, tree.end(0), out);
    return out.toString();
  }

  private static int text(Tokens tokens, int from, int to, StringBuilder out) {
    for (int token = from; token < to; token++) {
      out.append(tokens.text().text(), tokens.triviaStart(token), tokens.end(token));
    }
    return Math.max(from, to);
  }
}
