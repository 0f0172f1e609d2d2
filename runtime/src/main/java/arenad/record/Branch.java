package arenad.record;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Arenas of one label that were made from arenas of the same ancestry: a line of the picture.
///
/// A label occurs once between a branch and its root: what recursion nests is one branch, however deep.
final class Branch {
  final int number;
  final Label label;
  final @Nullable Branch parent;
  final int thread;
  final Load load;
  private final Map<Label, Branch> children = new HashMap<>();

  Branch(int number, Label label, @Nullable Branch parent, int thread, Load load) {
    this.number = number;
    this.label = label;
    this.parent = parent;
    this.thread = thread;
    this.load = load;
  }

  /// The branch below this one that stands for a label, or null if there is none yet.
  @Nullable Branch at(Label wanted) {
    for (Branch above = this; above != null; above = above.parent) {
      if (above.label == wanted) {
        return above;
      }
    }
    return children.get(wanted);
  }

  void add(Branch child) {
    children.put(child.label, child);
  }
}
