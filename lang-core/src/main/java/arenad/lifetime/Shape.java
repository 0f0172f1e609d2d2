package arenad.lifetime;

import java.util.List;

/// The leaves of a type of values, in the order of declaration: all that a lifetime can be about.
public record Shape(List<Leaf> leaves) {
  public Shape {
    leaves = List.copyOf(leaves);
  }

  static final Shape EMPTY = new Shape(List.of());

  public int size() {
    return leaves.size();
  }

  public Leaf leaf(int index) {
    return leaves.get(index);
  }

  /// The leaf whose path the names begin with, or -1.
  public int leafAt(List<String> names, int from) {
    for (int i = 0; i < leaves.size(); i++) {
      List<String> path = leaves.get(i).path();
      int end = from + path.size();
      if (end <= names.size() && names.subList(from, end).equals(path)) {
        return i;
      }
    }
    return -1;
  }
}
