package arenad.checker;

import arenad.lifetime.Atom;
import arenad.lifetime.BitRow;
import arenad.lifetime.Cell;
import arenad.lifetime.Contract;
import arenad.lifetime.Element;
import arenad.lifetime.Inclusions;
import arenad.lifetime.Position;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Looks at what is touched, freed and returned when something may have ended, and collects what of it
/// concerns the caller.
final class EventCheck {

  private final Constraints constraints;
  private final Inclusions system;
  private final Liveness liveness;
  private final List<Finding> findings;
  private final TreeSet<Contract.Use> uses = new TreeSet<>();
  private final TreeSet<Position> frees = new TreeSet<>();
  private final TreeSet<Contract.Apart> apart = new TreeSet<>();
  private final BitRow everFreed = new BitRow();
  private final BitRow used = new BitRow();
  private final BitRow deeplyUsed = new BitRow();
  private final BitRow universals = new BitRow();

  EventCheck(Constraints constraints, Liveness liveness, List<Finding> findings) {
    this.constraints = constraints;
    this.liveness = liveness;
    this.findings = findings;
    system = constraints.system;
    for (Atom atom : system.heap().atoms()) {
      if (atom.isUniversal()) {
        universals.add(atom.id());
      }
    }
  }

  void run() {
    liveness.visit(this::visit);
    for (Constraints.Apart pair : constraints.apart) {
      system.forEachAtom(
          pair.used(),
          one -> system.forEachAtom(pair.freed(), other -> checkApart(one, other, pair)));
    }
  }

  /// What must be live when the call begins.
  List<Contract.Use> uses() {
    return List.copyOf(uses);
  }

  List<Position> frees() {
    return List.copyOf(frees);
  }

  List<Contract.Apart> apart() {
    return List.copyOf(apart);
  }

  /// The atoms that end somewhere.
  BitRow everFreed() {
    return everFreed;
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
      system.forEachAtom(atom.parents(), parent -> collectUniversals(parent, above, seen));
    }
  }

  private void visit(int block, int event, BitRow ended) {
    Events events = constraints.events;
    int subject = events.subject(event);
    switch (events.kind(event)) {
      case USE, CHECKED -> use(block, event, subject, ended, false);
      case DEEP_USE -> deepUse(block, event, subject, ended);
      case FREE -> {
        if (holdsOwners(subject)) {
          drop(subject);
        } else {
          use(block, event, subject, ended, false);
          free(event, subject);
        }
      }
      case RELEASE -> free(event, subject);
      case DROP -> drop(subject);
      case FREE_SCOPED -> {
        everFreed.addAll(liveness.endedWith(subject));
        system.forEachAtom(
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

  /// Whether a callee that ends the variable drops handles, and does not free arenas.
  private boolean holdsOwners(int variable) {
    boolean[] owners = new boolean[1];
    system.forEachAtom(variable, atom -> owners[0] |= atom.isOwner());
    return owners[0];
  }

  /// The caller must know which of its handles are dropped; one that it has passed it has lost anyway.
  private void drop(int variable) {
    everFreed.addAll(liveness.endedWith(variable));
    system.forEachAtom(
        variable,
        atom -> {
          Position position = atom.position();
          if (position != null && !position.path().isEmpty()) {
            frees.add(position);
          }
        });
  }

  /// Whether what lives in the atom is the caller's, and stays when the call is over.
  private boolean isOfCaller(Atom atom, BitRow ended) {
    if (ended.contains(atom.id())) {
      return false;
    }
    if (atom.isUniversal()) {
      return true;
    }
    if (atom.parents() == Atom.NO_PARENTS || system.set(atom.parents()).isEmpty()) {
      return false;
    }
    boolean[] all = {true};
    system.forEachAtom(atom.parents(), parent -> all[0] &= isOfCaller(parent, ended));
    return all[0];
  }

  private void use(int block, int event, int variable, BitRow ended, boolean deep) {
    BitRow set = system.set(variable);
    boolean freed = ended.intersects(universals);
    // The same use of the same thing says nothing new while nothing has ended.
    if (!freed && !ended.intersects(set) && !(deep ? deeplyUsed : used).add(variable)) {
      return;
    }
    system.forEachAtom(
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
    system.forEachAtom(
        variable,
        atom -> {
          if (atom.kind() == Atom.Kind.SCOPED || atom.kind() == Atom.Kind.VIEW) {
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
    system.forEachAtom(
        variable,
        atom -> {
          switch (atom.kind()) {
            case FRAME, BORROW, SCOPED -> findings.add(new Finding.Returned(atom, event));
            case OWNER -> {}
            case VIEW -> {
              if (ended.contains(atom.id())) {
                findings.add(new Finding.Ended(atom, block, event));
              } else if (!isOfCaller(atom, ended)) {
                findings.add(new Finding.Returned(atom, event));
              }
            }
            case UNIVERSAL, ARENA -> {
              if (ended.contains(atom.id())) {
                findings.add(new Finding.Ended(atom, block, event));
              }
            }
          }
        });
  }
}
