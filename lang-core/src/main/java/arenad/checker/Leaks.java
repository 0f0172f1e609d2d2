package arenad.checker;

import arenad.lifetime.Atom;
import arenad.lifetime.BitRow;
import arenad.lifetime.Inclusions;
import arenad.lifetime.Projection;
import arenad.lifetime.Renaming;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds roots that nobody ends and nobody is given.
final class Leaks {

  private final Constraints constraints;
  private final Inclusions system;
  private final Projection projection;
  private final BitRow everFreed;

  Leaks(Constraints constraints, Projection projection, BitRow everFreed) {
    this.constraints = constraints;
    this.projection = projection;
    this.everFreed = everFreed;
    system = constraints.system;
  }

  void find(List<Finding> findings) {
    for (Atom atom : system.heap().atoms()) {
      boolean root =
          atom.kind() == Atom.Kind.ARENA && atom.parents() == Atom.NO_PARENTS && !atom.isJoined();
      if (root && !atom.isOfEarlierTurns() && !isCaredFor(atom, new HashSet<>())) {
        findings.add(new Finding.Leaked(atom));
      }
    }
  }

  /// Whether an arena is ended or handed out, under this name or one that it gets later.
  private boolean isCaredFor(Atom atom, Set<Atom> seen) {
    if (!seen.add(atom)) {
      return false;
    }
    boolean known = everFreed.contains(atom.id()) || projection.isHandedOver(atom);
    for (Renaming renaming : constraints.renamings.values()) {
      Atom after = renaming.after(atom);
      Atom later = renaming.isForward() ? null : system.heap().earlierTurn(atom, renaming.loop());
      known |= after != null && isCaredFor(after, seen);
      known |= later != null && isCaredFor(later, seen);
    }
    return known;
  }
}
