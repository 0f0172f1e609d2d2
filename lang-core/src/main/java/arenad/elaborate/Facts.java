package arenad.elaborate;

import arenad.typed.Variable;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/// What is known at a point of a body, on every path that leads to it.
///
/// @param reachable whether a path leads here at all
/// @param uncertain whether something that could not be elaborated lies on the way; then nothing is
///   complained about that follows from these facts
/// @param present nullable paths that are known not to be null
/// @param unassigned variables that may not have a value yet
record Facts(boolean reachable, boolean uncertain, Set<Path> present, Set<Variable> unassigned) {

  static final Facts START = new Facts(true, false, Set.of(), Set.of());

  /// What is known where two ways meet.
  Facts join(Facts other) {
    if (!reachable) {
      return uncertain ? other.asUncertain() : other;
    }
    if (!other.reachable) {
      return other.uncertain ? asUncertain() : this;
    }
    if (equals(other)) {
      return this;
    }
    Set<Path> both = new HashSet<>(present);
    both.retainAll(other.present);
    Set<Variable> either = new HashSet<>(unassigned);
    either.addAll(other.unassigned);
    return new Facts(true, uncertain || other.uncertain, both, either);
  }

  /// Nothing goes on from here.
  Facts ended() {
    return new Facts(false, uncertain, present, unassigned);
  }

  /// Past something that could not be elaborated.
  Facts asUncertain() {
    return new Facts(reachable, true, present, Set.of());
  }

  Facts withPresent(Path path) {
    if (present.contains(path)) {
      return this;
    }
    Set<Path> more = new HashSet<>(present);
    more.add(path);
    return new Facts(reachable, uncertain, more, unassigned);
  }

  Facts withUnassigned(Variable variable) {
    Set<Variable> more = new HashSet<>(unassigned);
    more.add(variable);
    return new Facts(reachable, uncertain, present, more);
  }

  Facts withAssigned(Variable variable) {
    if (!unassigned.contains(variable)) {
      return this;
    }
    Set<Variable> fewer = new HashSet<>(unassigned);
    fewer.remove(variable);
    return new Facts(reachable, uncertain, present, fewer);
  }

  /// Without the paths that `written` may have changed.
  Facts forgetting(Predicate<Path> written) {
    if (present.stream().noneMatch(written)) {
      return this;
    }
    Set<Path> kept = new HashSet<>(present);
    kept.removeIf(written);
    return new Facts(reachable, uncertain, kept, unassigned);
  }

  /// Without the paths that any of `writes` may have changed.
  Facts forgetting(Writes writes) {
    return forgetting(writes::mayChange);
  }
}
