package arenad.checker;

import arenad.lifetime.Atom;
import arenad.lifetime.BitRow;
import java.util.HashMap;
import java.util.Map;

/// Which arenas live around a scoped one: from before it begins until after it ends.
final class ScopedArenas {

  private record Birth(int block, int event) {}

  private static final int BEFORE_ALL = -1;

  private final Constraints constraints;
  private final Map<Integer, Birth> births = new HashMap<>();
  private final Map<Integer, BitRow> endedAtEnd = new HashMap<>();

  private ScopedArenas(Constraints constraints) {
    this.constraints = constraints;
  }

  static ScopedArenas of(Constraints constraints, Liveness liveness) {
    ScopedArenas scoped = new ScopedArenas(constraints);
    constraints.joinedAt.forEach(
        (atom, block) -> scoped.births.put(atom.id(), new Birth(block, BEFORE_ALL)));
    liveness.visit(scoped::visit);
    return scoped;
  }

  private void visit(int block, int event, BitRow ended) {
    Events events = constraints.events;
    int subject = events.subject(event);
    switch (events.kind(event)) {
      case BIRTH -> births.put(subject, new Birth(block, event));
      case FREE_SCOPED ->
          constraints
              .system
              .set(subject)
              .forEach(id -> endedAtEnd.computeIfAbsent(id, _ -> new BitRow()).addAll(ended));
      case USE,
          DEEP_USE,
          CHECKED,
          FREE,
          RELEASE,
          DROP,
          END,
          EXIT,
          TESTED,
          NARROWED,
          OVERWRITTEN -> {}
    }
  }

  /// Whether `outer` is alive when `scoped` begins and not possibly ended before it ends.
  boolean livesThrough(Atom outer, Atom scoped) {
    Birth inner = births.get(scoped.original().id());
    BitRow ended = endedAtEnd.get(scoped.id());
    if (inner == null || ended == null || ended.contains(outer.id())) {
      return false;
    }
    if (outer.isOfEarlierTurns()) {
      return true;
    }
    Birth birth = births.get(outer.id());
    boolean before =
        birth != null
            && (birth.block() == inner.block()
                ? birth.event() < inner.event()
                : constraints.graph.dominates(birth.block(), inner.block()));
    return before;
  }
}
