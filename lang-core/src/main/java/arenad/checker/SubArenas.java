package arenad.checker;

import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Edit;
import arenad.diagnostic.Fix;
import arenad.ir.Value;
import arenad.lifetime.Atom;
import arenad.lifetime.BitRow;
import arenad.lifetime.Projection;
import org.jspecify.annotations.Nullable;

/// Proposes to make a root arena hang on another one, which outlives it then.
final class SubArenas {

  private final Constraints constraints;
  private final Homes homes;
  private final Liveness liveness;
  private final Projection projection;

  SubArenas(Judgement judgement, Homes homes) {
    constraints = judgement.constraints();
    liveness = judgement.liveness();
    projection = judgement.projection();
    this.homes = homes;
  }

  /// Adds the proposal where the outer arena has a name, begins before the inner one, and does not end while
  /// that is in use.
  Diagnostic under(Atom outer, Atom inner, Diagnostic diagnostic) {
    Value.NewArena made = root(inner);
    String name = homes.cloneTarget(outer);
    if (made == null
        || name == null
        || outer == inner
        || projection.isHandedOut(inner)
        || !homes.beginsBefore(outer, made)
        || endsEarlier(outer, inner)) {
      return diagnostic;
    }
    String proposal = "ake " + homes.arena(inner) + " a sub-arena of `" + name + "`";
    Edit edit = new Edit.Replace(homes.at(made.span()), name + ".newSub()");
    return diagnostic.help("m" + proposal).fix(new Fix("M" + proposal, edit));
  }

  private Value.@Nullable NewArena root(Atom atom) {
    boolean one = atom.kind() == Atom.Kind.ARENA && !atom.isJoined() && !atom.isOfEarlierTurns();
    return one
            && constraints.births.get(atom) instanceof Reason.Made(Value.NewArena made)
            && made.kind() == Value.ArenaKind.ROOT
        ? made
        : null;
  }

  /// Whether the outer arena may have ended where the inner one is used, freed or returned.
  private boolean endsEarlier(Atom outer, Atom inner) {
    boolean[] some = new boolean[1];
    liveness.visit(
        (_, event, ended) -> some[0] |= ended.contains(outer.id()) && concerns(event, inner));
    return some[0];
  }

  private boolean concerns(int event, Atom atom) {
    Events events = constraints.events;
    return switch (events.kind(event)) {
      case USE, DEEP_USE, CHECKED, FREE, RELEASE, FREE_SCOPED, DROP, EXIT -> {
        BitRow subject = constraints.system.set(events.subject(event));
        yield subject.contains(atom.id());
      }
      case BIRTH, END -> events.subject(event) == atom.id();
      case TESTED, NARROWED, OVERWRITTEN -> false;
    };
  }
}
