package arenad.checker;

import arenad.lifetime.Atom;
import arenad.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The places of the source where arenas are freed by hand.
final class Ends {

  private final Constraints constraints;

  private final Liveness liveness;

  Ends(Constraints constraints, Liveness liveness) {
    this.constraints = constraints;
    this.liveness = liveness;
  }

  /// Whether an arena that it hangs on is freed by a statement behind the one that makes it.
  boolean goesWithAnother(Atom atom, Span made) {
    Events events = constraints.events;
    for (int event = 0; event < events.size(); event++) {
      if (events.kind(event) == Events.Kind.FREE
          && !atoms(event).contains(atom.original())
          && liveness.endedWith(events.subject(event)).contains(atom.id())
          && constraints.reasons.get(events.reason(event)).span().first() > made.first()) {
        return true;
      }
    }
    return false;
  }

  /// At how many places the arena is freed; a `defer` that is written out at several exits is one.
  int count(Atom atom) {
    Set<Object> places = new HashSet<>();
    Events events = constraints.events;
    for (int event = 0; event < events.size(); event++) {
      Events.Kind kind = events.kind(event);
      boolean byHand = kind == Events.Kind.FREE || kind == Events.Kind.RELEASE;
      if (byHand && atoms(event).contains(atom.original())) {
        places.add(constraints.reasons.get(events.reason(event)).span());
      }
    }
    return places.size();
  }

  /// The arena that a free ends, if it is one.
  @Nullable Atom only(int event) {
    List<Atom> all = atoms(event);
    return all.size() == 1 ? all.getFirst() : null;
  }

  private List<Atom> atoms(int event) {
    List<Atom> all = new ArrayList<>();
    constraints.system.forEachAtom(
        constraints.events.subject(event), atom -> all.add(atom.original()));
    return all;
  }
}
