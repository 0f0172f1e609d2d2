package arenad.checker;

import arenad.lifetime.Atom;
import arenad.lifetime.BitRow;
import arenad.lifetime.Cell;
import arenad.lifetime.Contract;
import arenad.lifetime.Element;
import arenad.lifetime.Heap;
import arenad.lifetime.Inclusions;
import arenad.lifetime.Outlives;
import arenad.lifetime.Position;
import arenad.lifetime.Projection;
import arenad.type.Owners;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads a function's contract, and what is wrong with it, off its solved constraints.
final class Judgement {

  private final Constraints constraints;
  private final Inclusions system;
  private final Projection projection;
  private final Liveness liveness;
  private final Outlives outlives;
  private final TreeSet<Contract.Bound> bounds = new TreeSet<>();
  private final List<Finding> findings = new ArrayList<>();
  private final EventCheck events;
  private final DeclaredLifetimes declared;

  private Judgement(Constraints constraints, DeclaredLifetimes declared) {
    this.constraints = constraints;
    this.declared = declared;
    system = constraints.system;
    projection = Projection.of(system, constraints.resultShape, constraints.result);
    liveness = Liveness.of(constraints);
    events = new EventCheck(constraints, liveness, findings);
    ScopedArenas scoped = ScopedArenas.of(constraints, liveness);
    outlives = new Outlives(system, projection::isHandedOut, scoped::livesThrough);
  }

  /// @param exported whether other modules may call the function
  static Judgement of(Constraints constraints, DeclaredLifetimes declared, boolean exported) {
    Judgement judgement = new Judgement(constraints, declared);
    judgement.checkHolders();
    judgement.checkInterface();
    judgement.checkCalls();
    judgement.checkDeclared();
    if (exported) {
      judgement.checkResult();
    }
    judgement.events.run();
    BitRow everFreed = judgement.events.everFreed();
    new Leaks(constraints, judgement.projection, everFreed).find(judgement.findings);
    judgement.findings.addAll(constraints.readOnlyWritten);
    judgement.findings.addAll(constraints.sparedWritten);
    judgement.findings.addAll(NarrowingCheck.findings(constraints));
    return judgement;
  }

  Constraints constraints() {
    return constraints;
  }

  List<Finding> findings() {
    return findings;
  }

  Projection projection() {
    return projection;
  }

  Outlives outlives() {
    return outlives;
  }

  Liveness liveness() {
    return liveness;
  }

  /// The contract as inferred.
  Contract contract() {
    return new Contract(
        projection.flows(),
        List.copyOf(bounds),
        projection.arenas(),
        projection.objects(),
        events.frees(),
        events.uses(),
        events.apart(),
        List.of(),
        List.copyOf(constraints.writes),
        declared.regions(),
        altered(),
        List.copyOf(constraints.spares));
  }

  /// What of the caller's the body writes: each object once.
  private List<Contract.Altered> altered() {
    Map<Position, Contract.Altered> found = new TreeMap<>();
    for (Constraints.Altering altering : constraints.altering) {
      system
          .set(altering.reference())
          .forEach(
              id -> {
                Position object = callersObject(system.element(id));
                if (object != null) {
                  Contract.Altered altered = new Contract.Altered(object, altering.member());
                  found.merge(object, altered, (a, b) -> a.compareTo(b) <= 0 ? a : b);
                }
              });
    }
    return List.copyOf(found.values());
  }

  private @Nullable Position callersObject(Element element) {
    return switch (element) {
      // Objects that lead nowhere have no cell: what tells them apart is where they live.
      case Atom atom when atom.isUniversal() && system.heap().behind(atom) == null ->
          atom.position();
      case Atom _ -> null;
      case Cell cell ->
          switch (cell.origin()) {
            case INTERFACE -> cell.position();
            case PART -> callersObject(cell.original());
            case MADE, COPIED, STORAGE, EARLIER, JOINED -> null;
          };
    };
  }

  /// The write law: what is put into an object outlives the arena of the object.
  private void checkHolders() {
    for (Cell cell : system.heap().bounded()) {
      for (int leaf = 0; leaf < cell.shape().size(); leaf++) {
        if (cell.put(leaf) >= 0 && !Owners.isOwner(cell.shape().leaf(leaf).type())) {
          int put = cell.put(leaf);
          pairs(
              put,
              cell.home(),
              (value, holder) -> findings.add(new Finding.Outlived(value, put, holder, cell)));
        }
      }
    }
  }

  private interface Failure {
    void add(Atom value, Atom holder);
  }

  private void pairs(int values, int holders, Failure failure) {
    system.forEachAtom(
        values,
        value ->
            system.forEachAtom(
                holders,
                holder -> {
                  switch (outlives.compare(value, holder)) {
                    case HOLDS -> {}
                    case DEPENDS -> depend(value, values, holder);
                    case FAILS -> failure.add(value, holder);
                  }
                }));
  }

  /// @param variable in which the value is found
  private void depend(Atom value, int variable, Atom holder) {
    for (Position of : projection.positionsOf(value)) {
      for (Position over : projection.positionsOf(holder)) {
        Contract.Bound bound = new Contract.Bound(of, over);
        bounds.add(bound);
        boolean allowed = over.isMade() || declared.mayNeed(of, over);
        if (!allowed) {
          findings.add(undeclared(bound, value, variable));
        }
      }
    }
  }

  private Finding.Undeclared undeclared(Contract.Bound needed, Atom value, int variable) {
    Position region = declared.regionOf(needed.holder());
    return new Finding.Undeclared(needed, value, variable, declared.lastClause(), region);
  }

  /// Flows that the written `requires` does not provide for.
  private void checkDeclared() {
    if (declared.isSilent()) {
      return;
    }
    for (Contract.Flow flow : projection.flows()) {
      Contract.Bound bound = declared.bound(flow);
      if (bound != null) {
        bounds.add(bound);
      }
      Position to = declared.forbidden(flow, projection.flows());
      if (to != null) {
        int variable = projection.variableOf(flow.to());
        system.forEachAtom(
            variable,
            atom -> {
              if (projection.positionsOf(atom).contains(flow.from())) {
                findings.add(undeclared(DeclaredLifetimes.needed(flow, to), atom, variable));
              }
            });
      }
    }
  }

  /// Other modules get only what their arguments bound, what lives for ever, and what comes with the
  /// arena that it lives in.
  private void checkResult() {
    for (int variable : constraints.result) {
      system.forEachAtom(
          variable,
          atom -> {
            if (atom.kind() == Atom.Kind.ARENA && !projection.isHandedOver(atom)) {
              findings.add(new Finding.Unhanded(atom));
            }
          });
    }
  }

  /// Nothing of this call may be put into what the caller's memory holds.
  private void checkInterface() {
    for (Heap.Slot slot : system.heap().interfaceSlots()) {
      if (Owners.isOwner(slot.cell().shape().leaf(slot.leaf()).type())) {
        continue;
      }
      int put = slot.cell().put(slot.leaf());
      system.forEachAtom(
          put,
          atom -> {
            if (!system.heap().meanings(atom).stream().allMatch(Atom::isUniversal)) {
              findings.add(new Finding.Escaped(atom, put, slot.cell(), slot.leaf()));
            }
          });
    }
  }

  private void checkCalls() {
    for (Constraints.Bound bound : constraints.bounds) {
      pairs(
          bound.value(),
          bound.holder(),
          (value, holder) -> findings.add(new Finding.Broken(value, holder, bound)));
    }
    for (Constraints.Demand demand : constraints.demands) {
      if (!demands().hold(demand)) {
        findings.add(new Finding.Unmet(demand));
      }
    }
  }

  private Demands demands() {
    return new Demands(system, outlives, declared, this::depend);
  }

  /// Whether one atom outlives another, as far as is known here.
  boolean isMet(Atom longer, Atom shorter, boolean strictly) {
    return demands().isMet(longer, shorter, strictly);
  }

  /// Whether `requires` would say all that the body needs if it said that too.
  boolean canDeclare(Contract.Declared clause) {
    DeclaredLifetimes longer = declared.with(clause);
    return bounds.stream().allMatch(bound -> longer.provideFor(bound.value(), bound.holder()))
        && projection.flows().stream()
            .allMatch(flow -> longer.forbidden(flow, projection.flows()) == null);
  }
}
