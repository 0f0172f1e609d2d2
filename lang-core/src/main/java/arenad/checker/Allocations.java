package arenad.checker;

import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Edit;
import arenad.diagnostic.Fix;
import arenad.ir.IrFunction;
import arenad.ir.Value;
import arenad.lifetime.Atom;
import arenad.lifetime.Cell;
import arenad.lifetime.Outlives;
import arenad.typed.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Proposes to make a thing in another arena than the one that it is made in.
final class Allocations {

  private final Constraints constraints;
  private final Homes homes;
  private final Outlives outlives;

  Allocations(Judgement judgement, Homes homes) {
    constraints = judgement.constraints();
    outlives = judgement.outlives();
    this.homes = homes;
  }

  /// Adds the proposal where the thing is made in an arena with a name, the other arena begins before, and
  /// what the thing holds may be held there too.
  Diagnostic in(Atom other, Diagnostic diagnostic, Reason.@Nullable Made maker) {
    Value arena = maker == null ? null : arenaOf(maker.value());
    String name = homes.cloneTarget(other);
    if (maker == null
        || arena == null
        || name == null
        || constraints.names.of(arena) == null
        || name.equals(constraints.names.of(arena))
        || !homes.beginsBefore(other, arena)
        || !holdsThere(maker, other)) {
      return diagnostic;
    }
    String what = what(maker.value());
    Edit edit = new Edit.Replace(homes.at(arena.span()), name);
    return diagnostic
        .help("make " + what + " in `" + name + "`")
        .fix(new Fix("Make " + what + " in `" + name + "`", edit));
  }

  /// Things of an arena that ends too soon, of an earlier turn or of a block: they could be made in the
  /// arena around it.
  Diagnostic goingOn(Diagnostic diagnostic, Atom atom, Reason.@Nullable Made maker) {
    Atom outer = parent(atom.original());
    String name = outer == null ? null : homes.nameOf(outer);
    if (outer == null || name == null || outer.isOfEarlierTurns()) {
      return diagnostic.help("make it in an arena that goes on");
    }
    Diagnostic helped = in(outer, diagnostic, maker);
    return helped == diagnostic
        ? diagnostic.help("make it in `" + name + "`, which goes on")
        : helped;
  }

  private @Nullable Atom parent(Atom atom) {
    if (atom.parents() == Atom.NO_PARENTS) {
      return null;
    }
    List<Atom> parents = new ArrayList<>();
    constraints.system.forEachAtom(atom.parents(), parents::add);
    return parents.size() == 1 ? parents.getFirst() : null;
  }

  private String what(Value value) {
    IrFunction.Local keeper = constraints.names.keeper(value);
    return keeper == null ? "it" : "`" + keeper.name() + "`";
  }

  /// The operand that says where a thing is made, or null.
  static @Nullable Value arenaOf(Value made) {
    return switch (made) {
      case Value.New(Value arena, _, _, _) -> arena;
      case Value.Clone copy -> copy.arena();
      case Value.Intrinsic(Operation operation, var arguments, _, _)
          when operation == Operation.BUFFER_NEW || operation == Operation.ARRAY_NEW ->
          arguments.getFirst();
      case Value.Intrinsic(Operation operation, var arguments, _, _)
          when operation == Operation.BUFFER_TO_STRING ->
          arguments.getLast();
      case Value _ -> null;
    };
  }

  private boolean holdsThere(Reason.Made maker, Atom other) {
    for (Map.Entry<Cell, Reason> made : constraints.makers.entrySet()) {
      if (made.getValue() instanceof Reason.Made(Value value) && value == maker.value()) {
        if (!holdsThere(made.getKey(), other)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean holdsThere(Cell cell, Atom other) {
    boolean[] all = {true};
    boolean copied = cell.origin() == Cell.Origin.COPIED;
    for (int leaf = 0; leaf < cell.shape().size() && !copied; leaf++) {
      if (cell.found(leaf) >= 0) {
        constraints.system.forEachAtom(
            cell.found(leaf),
            atom -> all[0] &= outlives.compare(atom, other) != Outlives.Verdict.FAILS);
      }
    }
    return all[0];
  }
}
