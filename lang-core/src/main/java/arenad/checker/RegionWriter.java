package arenad.checker;

import arenad.lifetime.Contract;
import arenad.lifetime.Position;
import arenad.type.Declaration.Relation;
import java.util.LinkedHashMap;
import java.util.Map;

/// Binds the regions of a callee's signature to what a call passes, and demands that it fits.
final class RegionWriter {

  /// Whom to blame when two positions do not relate as they should.
  interface Blame {
    Reason of(Position from, Position to);
  }

  /// @param exact whether it is a region, of which all must live equally long
  private record Bound(int variable, boolean exact, Map<Position, int[]> places) {}

  private final BodyWriter body;
  private final Positions positions;
  private final Contract.Regions regions;
  private final Map<Position, Bound> bound = new LinkedHashMap<>();

  RegionWriter(BodyWriter body, Positions positions, Contract.Regions regions) {
    this.body = body;
    this.positions = positions;
    this.regions = regions;
  }

  void write(Blame blame) {
    for (Contract.Binding binding : regions.bindings()) {
      if (!binding.position().isReturn()) {
        bind(binding);
      }
    }
    bound.forEach((name, each) -> positions.name(name, each.variable()));
    bound.forEach((name, each) -> demandOne(name, each, blame));
    for (Contract.Declared clause : regions.order()) {
      Bound left = bound.get(clause.left());
      Bound right = bound.get(clause.right());
      if (left != null && right != null) {
        Position from = left.places().keySet().iterator().next();
        Position to = right.places().keySet().iterator().next();
        demand(
            new int[] {left.variable()}, new int[] {right.variable()}, clause, blame.of(from, to));
      }
    }
  }

  /// A type without a lifetime binds nothing, and what is required of it is met.
  private void bind(Contract.Binding binding) {
    int[] found = positions.found(binding.position(), 0);
    if (found.length == 0) {
      return;
    }
    Bound known =
        bound.computeIfAbsent(
            binding.name(),
            _ -> new Bound(body.newVariable(), binding.exact(), new LinkedHashMap<>()));
    for (int variable : found) {
      body.system().atoms(variable, known.variable(), 0);
    }
    known.places().put(binding.position(), found);
  }

  /// What is passed for a region lives in one place: each with the next.
  private void demandOne(Position name, Bound known, Blame blame) {
    if (!known.exact()) {
      return;
    }
    Map.Entry<Position, int[]> before = null;
    for (Map.Entry<Position, int[]> place : known.places().entrySet()) {
      if (before != null) {
        Contract.Declared clause = new Contract.Declared(place.getKey(), Relation.EQUAL, name);
        demand(
            place.getValue(), before.getValue(), clause, blame.of(place.getKey(), before.getKey()));
      }
      before = place;
    }
  }

  private void demand(int[] left, int[] right, Contract.Declared clause, Reason reason) {
    int why = body.reason(reason);
    body.out().demands.add(new Constraints.Demand(left, right, clause, true, why, why));
  }
}
