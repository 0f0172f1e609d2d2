package arenad.bench.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What was measured of each side, in whatever unit.
final class Samples {
  private final Map<String, List<Double>> bySide = new LinkedHashMap<>();

  void add(String side, double figure) {
    bySide.computeIfAbsent(side, _ -> new ArrayList<>()).add(figure);
  }

  Set<String> sides() {
    return Collections.unmodifiableSet(bySide.keySet());
  }

  boolean has(String side) {
    return bySide.containsKey(side);
  }

  double median(String side) {
    List<Double> sorted = sorted(side);
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  double least(String side) {
    return sorted(side).getFirst();
  }

  /// The side with the least median among those whose names begin so.
  String leastMedianOf(String prefix) {
    return bySide.keySet().stream()
        .filter(side -> side.startsWith(prefix))
        .min(Comparator.comparingDouble(this::median))
        .orElseThrow();
  }

  private List<Double> sorted(String side) {
    return bySide.getOrDefault(side, List.of()).stream().sorted().toList();
  }
}
