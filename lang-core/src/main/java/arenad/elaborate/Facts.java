package arenad.elaborate;

import arenad.type.Type;
import arenad.typed.Variable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What is known at a point of a body, on every path that leads to it.
///
/// @param reachable whether a path leads here at all
/// @param uncertain whether something that could not be elaborated lies on the way; then nothing is
///   complained about that follows from these facts
/// @param present nullable paths that are known not to be null
/// @param variants what unions at paths are known to hold
/// @param unassigned variables that may not have a value yet
record Facts(
    boolean reachable,
    boolean uncertain,
    Set<Path> present,
    Map<Path, Type> variants,
    Set<Variable> unassigned) {

  static final Facts START = new Facts(true, false, Set.of(), Map.of(), Set.of());

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
    Map<Path, Type> alike = new HashMap<>(variants);
    alike.entrySet().retainAll(other.variants.entrySet());
    Set<Variable> either = new HashSet<>(unassigned);
    either.addAll(other.unassigned);
    return new Facts(true, uncertain || other.uncertain, both, alike, either);
  }

  /// Nothing goes on from here.
  Facts ended() {
    return new Facts(false, uncertain, present, variants, unassigned);
  }

  /// Past something that could not be elaborated.
  Facts asUncertain() {
    return new Facts(reachable, true, present, variants, Set.of());
  }

  Facts withPresent(Path path) {
    if (present.contains(path)) {
      return this;
    }
    Set<Path> more = new HashSet<>(present);
    more.add(path);
    return new Facts(reachable, uncertain, more, variants, unassigned);
  }

  /// Where a path is looked at anew: what was known of it is no longer taken for granted.
  Facts withoutPresent(Path path) {
    if (!present.contains(path)) {
      return this;
    }
    Set<Path> fewer = new HashSet<>(present);
    fewer.remove(path);
    return new Facts(reachable, uncertain, fewer, variants, unassigned);
  }

  /// @param variant null when nothing is known
  Facts withVariant(Path path, @Nullable Type variant) {
    if (Objects.equals(variants.get(path), variant)) {
      return this;
    }
    Map<Path, Type> changed = new HashMap<>(variants);
    if (variant == null) {
      changed.remove(path);
    } else {
      changed.put(path, variant);
    }
    return new Facts(reachable, uncertain, present, changed, unassigned);
  }

  Facts withUnassigned(Variable variable) {
    Set<Variable> more = new HashSet<>(unassigned);
    more.add(variable);
    return new Facts(reachable, uncertain, present, variants, more);
  }

  Facts withAssigned(Variable variable) {
    if (!unassigned.contains(variable)) {
      return this;
    }
    Set<Variable> fewer = new HashSet<>(unassigned);
    fewer.remove(variable);
    return new Facts(reachable, uncertain, present, variants, fewer);
  }

  /// Without the paths that `written` may have changed.
  Facts forgetting(Predicate<Path> written) {
    if (present.stream().noneMatch(written) && variants.keySet().stream().noneMatch(written)) {
      return this;
    }
    Set<Path> kept = new HashSet<>(present);
    kept.removeIf(written);
    Map<Path, Type> known = new HashMap<>(variants);
    known.keySet().removeIf(written);
    return new Facts(reachable, uncertain, kept, known, unassigned);
  }

  /// Without the paths that any of `writes` may have changed.
  Facts forgetting(Writes writes) {
    return forgetting(writes::mayChange);
  }
}
