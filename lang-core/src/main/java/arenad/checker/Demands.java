package arenad.checker;

import arenad.lifetime.Atom;
import arenad.lifetime.BitRow;
import arenad.lifetime.Inclusions;
import arenad.lifetime.Outlives;
import java.util.function.BiConsumer;

/// Decides whether the relations hold at a call that a callee's `requires` demands.
final class Demands {

  private Demands() {}

  /// @param depend told of each relation that is the caller's caller's to keep
  static boolean hold(
      Constraints.Demand demand,
      Inclusions system,
      Outlives outlives,
      BiConsumer<Atom, Atom> depend) {
    int[] left = demand.left();
    int[] right = demand.right();
    return switch (demand.clause().relation()) {
      case GREATER_EQUAL -> all(left, right, false, system, outlives, depend);
      case GREATER -> all(left, right, true, system, outlives, depend);
      case LESS_EQUAL -> all(right, left, false, system, outlives, depend);
      case LESS -> all(right, left, true, system, outlives, depend);
      case EQUAL ->
          all(left, right, false, system, outlives, depend)
              && all(right, left, false, system, outlives, depend);
    };
  }

  private static boolean all(
      int[] longer,
      int[] shorter,
      boolean strict,
      Inclusions system,
      Outlives outlives,
      BiConsumer<Atom, Atom> depend) {
    boolean all = true;
    for (int one : longer) {
      for (int other : shorter) {
        all &= each(one, other, strict, system, outlives, depend);
      }
    }
    return all;
  }

  private static boolean each(
      int longer,
      int shorter,
      boolean strict,
      Inclusions system,
      Outlives outlives,
      BiConsumer<Atom, Atom> depend) {
    BitRow values = system.set(longer);
    BitRow holders = system.set(shorter);
    // Nothing is strictly longer than what lives for ever.
    boolean all = !strict || hasAtom(holders, system);
    for (int id = values.next(0); id >= 0; id = values.next(id + 1)) {
      for (int other = holders.next(0); other >= 0; other = holders.next(other + 1)) {
        if (system.element(id) instanceof Atom value
            && system.element(other) instanceof Atom holder) {
          all &= pair(value, holder, strict, outlives, depend);
        }
      }
    }
    return all;
  }

  private static boolean hasAtom(BitRow set, Inclusions system) {
    for (int id = set.next(0); id >= 0; id = set.next(id + 1)) {
      if (system.element(id) instanceof Atom) {
        return true;
      }
    }
    return false;
  }

  /// Strictness is never inferred: it comes from nesting, or it is written.
  private static boolean pair(
      Atom value, Atom holder, boolean strict, Outlives outlives, BiConsumer<Atom, Atom> depend) {
    return switch (outlives.compare(value, holder)) {
      case HOLDS -> !strict || value != holder;
      case FAILS -> false;
      case DEPENDS -> {
        if (!strict) {
          depend.accept(value, holder);
        }
        yield !strict;
      }
    };
  }
}
