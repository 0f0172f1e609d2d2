package arenad.checker;

import arenad.lifetime.Atom;
import arenad.lifetime.BitRow;
import arenad.lifetime.Inclusions;
import arenad.lifetime.Outlives;
import arenad.lifetime.Position;

/// Decides whether the relations hold at a call that a callee's `requires` demands.
final class Demands {

  /// Is told of each relation that is the caller's caller's to keep.
  interface Dependence {
    void depend(Atom value, int variable, Atom holder);
  }

  private final Inclusions system;
  private final Outlives outlives;
  private final DeclaredLifetimes declared;
  private final Dependence dependence;

  Demands(Inclusions system, Outlives outlives, DeclaredLifetimes declared, Dependence dependence) {
    this.system = system;
    this.outlives = outlives;
    this.declared = declared;
    this.dependence = dependence;
  }

  boolean hold(Constraints.Demand demand) {
    int[] left = demand.left();
    int[] right = demand.right();
    if (demand.ofRegion() && (!anyAtom(left) || !anyAtom(right))) {
      // What is null is in no region.
      return true;
    }
    return switch (demand.clause().relation()) {
      case GREATER_EQUAL -> all(left, right, false);
      case GREATER -> all(left, right, true);
      case LESS_EQUAL -> all(right, left, false);
      case LESS -> all(right, left, true);
      case EQUAL -> all(left, right, false) && all(right, left, false);
    };
  }

  private boolean all(int[] longer, int[] shorter, boolean strictly) {
    boolean all = true;
    for (int one : longer) {
      for (int other : shorter) {
        all &= each(one, other, strictly);
      }
    }
    return all;
  }

  /// What lives in nothing lives for ever: nothing lives longer, and only it lives as long.
  private boolean each(int longer, int shorter, boolean strictly) {
    BitRow values = system.set(longer);
    BitRow holders = system.set(shorter);
    if (!hasAtom(holders)) {
      return !strictly && !hasAtom(values);
    }
    boolean all = true;
    for (int id = values.next(0); id >= 0; id = values.next(id + 1)) {
      for (int other = holders.next(0); other >= 0; other = holders.next(other + 1)) {
        if (system.element(id) instanceof Atom value
            && system.element(other) instanceof Atom holder) {
          all &= pair(value, longer, holder, strictly);
        }
      }
    }
    return all;
  }

  private boolean anyAtom(int[] variables) {
    for (int variable : variables) {
      if (hasAtom(system.set(variable))) {
        return true;
      }
    }
    return false;
  }

  private boolean hasAtom(BitRow set) {
    for (int id = set.next(0); id >= 0; id = set.next(id + 1)) {
      if (system.element(id) instanceof Atom) {
        return true;
      }
    }
    return false;
  }

  private boolean pair(Atom value, int variable, Atom holder, boolean strictly) {
    if (!strictly && outlives.compare(value, holder) == Outlives.Verdict.DEPENDS) {
      dependence.depend(value, variable, holder);
    }
    return isMet(value, holder, strictly);
  }

  /// Strictness is never inferred: it comes from nesting, or it is written.
  boolean isMet(Atom value, Atom holder, boolean strictly) {
    return switch (outlives.compare(value, holder)) {
      case HOLDS -> !strictly || value != holder;
      case FAILS -> false;
      case DEPENDS -> !strictly || isWritten(value, holder);
    };
  }

  private boolean isWritten(Atom value, Atom holder) {
    Position longer = value.position();
    Position shorter = holder.position();
    return longer != null && shorter != null && declared.imply(longer, shorter, true);
  }
}
