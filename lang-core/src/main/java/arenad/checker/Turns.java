package arenad.checker;

import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Edit;
import arenad.diagnostic.Fix;
import arenad.ir.Value;
import arenad.lifetime.Atom;
import org.jspecify.annotations.Nullable;

/// What to do about things of an earlier turn of a loop: make them in an arena that goes on.
final class Turns {

  private final Constraints constraints;
  private final Homes homes;

  Turns(Constraints constraints, Homes homes) {
    this.constraints = constraints;
    this.homes = homes;
  }

  /// @param maker what has made the thing, or null
  Diagnostic outlive(Diagnostic diagnostic, Atom atom, Reason.@Nullable Made maker) {
    String outer = parent(atom.original());
    if (outer == null) {
      return diagnostic.help("make it in an arena that lives longer than one turn");
    }
    Diagnostic helped =
        diagnostic.help("make it in `" + outer + "`, which lives longer than one turn");
    if (maker == null || !(maker.value() instanceof Value.New(Value arena, _, _, _))) {
      return helped;
    }
    Edit edit = new Edit.Replace(homes.at(arena.span()), outer);
    return helped.fix(new Fix("Allocate it in `" + outer + "`", edit));
  }

  /// The name of the arena around it, if it is one and goes on from turn to turn.
  private @Nullable String parent(Atom atom) {
    if (atom.parents() == Atom.NO_PARENTS) {
      return null;
    }
    Atom[] only = new Atom[1];
    int[] count = new int[1];
    constraints.system.forEachAtom(
        atom.parents(),
        parent -> {
          only[0] = parent;
          count[0]++;
        });
    return count[0] == 1 && only[0].loop() != atom.loop() && !only[0].isOfEarlierTurns()
        ? homes.nameOf(only[0])
        : null;
  }
}
