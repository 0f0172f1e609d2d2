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
import arenad.lifetime.Renaming;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Reads a function's contract, and what is wrong with it, off its solved constraints.
final class Judgement {

  private final Constraints constraints;
  private final Inclusions system;
  private final Projection projection;
  private final Liveness liveness;
  private final Outlives outlives;
  private final TreeSet<Contract.Bound> bounds = new TreeSet<>();
  private final TreeSet<Contract.Use> uses = new TreeSet<>();
  private final TreeSet<Position> frees = new TreeSet<>();
  private final TreeSet<Contract.Apart> apart = new TreeSet<>();
  private final List<Finding> findings = new ArrayList<>();
  private final BitRow everFreed = new BitRow();
  private final BitRow used = new BitRow();
  private final BitRow deeplyUsed = new BitRow();
  private final BitRow universals = new BitRow();

  private final DeclaredLifetimes declared;

  private Judgement(Constraints constraints, DeclaredLifetimes declared) {
    this.constraints = constraints;
    this.declared = declared;
    system = constraints.system;
    projection = Projection.of(system, constraints.resultShape, constraints.result);
    liveness = Liveness.of(constraints);
    for (Atom atom : system.heap().atoms()) {
      if (atom.isUniversal()) {
        universals.add(atom.id());
      }
    }
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
    judgement.liveness.visit(judgement::visit);
    judgement.checkLeaks();
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
        List.copyOf(frees),
        List.copyOf(uses),
        List.copyOf(apart),
        List.of(),
        List.copyOf(constraints.writes));
  }

  /// The write law: what is put into an object outlives the arena of the object.
  private void checkHolders() {
    for (Cell cell : system.heap().bounded()) {
      for (int leaf = 0; leaf < cell.shape().size(); leaf++) {
        if (cell.put(leaf) >= 0) {
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
    atoms(
        values,
        value ->
            atoms(
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
        boolean allowed = declared.isEmpty() || over.isMade() || declared.provideFor(of, over);
        if (!allowed) {
          findings.add(new Finding.Undeclared(bound, value, variable, declared.lastClause()));
        }
      }
    }
  }

  /// Flows that the written `requires` does not provide for.
  private void checkDeclared() {
    if (declared.isEmpty()) {
      return;
    }
    for (Contract.Flow flow : projection.flows()) {
      if (!declared.allow(flow)) {
        int variable = projection.variableOf(flow.to());
        Position to = flow.to();
        Position holder =
            to.isReturn()
                ? to
                : new Position(to.root(), to.path().subList(0, to.path().size() - 1));
        atoms(
            variable,
            atom -> {
              if (projection.positionsOf(atom).contains(flow.from())) {
                Contract.Bound needed = new Contract.Bound(flow.from(), holder);
                findings.add(new Finding.Undeclared(needed, atom, variable, declared.lastClause()));
              }
            });
      }
    }
  }

  /// Other modules get only what their arguments bound, what lives for ever, and what comes with the
  /// arena that it lives in.
  private void checkResult() {
    for (int variable : constraints.result) {
      atoms(
          variable,
          atom -> {
            if (atom.kind() == Atom.Kind.ARENA && !projection.isHandedOver(atom)) {
              findings.add(new Finding.Unhanded(atom));
            }
          });
    }
  }

  private interface AtomConsumer {
    void accept(Atom atom);
  }

  private void atoms(int variable, AtomConsumer consumer) {
    system
        .set(variable)
        .forEach(
            id -> {
              if (system.element(id) instanceof Atom atom) {
                consumer.accept(atom);
              }
            });
  }

  /// Nothing of this call may be put into what the caller's memory holds.
  private void checkInterface() {
    for (Heap.Slot slot : system.heap().interfaceSlots()) {
      int put = slot.cell().put(slot.leaf());
      atoms(
          put,
          atom -> {
            if (!atom.isUniversal()) {
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
    for (Constraints.Apart pair : constraints.apart) {
      atoms(pair.used(), used -> atoms(pair.freed(), freed -> checkApart(used, freed, pair)));
    }
    for (Constraints.Demand demand : constraints.demands) {
      if (!new Demands(system, outlives, declared, this::depend).hold(demand)) {
        findings.add(new Finding.Unmet(demand));
      }
    }
  }

  private void checkApart(Atom used, Atom freed, Constraints.Apart pair) {
    BitRow ended = new BitRow();
    liveness.endWithAll(freed.id(), ended);
    if (ended.contains(used.id())) {
      findings.add(new Finding.NotApart(used, freed, pair));
    } else if (freed.isUniversal()) {
      keepApart(used, freed);
    }
  }

  /// What is touched must not live in what the caller knows to be freed, nor below it.
  private void keepApart(Atom used, Atom freed) {
    for (Atom above : universalsAbove(used)) {
      Position touched = above.position();
      Position gone = freed.position();
      if (above != freed && touched != null && gone != null) {
        apart.add(new Contract.Apart(touched, gone));
      }
    }
  }

  private List<Atom> universalsAbove(Atom atom) {
    List<Atom> above = new ArrayList<>();
    Set<Element> seen = new HashSet<>();
    collectUniversals(atom, above, seen);
    return above;
  }

  private void collectUniversals(Atom atom, List<Atom> above, Set<Element> seen) {
    if (!seen.add(atom)) {
      return;
    }
    if (atom.isUniversal()) {
      above.add(atom);
      return;
    }
    system.heap().otherNames(atom).forEach(name -> collectUniversals(name, above, seen));
    if (atom.parents() != Atom.NO_PARENTS) {
      atoms(atom.parents(), parent -> collectUniversals(parent, above, seen));
    }
  }

  private void visit(int block, int event, BitRow ended) {
    Events events = constraints.events;
    int subject = events.subject(event);
    switch (events.kind(event)) {
      case USE -> use(block, event, subject, ended, false);
      case DEEP_USE -> deepUse(block, event, subject, ended);
      case FREE -> {
        use(block, event, subject, ended, false);
        free(event, subject);
      }
      case FREE_SCOPED -> {
        everFreed.addAll(liveness.endedWith(subject));
        atoms(
            subject,
            atom -> {
              if (ended.contains(atom.id())) {
                findings.add(new Finding.ScopeEnded(atom, block, event));
              }
            });
      }
      case BIRTH, END, TESTED, NARROWED, OVERWRITTEN -> {}
      case EXIT -> exit(block, event, subject, ended);
    }
  }

  private void use(int block, int event, int variable, BitRow ended, boolean deep) {
    BitRow set = system.set(variable);
    boolean freed = ended.intersects(universals);
    // The same use of the same thing says nothing new while nothing has ended.
    if (!freed && !ended.intersects(set) && !(deep ? deeplyUsed : used).add(variable)) {
      return;
    }
    atoms(
        variable,
        atom -> {
          if (ended.contains(atom.id())) {
            findings.add(new Finding.Ended(atom, block, event));
          } else {
            used(atom, deep);
            if (freed) {
              keepApartFromAll(atom, ended);
            }
          }
        });
  }

  private void used(Atom atom, boolean deep) {
    for (Atom meaning : system.heap().meanings(atom)) {
      Position position = meaning.position();
      if (position != null) {
        uses.add(new Contract.Use(position, deep));
      }
    }
  }

  private void keepApartFromAll(Atom atom, BitRow ended) {
    ended.forEach(
        id -> {
          if (system.element(id) instanceof Atom freed && freed.isUniversal()) {
            keepApart(atom, freed);
          }
        });
  }

  /// All that can be reached is touched.
  private void deepUse(int block, int event, int variable, BitRow ended) {
    Set<Cell> seen = new HashSet<>();
    List<Integer> work = new ArrayList<>(List.of(variable));
    while (!work.isEmpty()) {
      int at = work.removeLast();
      use(block, event, at, ended, true);
      system
          .set(at)
          .forEach(
              id -> {
                if (system.element(id) instanceof Cell cell && seen.add(cell)) {
                  for (int leaf = 0; leaf < cell.shape().size(); leaf++) {
                    if (cell.found(leaf) >= 0) {
                      work.add(cell.found(leaf));
                    }
                  }
                }
              });
    }
  }

  private void free(int event, int variable) {
    everFreed.addAll(liveness.endedWith(variable));
    atoms(
        variable,
        atom -> {
          if (atom.kind() == Atom.Kind.SCOPED) {
            findings.add(new Finding.ScopedFreed(atom, event));
          }
          for (Atom meaning : system.heap().meanings(atom)) {
            Position position = meaning.position();
            if (position != null) {
              frees.add(position);
            }
          }
        });
  }

  private void exit(int block, int event, int variable, BitRow ended) {
    atoms(
        variable,
        atom -> {
          switch (atom.kind()) {
            case FRAME, BORROW, SCOPED -> findings.add(new Finding.Returned(atom, event));
            case UNIVERSAL, ARENA -> {
              if (ended.contains(atom.id())) {
                findings.add(new Finding.Ended(atom, block, event));
              }
            }
          }
        });
  }

  private void checkLeaks() {
    for (Atom atom : system.heap().atoms()) {
      boolean root =
          atom.kind() == Atom.Kind.ARENA && atom.parents() == Atom.NO_PARENTS && !atom.isJoined();
      if (root && !atom.isOfEarlierTurns() && !isCaredFor(atom, new HashSet<>())) {
        findings.add(new Finding.Leaked(atom));
      }
    }
  }

  /// Whether an arena is ended or handed out, under this name or one that it gets later.
  private boolean isCaredFor(Atom atom, Set<Element> seen) {
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
