package arenad.lifetime;

import arenad.type.Owners;
import arenad.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes atoms and cells, and the slots of cells when they are asked for.
public final class Heap {

  /// A slot of an object of the interface: what comes to be in it, the caller must know.
  public record Slot(Cell cell, int leaf) {}

  private record Inline(Cell cell, int offset, Type type) {}

  private record Typed(int of, Type type) {}

  private final Inclusions system;
  private final Shapes shapes;
  private final LoopNest loops;
  private final Map<Inline, Cell> parts = new HashMap<>();
  private final Map<Typed, Cell> summaries = new HashMap<>();
  private final Map<Typed, Cell> copies = new HashMap<>();
  private final List<Slot> interfaceSlots = new ArrayList<>();
  private final List<Cell> bounded = new ArrayList<>();
  private final List<Atom> atoms = new ArrayList<>();
  private final Map<Atom, Cell> behind = new HashMap<>();
  private final Names names = new Names(this);
  private int place;

  Heap(Inclusions system, Shapes shapes, LoopNest loops) {
    this.system = system;
    this.shapes = shapes;
    this.loops = loops;
  }

  /// What is made from now on is made at that place.
  public void at(int number) {
    place = number;
  }

  /// All atoms, in the order in which they were made.
  public List<Atom> atoms() {
    return atoms;
  }

  /// The slots of the objects of the interface that somebody has asked for.
  public List<Slot> interfaceSlots() {
    return interfaceSlots;
  }

  /// The objects with a home, which must not outlive what is put into them.
  public List<Cell> bounded() {
    return bounded;
  }

  /// What a leaf of a parameter holds when the call begins.
  public Atom interfaceLeaf(int variable, Position position, Type type, int why) {
    boolean many = Shapes.leadsIntoSequence(position.path());
    Atom atom = universal(position, many);
    if (Owners.isOwner(type)) {
      atom.markOwner();
    }
    system.seed(variable, atom, why);
    if (shapes.leadsOn(type)) {
      Cell cell = newCell(Cell.Origin.INTERFACE, LoopNest.NONE, type, Cell.NONE, null, 0);
      cell.place(position, null, many);
      system.seed(variable, cell, why);
      behind.put(atom, cell);
    }
    return atom;
  }

  /// The objects at the position of a universal, or null where nothing can be behind it.
  public @Nullable Cell behind(Atom universal) {
    return behind.get(universal);
  }

  private Atom universal(Position position, boolean many) {
    return newAtom(Atom.universal(system.newElementId(), position, many));
  }

  /// An arena or a frame.
  ///
  /// @param parents the variable of the arena that it hangs on, or [Atom#NO_PARENTS]
  public Atom atom(Atom.Kind kind, int loop, int parents, boolean many) {
    return newAtom(Atom.local(system.newElementId(), kind, loop, parents, many, place));
  }

  private Atom newAtom(Atom atom) {
    atoms.add(atom);
    return system.add(atom);
  }

  /// The objects that a place makes.
  ///
  /// @param home the variable of what they live in
  /// @param only the one arena that this is, where that is known
  public Cell made(Type type, int loop, int home, @Nullable Atom only) {
    Cell cell = newCell(Cell.Origin.MADE, loop, type, home, null, 0);
    cell.onlyHome(only);
    return bounded(cell);
  }

  /// The objects of one type in the deep copies that the place numbered `site` makes.
  public Cell copy(Type type, int loop, int home, int site, @Nullable Atom only) {
    Cell known = copies.get(new Typed(site, type));
    if (known == null) {
      known = bounded(newCell(Cell.Origin.COPIED, loop, type, home, null, site));
      known.onlyHome(only);
      copies.put(new Typed(site, type), known);
    }
    return known;
  }

  /// A copy may hold what is in the variable too, in the place of a copy of it.
  public void hold(Cell copy, int leaf, int variable) {
    slot(copy, leaf);
    system.flow(variable, copy.own(leaf), Arrivals.NO_REASON);
  }

  /// The storage of a local while it is lent.
  public Cell storage(Type type, int loop) {
    return newCell(Cell.Origin.STORAGE, loop, type, Cell.NONE, null, 0);
  }

  private Cell bounded(Cell cell) {
    bounded.add(cell);
    return cell;
  }

  private Cell newCell(
      Cell.Origin origin, int loop, Type type, int home, @Nullable Cell original, int detail) {
    Shape shape = shapes.inside(type);
    int id = system.newElementId();
    int made = original == null ? place : original.place();
    return system.add(new Cell(id, origin, loop, type, shape, home, original, detail, made));
  }

  Cell part(Cell cell, int offset, Type type, Shape shape) {
    Inline key = new Inline(cell, offset, type);
    Cell known = parts.get(key);
    if (known == null) {
      int id = system.newElementId();
      Cell.Origin origin = Cell.Origin.PART;
      known =
          new Cell(id, origin, cell.loop(), type, shape, cell.home(), cell, offset, cell.place());
      parts.put(key, system.add(known));
    }
    return known;
  }

  /// The variable of what may be found in a slot.
  public int found(Cell cell, int leaf) {
    return slot(cell, leaf).found(leaf);
  }

  /// The variable of what may be put into a slot.
  public int put(Cell cell, int leaf) {
    return slot(cell, leaf).put(leaf);
  }

  private Cell slot(Cell cell, int leaf) {
    if (cell.found(leaf) == Cell.NONE) {
      if (cell.origin() == Cell.Origin.PART) {
        Cell whole = slot(cell.original(), cell.detail() + leaf);
        int there = cell.detail() + leaf;
        cell.slot(leaf, whole.found(there), whole.own(there), whole.put(there));
      } else {
        int found = system.newSlot(cell.loop());
        int own = system.newSlot(cell.loop());
        int put = system.newSlot(cell.loop());
        cell.slot(leaf, found, own, put);
        fill(cell, leaf);
        system.flow(put, own, Arrivals.NO_REASON);
        system.flow(own, found, Arrivals.NO_REASON);
      }
    }
    return cell;
  }

  private void fill(Cell cell, int leaf) {
    switch (cell.origin()) {
      case MADE, STORAGE, PART -> {}
      case INTERFACE -> fillFromCaller(cell, leaf);
      case COPIED -> {
        int own = cell.own(leaf);
        Type type = cell.shape().leaf(leaf).type();
        if (Owners.isOwner(type)) {
          // A handle ends on its own, and with what it lies in.
          Atom owner = atom(Atom.Kind.OWNER, cell.loop(), cell.home(), true);
          system.seed(own, owner, Arrivals.NO_REASON);
          return;
        }
        system.atoms(cell.home(), own, Arrivals.NO_REASON);
        if (shapes.leadsOn(type)) {
          Cell next = copy(type, cell.loop(), cell.home(), cell.detail(), cell.onlyHome());
          system.seed(own, next, Arrivals.NO_REASON);
        }
      }
      case EARLIER, JOINED -> names.fill(cell, leaf);
    }
  }

  private void fillFromCaller(Cell cell, int leaf) {
    interfaceSlots.add(new Slot(cell, leaf));
    Leaf at = cell.shape().leaf(leaf);
    Position position = Objects.requireNonNull(cell.position()).then(at.path());
    boolean many = cell.isMany() || cell.isSummary() || Shapes.leadsIntoSequence(at.path());
    Atom atom = universal(position, many);
    if (Owners.isOwner(at.type())) {
      atom.markOwner();
    }
    system.seed(cell.own(leaf), atom, Arrivals.NO_REASON);
    if (shapes.leadsOn(at.type())) {
      Cell next = next(cell, at, position, many);
      system.seed(cell.own(leaf), next, Arrivals.NO_REASON);
      behind.put(atom, next);
    }
  }

  private Cell next(Cell cell, Leaf leaf, Position position, boolean many) {
    if (!shapes.cycles().together(cell.type(), leaf.type())) {
      Cell own = newCell(Cell.Origin.INTERFACE, LoopNest.NONE, leaf.type(), Cell.NONE, null, 0);
      own.place(position, null, many);
      return own;
    }
    Cell entry = cell.entry();
    Typed key = new Typed(entry.id(), leaf.type());
    Cell known = summaries.get(key);
    if (known == null) {
      known = newCell(Cell.Origin.INTERFACE, LoopNest.NONE, leaf.type(), Cell.NONE, null, 0);
      Position first = Objects.requireNonNull(entry.position());
      known.place(first.then(shapes.cycles().path(entry.type(), leaf.type())), entry, true);
      summaries.put(key, known);
    }
    return known;
  }

  /// What an element is called once the turn of the loop is over in which it was made.
  Element earlier(Element element, int loop) {
    return names.renamed(element, names.endOfTurn(loop));
  }

  Element renamed(Element element, Renaming renaming) {
    return names.renamed(element, renaming);
  }

  /// Whether something of that name can be there already when control passes an edge forwards.
  public boolean canBeBefore(Element element, Renaming renaming) {
    return names.canBeBefore(element, renaming);
  }

  Element restored(Element element, Renaming renaming) {
    return names.restored(element, renaming);
  }

  /// The objects of this turn, when a cell stands for those of earlier ones.
  public Cell originalOf(Cell cell) {
    return cell.root();
  }

  /// What an atom is called in later turns, or null when nothing refers to it then.
  public @Nullable Atom earlierTurn(Atom atom, int loop) {
    return names.known(atom, loop);
  }

  /// The one name of an arena from where paths meet on.
  public Atom joined(int loop, int parents) {
    return newAtom(Atom.joined(system.newElementId(), loop, parents, place));
  }

  /// The arena of a joined atom may be this one, which is renamed on its way there.
  public void joins(Atom joined, Atom before, Renaming renaming) {
    joined.instances().add(names.staysCalled(before, renaming));
  }

  /// What else the arena of an atom may be called.
  public List<Atom> otherNames(Atom atom) {
    return names.otherNames(atom);
  }

  /// What an atom may be, once all its names are followed: itself, unless it is a joined one.
  public List<Atom> meanings(Atom atom) {
    if (!atom.isJoined()) {
      return List.of(atom);
    }
    Set<Atom> seen = new LinkedHashSet<>(List.of(atom));
    List<Atom> work = new ArrayList<>(List.of(atom));
    while (!work.isEmpty()) {
      Atom at = work.removeLast();
      if (at.isJoined()) {
        for (Atom name : otherNames(at)) {
          if (seen.add(name)) {
            work.add(name);
          }
        }
      }
    }
    return seen.stream().filter(each -> !each.isJoined()).toList();
  }

  Atom ofEarlierTurns(Atom original, int loop, int parents) {
    int id = system.newElementId();
    return newAtom(Atom.ofEarlierTurns(id, original, loop, loops.outside(loop), parents));
  }

  /// The objects of another cell under another name.
  Cell renamedCell(Cell.Origin origin, Cell root, int loop) {
    int home = root.home() == Cell.NONE ? Cell.NONE : system.newVariable();
    Cell cell = newCell(origin, loop, root.type(), home, root, 0);
    if (home != Cell.NONE) {
      bounded.add(cell);
    }
    return cell;
  }

  Shapes shapes() {
    return shapes;
  }

  LoopNest loops() {
    return loops;
  }

  Inclusions system() {
    return system;
  }
}
