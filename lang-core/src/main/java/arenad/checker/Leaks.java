package arenad.checker;

import arenad.ir.IrFunction;
import arenad.ir.Terminator;
import arenad.lifetime.Atom;
import arenad.lifetime.BitRow;
import arenad.lifetime.Inclusions;
import arenad.lifetime.Projection;
import arenad.lifetime.Renaming;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds roots that nobody ends and nobody is given, and that the program does not end with.
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
      if (root
          && !atom.isOfEarlierTurns()
          && !isCaredFor(atom, new HashSet<>())
          && returnsFrom(atom.place())) {
        findings.add(new Finding.Leaked(atom));
      }
    }
  }

  /// Whether the function may return after that block: it does not where each path ends the program or
  /// goes on for ever.
  private boolean returnsFrom(int block) {
    List<IrFunction.Block> blocks = constraints.graph.function().blocks();
    BitRow seen = new BitRow();
    Deque<Integer> work = new ArrayDeque<>(List.of(block));
    while (!work.isEmpty()) {
      int at = work.pop();
      if (seen.add(at)) {
        Terminator end = blocks.get(at).end();
        if (end instanceof Terminator.Return) {
          return true;
        }
        work.addAll(end.successors());
      }
    }
    return false;
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
