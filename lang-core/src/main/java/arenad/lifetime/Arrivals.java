package arenad.lifetime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which constraint first brought each element to each variable: the explanation of a relation is
/// the way back. The work list goes breadth first, so it is among the shortest.
public final class Arrivals {

  /// Of a step that says nothing to anybody.
  public static final int NO_REASON = 0;

  /// @param reason the number that whoever made the constraint gave it
  public record Step(int variable, int element, int reason) {}

  private record Arrival(int fromVariable, int fromElement, int reason) {}

  private static final int NOWHERE = -1;

  private final Map<Long, Arrival> arrivals = new HashMap<>();

  void begin(int variable, int element, int reason) {
    arrivals.putIfAbsent(key(variable, element), new Arrival(NOWHERE, element, reason));
  }

  void move(int variable, int element, int fromVariable, int fromElement, int reason) {
    arrivals.putIfAbsent(key(variable, element), new Arrival(fromVariable, fromElement, reason));
  }

  /// The way of an element to a variable, from its birth on.
  public List<Step> way(int variable, int element) {
    List<Step> steps = new ArrayList<>();
    int at = variable;
    int as = element;
    @Nullable Arrival arrival = arrivals.get(key(at, as));
    while (arrival != null) {
      steps.add(new Step(at, as, arrival.reason));
      at = arrival.fromVariable;
      as = arrival.fromElement;
      arrival = at == NOWHERE ? null : arrivals.get(key(at, as));
    }
    Collections.reverse(steps);
    return steps;
  }

  private static long key(int variable, int element) {
    return (long) variable << 32 | element;
  }
}
