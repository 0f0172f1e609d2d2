package arenad.elaborate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a statement stands in, inside its function: where `break`, `continue` and `return` lead.
sealed interface Surroundings {

  @Nullable Surroundings outer();

  /// @param exits what is known at each `break`
  record Loop(@Nullable Surroundings outer, List<Facts> exits) implements Surroundings {}

  /// The closure of a `useArena`.
  ///
  /// @param exits what is known at each `return`
  record Closure(@Nullable Surroundings outer, List<Facts> exits) implements Surroundings {}

  /// A closure that is passed to a function: a function of its own, so that only its `return` leaves it.
  record Passed(@Nullable Surroundings outer) implements Surroundings {}

  /// The statement of a `defer`.
  record Deferred(@Nullable Surroundings outer) implements Surroundings {}

  /// The innermost that is no loop, or null: what a `return` leaves.
  static @Nullable Surroundings withoutLoops(@Nullable Surroundings from) {
    Surroundings at = from;
    while (at instanceof Loop loop) {
      at = loop.outer();
    }
    return at;
  }
}
