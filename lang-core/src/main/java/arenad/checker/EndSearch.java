package arenad.checker;

import arenad.lifetime.Atom;
import arenad.lifetime.BitRow;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds, for an atom that may have ended, where: backwards from the place that minds.
final class EndSearch {

  /// @param certain whether each path comes by there
  record End(int event, boolean certain) {}

  private record Told(@Nullable Integer end, Atom atom) {}

  private final Constraints constraints;
  private final FlowGraph graph;
  private final Events events;
  private final Liveness liveness;
  private final Set<Told> told = new HashSet<>();

  EndSearch(Constraints constraints, Liveness liveness) {
    this.constraints = constraints;
    this.liveness = liveness;
    graph = constraints.graph;
    events = constraints.events;
  }

  /// Whether this is the first complaint about that atom and that end.
  boolean isFirst(Finding.Ended finding) {
    End end = endBefore(finding.atom(), finding.block(), finding.event());
    return told.add(new Told(end == null ? null : end.event(), finding.atom().original()));
  }

  @Nullable End endBefore(Atom atom, int block, int event) {
    Deque<Integer> work = new ArrayDeque<>();
    boolean[] seen = new boolean[graph.blockCount()];
    Integer here = lastIn(atom, events.first(block), event);
    if (here != null) {
      return new End(here, true);
    }
    for (int predecessor : graph.predecessors(block)) {
      work.add(predecessor);
    }
    while (!work.isEmpty()) {
      int at = work.poll();
      if (!seen[at]) {
        seen[at] = true;
        Integer found = lastIn(atom, events.first(at), events.end(at));
        if (found != null) {
          boolean certain = !atom.isOfEarlierTurns() && graph.dominates(at, block);
          return new End(found, certain && isAlone(atom, found));
        }
        for (int predecessor : graph.predecessors(at)) {
          work.add(predecessor);
        }
      }
    }
    return null;
  }

  /// Whether the end is of this atom and of no other that it might be instead.
  private boolean isAlone(Atom atom, int event) {
    Events.Kind kind = events.kind(event);
    if (kind == Events.Kind.END) {
      return true;
    }
    BitRow ended = constraints.system.set(events.subject(event));
    int first = ended.next(0);
    return first >= 0
        && ended.next(first + 1) < 0
        && liveness.endedWith(events.subject(event)).contains(atom.id());
  }

  private @Nullable Integer lastIn(Atom atom, int first, int end) {
    for (int event = end - 1; event >= first; event--) {
      if (ends(event, atom)) {
        return event;
      }
    }
    return null;
  }

  private boolean ends(int event, Atom atom) {
    return switch (events.kind(event)) {
      case FREE, RELEASE, FREE_SCOPED, DROP -> {
        BitRow ended = liveness.endedWith(events.subject(event));
        yield ended.contains(atom.id()) || ended.contains(atom.original().id());
      }
      case END ->
          events.subject(event) == atom.id() || events.subject(event) == atom.original().id();
      case USE, DEEP_USE, CHECKED, BIRTH, EXIT, TESTED, NARROWED, OVERWRITTEN -> false;
    };
  }
}
