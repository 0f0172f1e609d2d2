package arenad.incremental;

import arenad.symbol.SymbolId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Brings the records of one stage up to date, each when it is first asked for, and sees to it that
/// answers that depend on themselves do not depend on who asked first.
///
/// When a question leads back to a symbol that is being settled, all symbols between form a circle:
/// to every question inside a circle the answer is null. Since some of them have been asked already,
/// the outermost member begins anew, and what was settled meanwhile is settled again. A circle can
/// only grow, so this ends.
///
/// @param <R> the record
final class Settling<R> {
  /// How one record is made or found to be still true.
  interface Stage<R> {
    R settle(SymbolId symbol);

    /// The record of a symbol that nothing has touched, or null when there is no such symbol.
    @Nullable R untouched(SymbolId symbol);
  }

  private final Stage<R> stage;
  private final Set<SymbolId> marked = new TreeSet<>();
  private final Map<SymbolId, R> settled = new HashMap<>();
  private final List<SymbolId> order = new ArrayList<>();
  private final List<SymbolId> stack = new ArrayList<>();
  private final Map<SymbolId, Integer> inFlight = new HashMap<>();
  private final Map<SymbolId, Set<SymbolId>> circles = new HashMap<>();

  Settling(Stage<R> stage) {
    this.stage = stage;
  }

  /// From now on the symbol has to be settled.
  ///
  /// @return whether it was not marked before
  boolean mark(SymbolId symbol) {
    return marked.add(symbol);
  }

  /// All that are marked, in order.
  Set<SymbolId> marked() {
    return marked;
  }

  /// The symbol that is being settled, or null.
  private @Nullable SymbolId asker() {
    return stack.isEmpty() ? null : stack.getLast();
  }

  /// The record of a symbol, settled first if it must be. Null when there is no such symbol, or when
  /// the answer would depend on itself.
  @Nullable R ask(SymbolId symbol) {
    if (!marked.contains(symbol)) {
      return stage.untouched(symbol);
    }
    SymbolId asker = asker();
    Set<SymbolId> circle = circles.get(symbol);
    if (asker != null && circle != null && circle.contains(asker)) {
      return null;
    }
    R done = settled.get(symbol);
    if (done != null) {
      return done;
    }
    Integer position = inFlight.get(symbol);
    if (position == null) {
      return settle(symbol);
    }
    if (position == stack.size() - 1) {
      circles.put(symbol, new HashSet<>(Set.of(symbol)));
      return null;
    }
    throw new Restart(outermost(close(position)));
  }

  /// Makes one circle of all that is being settled from `position` on.
  private Set<SymbolId> close(int position) {
    Set<SymbolId> circle = new HashSet<>();
    for (SymbolId member : stack.subList(position, stack.size())) {
      circle.add(member);
      circle.addAll(circles.getOrDefault(member, Set.of()));
    }
    circle.forEach(member -> circles.put(member, circle));
    return circle;
  }

  private SymbolId outermost(Set<SymbolId> circle) {
    for (SymbolId symbol : stack) {
      if (circle.contains(symbol)) {
        return symbol;
      }
    }
    throw new IllegalStateException("a circle without a member in flight");
  }

  private R settle(SymbolId symbol) {
    int begin = order.size();
    while (true) {
      inFlight.put(symbol, stack.size());
      stack.add(symbol);
      try {
        R record = stage.settle(symbol);
        settled.put(symbol, record);
        order.add(symbol);
        return record;
      } catch (Restart restart) {
        if (!restart.at.equals(symbol)) {
          throw restart;
        }
        while (order.size() > begin) {
          settled.remove(order.removeLast());
        }
      } finally {
        stack.removeLast();
        inFlight.remove(symbol);
      }
    }
  }

  /// Unwinds to the outermost member of a circle that has just been found.
  private static final class Restart extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient SymbolId at;

    Restart(SymbolId at) {
      super(null, null, false, false);
      this.at = at;
    }
  }
}
