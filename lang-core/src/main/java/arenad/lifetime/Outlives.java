package arenad.lifetime;

import java.util.function.BiPredicate;
import java.util.function.Predicate;

/// Decides, after solving, whether one atom lives at least as long as another.
public final class Outlives {

  /// The answer to a question about two atoms.
  public enum Verdict {
    HOLDS,
    /// The caller must see to it.
    DEPENDS,
    FAILS
  }

  private final Inclusions system;
  private final Predicate<Atom> handedOut;
  private final BiPredicate<Atom, Atom> livesThrough;

  /// @param handedOut whether an arena may leave the call that makes it
  /// @param livesThrough whether an arena lives from before the beginning of a scoped one until
  ///     after its end
  public Outlives(
      Inclusions system, Predicate<Atom> handedOut, BiPredicate<Atom, Atom> livesThrough) {
    this.system = system;
    this.handedOut = handedOut;
    this.livesThrough = livesThrough;
  }

  /// Whether what lives in `value` may be held by what lives in `holder`.
  public Verdict compare(Atom value, Atom holder) {
    boolean byName = value == holder && !value.isMany();
    if (!value.isJoined() && !holder.isJoined() || byName) {
      return byOwnNames(value, holder);
    }
    if (byOwnNames(value, holder) == Verdict.HOLDS && !value.isUniversal()) {
      return Verdict.HOLDS;
    }
    Verdict worst = Verdict.HOLDS;
    for (Atom one : system.heap().meanings(value)) {
      for (Atom other : system.heap().meanings(holder)) {
        Verdict verdict = byOwnNames(one, other);
        worst = verdict.compareTo(worst) > 0 ? verdict : worst;
      }
    }
    return worst;
  }

  private Verdict byOwnNames(Atom value, Atom holder) {
    return switch (holder.kind()) {
      // What a frame holds is looked at again whenever it is touched.
      case FRAME, BORROW -> Verdict.HOLDS;
      case UNIVERSAL -> value.isUniversal() ? universals(value, holder) : Verdict.FAILS;
      case ARENA, SCOPED -> overArena(value, holder);
      // What an owner holds is its own: it may go wherever the owner goes.
      case OWNER, VIEW -> value == holder && !value.isMany() ? Verdict.HOLDS : Verdict.FAILS;
    };
  }

  private static Verdict universals(Atom value, Atom holder) {
    return value == holder && !value.isMany() ? Verdict.HOLDS : Verdict.DEPENDS;
  }

  private Verdict overArena(Atom value, Atom holder) {
    return switch (value.kind()) {
      case FRAME, BORROW, OWNER -> Verdict.FAILS;
      case VIEW ->
          holder.kind() == Atom.Kind.SCOPED && livesThrough.test(value, holder)
              ? Verdict.HOLDS
              : Verdict.FAILS;
      case UNIVERSAL -> {
        boolean staysHere = !handedOut.test(holder);
        yield staysHere || isAbove(value, holder, 0) ? Verdict.HOLDS : Verdict.DEPENDS;
      }
      case ARENA, SCOPED -> {
        boolean holds =
            value == holder && !value.isMany()
                || isAbove(value, holder, 0)
                || holder.kind() == Atom.Kind.SCOPED && livesThrough.test(value, holder);
        yield holds ? Verdict.HOLDS : Verdict.FAILS;
      }
    };
  }

  /// Whether `outer` is, is above, or lives through each arena that may be the parent of `inner`.
  private boolean isAbove(Atom outer, Atom inner, int depth) {
    if (inner.parents() == Atom.NO_PARENTS || depth > system.heap().atoms().size()) {
      return false;
    }
    BitRow parents = system.set(inner.parents());
    boolean all = !parents.isEmpty();
    for (int id = parents.next(0); id >= 0 && all; id = parents.next(id + 1)) {
      if (system.element(id) instanceof Atom parent) {
        all =
            parent == outer && !outer.isMany()
                || parent.kind() == Atom.Kind.SCOPED && livesThrough.test(outer, parent)
                || isAbove(outer, parent, depth + 1);
      }
    }
    return all;
  }
}
