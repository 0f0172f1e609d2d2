package arenad.syntax;

import java.util.Arrays;

/// The lossless tree of a text: nodes over its tokens, in parallel arrays in preorder.
///
/// A node is an index. It covers the tokens from `first` (inclusive) to `end` (exclusive); a node
/// that stands for something missing covers none. The subtree of a node is the nodes from its index
/// to `next` (exclusive). Tokens that no child covers belong to the node itself. The root is node 0
/// and covers all tokens, the end of the text included.
public final class SyntaxTree {
  private final Tokens tokens;
  private final byte[] kinds;
  private final int[] firsts;
  private final int[] ends;
  private final int[] sizes;

  private SyntaxTree(Tokens tokens, byte[] kinds, int[] firsts, int[] ends, int[] sizes) {
    this.tokens = tokens;
    this.kinds = kinds;
    this.firsts = firsts;
    this.ends = ends;
    this.sizes = sizes;
  }

  public Tokens tokens() {
    return tokens;
  }

  public Node root() {
    return new Node(this, 0);
  }

  public int nodeCount() {
    return kinds.length;
  }

  public NodeKind kind(int node) {
    return NodeKind.at(kinds[node]);
  }

  /// Its first token.
  public int first(int node) {
    return firsts[node];
  }

  /// The token after its last.
  public int end(int node) {
    return ends[node];
  }

  /// The node after its subtree.
  public int next(int node) {
    return node + sizes[node];
  }

  /// Builds a tree bottom up: a node is closed after its children, and may be wrapped around nodes
  /// that are complete, which is how `a + b` becomes the left side of `a + b + c`.
  public static final class Builder {
    private byte[] kinds = new byte[64];
    private int[] firsts = new int[64];
    private int[] ends = new int[64];
    private int[] sizes = new int[64];
    private int[] heights = new int[64];
    private int count;

    /// How many nodes there are; what begins here can be closed with this number.
    public int mark() {
      return count;
    }

    /// Closes a node around all nodes made since `mark`.
    public void close(int mark, NodeKind kind, int first, int end) {
      if (count == kinds.length) {
        grow();
      }
      int height = 0;
      for (int child = count - 1; child >= mark; child -= sizes[child]) {
        height = Math.max(height, heights[child]);
      }
      kinds[count] = (byte) kind.ordinal();
      firsts[count] = first;
      ends[count] = end;
      sizes[count] = count - mark + 1;
      heights[count] = height + kind.levels();
      count++;
    }

    /// The levels of nesting in the node closed last.
    public int height() {
      return count == 0 ? 0 : heights[count - 1];
    }

    /// The kind of the node closed last.
    public NodeKind lastKind() {
      return NodeKind.at(kinds[count - 1]);
    }

    private void grow() {
      int larger = count * 2;
      kinds = Arrays.copyOf(kinds, larger);
      firsts = Arrays.copyOf(firsts, larger);
      ends = Arrays.copyOf(ends, larger);
      sizes = Arrays.copyOf(sizes, larger);
      heights = Arrays.copyOf(heights, larger);
    }

    /// The tree; the node closed last is its root. Turns the order of closing into preorder.
    public SyntaxTree build(Tokens tokens) {
      int[] places = new int[count];
      for (int node = count - 1; node >= 0; node--) {
        int end = places[node] + sizes[node];
        for (int child = node - 1; child > node - sizes[node]; child -= sizes[child]) {
          end -= sizes[child];
          places[child] = end;
        }
      }
      byte[] kindsInOrder = new byte[count];
      int[] firstsInOrder = new int[count];
      int[] endsInOrder = new int[count];
      int[] sizesInOrder = new int[count];
      for (int node = 0; node < count; node++) {
        int place = places[node];
        kindsInOrder[place] = kinds[node];
        firstsInOrder[place] = firsts[node];
        endsInOrder[place] = ends[node];
        sizesInOrder[place] = sizes[node];
      }
      return new SyntaxTree(tokens, kindsInOrder, firstsInOrder, endsInOrder, sizesInOrder);
    }
  }
}
