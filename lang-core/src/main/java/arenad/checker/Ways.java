package arenad.checker;

import arenad.ir.Value;
import arenad.lifetime.Arrivals;
import arenad.lifetime.Atom;
import arenad.text.Span;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Follows how an atom came to a variable, and finds the step to blame: the last that moved a value,
/// not the aliasing that made it matter.
final class Ways {

  private final Constraints constraints;
  private final Set<Integer> blamed = new HashSet<>();

  Ways(Constraints constraints) {
    this.constraints = constraints;
  }

  private List<Arrivals.Step> way(int variable, Atom atom) {
    return constraints.system.arrivals().way(variable, atom.id());
  }

  /// The step that put the atom there, or null.
  @Nullable Reason blame(int variable, Atom atom) {
    for (Arrivals.Step step : way(variable, atom).reversed()) {
      Reason reason = constraints.reasons.get(step.reason());
      if (movesValue(reason)) {
        blamed.add(step.reason());
        return reason;
      }
    }
    return null;
  }

  /// A step that put an atom into a variable, and the variable that it came from.
  record Blame(Reason reason, int source) {}

  /// All steps that put the atom straight there: each store is a mistake of its own. The one that
  /// [#blame] finds comes first.
  List<Blame> blames(int variable, Atom atom) {
    Map<Span, Blame> all = new LinkedHashMap<>();
    Reason first = blame(variable, atom);
    if (first != null) {
      all.put(first.span(), new Blame(first, variable));
    }
    constraints.system.forEachFlowOf(
        atom.id(),
        variable,
        (from, why) -> {
          Reason reason = constraints.reasons.get(why);
          if (movesValue(reason) && !isConsequence(from, atom)) {
            blamed.add(why);
            all.putIfAbsent(reason.span(), new Blame(reason, from));
          }
        });
    return List.copyOf(all.values());
  }

  /// Whether the atom came there by one of these calls.
  boolean comesBy(Set<Value.Call> calls, int variable, Atom atom) {
    return way(variable, atom).stream()
        .map(step -> constraints.reasons.get(step.reason()))
        .anyMatch(
            reason ->
                reason instanceof Reason.Passed(Value.Call call, _, _, _) && calls.contains(call));
  }

  /// Whether a step that is complained about already brought the atom there.
  boolean isConsequence(int variable, Atom atom) {
    return way(variable, atom).stream().anyMatch(step -> blamed.contains(step.reason()));
  }

  /// Where the value was made that brought the atom there, or null.
  Reason.@Nullable Made maker(int variable, Atom atom) {
    Reason.Made found = null;
    for (Arrivals.Step step : way(variable, atom)) {
      Reason reason = constraints.reasons.get(step.reason());
      if (reason instanceof Reason.Made made) {
        found = made;
      } else if (movesValue(reason)) {
        return found;
      }
    }
    return found;
  }

  private static boolean movesValue(Reason reason) {
    return switch (reason) {
      case Reason.Stored _,
          Reason.Initialised _,
          Reason.Pushed _,
          Reason.Passed _,
          Reason.Returned _ ->
          true;
      case Reason.None _,
          Reason.Given _,
          Reason.Made _,
          Reason.Found _,
          Reason.Touched _,
          Reason.TouchedByCall _,
          Reason.Freed _,
          Reason.Emptied _,
          Reason.Dropped _,
          Reason.FreedByCall _,
          Reason.FrameLeft _,
          Reason.GivenBack _ ->
          false;
    };
  }
}
