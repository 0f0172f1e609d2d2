package arenad.lifetime;

import arenad.type.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which types lead back to themselves. Behind a reference into such a group everything of one type
/// is taken together, so that a list or a graph has finitely many positions.
final class Cycles {

  private final Shapes shapes;
  private final Map<Type, Set<Type>> reached = new HashMap<>();
  private final Map<List<Type>, List<String>> paths = new HashMap<>();

  Cycles(Shapes shapes) {
    this.shapes = shapes;
  }

  boolean together(Type one, Type other) {
    return reached(one).contains(other) && reached(other).contains(one);
  }

  private Set<Type> reached(Type type) {
    return reached.computeIfAbsent(type, from -> new HashSet<>(shapes.reachable(from)));
  }

  /// The shortest path, of one step at least, from a leaf of one type to a leaf of another: the name
  /// that all of that type go by.
  List<String> path(Type from, Type to) {
    return paths.computeIfAbsent(List.of(from, to), _ -> search(from, to));
  }

  private record Step(Type type, List<String> path) {}

  private List<String> search(Type from, Type to) {
    Set<Type> seen = new HashSet<>();
    Deque<Step> work = new ArrayDeque<>(List.of(new Step(from, List.of())));
    while (!work.isEmpty()) {
      Step at = work.poll();
      for (Leaf leaf : shapes.steps(at.type())) {
        List<String> path = new ArrayList<>(at.path());
        path.addAll(leaf.path());
        if (leaf.type().equals(to)) {
          return path;
        }
        if (seen.add(leaf.type())) {
          work.add(new Step(leaf.type(), path));
        }
      }
    }
    throw new IllegalArgumentException(from + " does not lead to " + to);
  }
}
