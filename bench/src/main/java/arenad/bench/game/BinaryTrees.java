package arenad.bench.game;

import org.jspecify.annotations.Nullable;

/// binary-trees: makes and walks many trees.
public final class BinaryTrees {
  private BinaryTrees() {}

  private record Node(@Nullable Node left, @Nullable Node right) {

    int count() {
      return left == null || right == null ? 1 : 1 + left.count() + right.count();
    }
  }

  private static Node grow(int depth) {
    return depth == 0 ? new Node(null, null) : new Node(grow(depth - 1), grow(depth - 1));
  }

  /// `BinaryTrees DEPTH`.
  public static void main(String[] arguments) {
    int asked = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
    int deepest = Math.max(asked, 6);
    int stretch = grow(deepest + 1).count();
    System.out.println("stretch tree of depth " + (deepest + 1) + "\t check: " + stretch);
    Node longLived = grow(deepest);
    for (int depth = 4; depth <= deepest; depth += 2) {
      int trees = 1 << deepest - depth + 4;
      int check = 0;
      for (int i = 0; i < trees; i++) {
        check += grow(depth).count();
      }
      System.out.println(trees + "\t trees of depth " + depth + "\t check: " + check);
    }
    System.out.println("long lived tree of depth " + deepest + "\t check: " + longLived.count());
  }
}
