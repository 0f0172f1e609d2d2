package arenad.lifetime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Relations between names, of which one lives at least as long as the other.
final class Order {

  record Pair(String longer, String shorter) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      int byLonger = longer.compareTo(other.longer);
      return byLonger != 0 ? byLonger : shorter.compareTo(other.shorter);
    }
  }

  private final TreeSet<Pair> pairs = new TreeSet<>();

  void add(String longer, String shorter) {
    if (!longer.equals(shorter)) {
      pairs.add(new Pair(longer, shorter));
    }
  }

  /// Without those that follow from the others.
  List<Pair> reduced() {
    Set<Pair> kept = new TreeSet<>(pairs);
    for (Pair pair : pairs) {
      kept.remove(pair);
      if (!follows(pair, kept)) {
        kept.add(pair);
      }
    }
    return List.copyOf(kept);
  }

  private static boolean follows(Pair pair, Set<Pair> from) {
    Set<String> reached = new HashSet<>(Set.of(pair.longer()));
    Deque<String> work = new ArrayDeque<>(reached);
    while (!work.isEmpty()) {
      String at = work.pop();
      for (Pair step : from) {
        if (step.longer().equals(at) && reached.add(step.shorter())) {
          work.push(step.shorter());
        }
      }
    }
    return reached.contains(pair.shorter());
  }

  /// Those names that do not live at least as long as another of them: what lives at most as long as
  /// all names lives at most as long as these, and the other way round.
  Set<String> least(Set<String> names) {
    List<String> kept = new ArrayList<>(names);
    for (String name : names) {
      boolean above =
          kept.stream()
              .anyMatch(other -> !other.equals(name) && follows(new Pair(name, other), pairs));
      if (above) {
        kept.remove(name);
      }
    }
    return new TreeSet<>(kept);
  }
}
