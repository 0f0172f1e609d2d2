package arenad.lifetime;

import arenad.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes atoms and cells, and the slots of cells when they are asked for.
public final class Heap {

  /// A slot of an object of the interface: what comes to be in it, the caller must know.
  public record Slot(Cell cell, int leaf) {}

  private record Turned(Element original, int loop) {}

  private record Inline(Cell cell, int offset, Type type) {}

  private record Typed(int of, Type type) {}

  private final Inclusions system;
  private final Shapes shapes;
  private final LoopNest loops;
  private final Map<Turned, Element> earlier = new HashMap<>();
  private final Map<Turned, Boolean> joined = new HashMap<>();
  private final Map<Inline, Cell> parts = new HashMap<>();
  private final Map<Typed, Cell> summaries = new HashMap<>();
  private final Map<Typed, Cell> copies = new HashMap<>();
  private final List<Slot> interfaceSlots = new ArrayList<>();
  private final List<Cell> bounded = new ArrayList<>();
  private final List<Atom> atoms = new ArrayList<>();
  private final Map<Atom, Cell> behind = new HashMap<>();

  Heap(Inclusions system, Shapes shapes, LoopNest loops) {
    this.system = system;
    this.shapes = shapes;
    this.loops = loops;
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
  public void interfaceLeaf(int variable, Position position, Type type, int why) {
    boolean many = position.path().contains(Shapes.ELEMENT);
    Atom atom = universal(position, many);
    system.seed(variable, atom, why);
    if (shapes.leadsOn(type)) {
      Cell cell = newCell(Cell.Origin.INTERFACE, LoopNest.NONE, type, Cell.NONE, null, 0);
      cell.place(position, null, many);
      system.seed(variable, cell, why);
      behind.put(atom, cell);
    }
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
    return newAtom(Atom.local(system.newElementId(), kind, loop, parents, many));
  }

  private Atom newAtom(Atom atom) {
    atoms.add(atom);
    return system.add(atom);
  }

  /// The objects that a place makes.
  ///
  /// @param home the variable of what they live in
  public Cell made(Type type, int loop, int home) {
    return bounded(newCell(Cell.Origin.MADE, loop, type, home, null, 0));
  }

  /// The objects of one type in the deep copies that the place numbered `site` makes.
  public Cell copy(Type type, int loop, int home, int site) {
    Cell known = copies.get(new Typed(site, type));
    if (known == null) {
      known = bounded(newCell(Cell.Origin.COPIED, loop, type, home, null, site));
      copies.put(new Typed(site, type), known);
    }
    return known;
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
      Cell.Origin origin,
      int loop,
      Type type,
      int home,
      @Nullable Cell original,
      int detail) {
    Shape shape = shapes.inside(type);
    return system.add(
        new Cell(system.newElementId(), origin, loop, type, shape, home, original, detail));
  }

  Cell part(Cell cell, int offset, Type type, Shape shape) {
    Inline key = new Inline(cell, offset, type);
    Cell known = parts.get(key);
    if (known == null) {
      int id = system.newElementId();
      Cell.Origin origin = Cell.Origin.PART;
      known = new Cell(id, origin, cell.loop(), type, shape, cell.home(), cell, offset);
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
        cell.slot(leaf, whole.found(there), whole.put(there));
      } else {
        int found = system.newSlot(cell.loop());
        int put = system.newSlot(cell.loop());
        cell.slot(leaf, found, put);
        fill(cell, leaf);
        system.flow(put, found, Arrivals.NO_REASON);
      }
    }
    return cell;
  }

  private void fill(Cell cell, int leaf) {
    switch (cell.origin()) {
      case MADE, STORAGE, PART -> {}
      case INTERFACE -> fillFromCaller(cell, leaf);
      case COPIED -> {
        int found = cell.found(leaf);
        system.atoms(cell.home(), found, Arrivals.NO_REASON);
        Type type = cell.shape().leaf(leaf).type();
        if (shapes.leadsOn(type)) {
          Cell next = copy(type, cell.loop(), cell.home(), cell.detail());
          system.seed(found, next, Arrivals.NO_REASON);
        }
      }
      case EARLIER -> {
        for (Cell source : List.copyOf(cell.sources())) {
          fillFromEarlier(cell, source, leaf);
        }
      }
    }
  }

  private void fillFromCaller(Cell cell, int leaf) {
    interfaceSlots.add(new Slot(cell, leaf));
    Leaf at = cell.shape().leaf(leaf);
    Position position = Objects.requireNonNull(cell.position()).then(at.path());
    boolean many = cell.isMany() || cell.isSummary() || at.path().contains(Shapes.ELEMENT);
    Atom atom = universal(position, many);
    system.seed(cell.found(leaf), atom, Arrivals.NO_REASON);
    if (shapes.leadsOn(at.type())) {
      Cell next = next(cell, at, position, many);
      system.seed(cell.found(leaf), next, Arrivals.NO_REASON);
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
    if (!loops.isInside(element.loop(), loop)) {
      return element;
    }
    return switch (element) {
      case Atom atom -> earlierAtom(atom, loop);
      case Cell cell -> earlierCell(cell, loop);
    };
  }

  /// The objects of this turn, when a cell stands for those of earlier ones.
  public Cell originalOf(Cell cell) {
    return cell.origin() == Cell.Origin.EARLIER ? cell.original() : cell;
  }

  /// What an atom is called in later turns, or null when nothing refers to it then.
  public @Nullable Atom earlierTurn(Atom atom, int loop) {
    return (Atom) earlier.get(new Turned(atom.original(), loop));
  }

  private Atom earlierAtom(Atom atom, int loop) {
    Turned key = new Turned(atom.original(), loop);
    Atom known = (Atom) earlier.get(key);
    if (known == null) {
      boolean hangs = atom.parents() != Atom.NO_PARENTS;
      int parents = hangs ? system.newVariable() : Atom.NO_PARENTS;
      int around = loops.outside(loop);
      known =
          newAtom(
              Atom.ofEarlierTurns(system.newElementId(), atom.original(), around, parents));
      earlier.put(key, known);
    }
    if (known.parents() != Atom.NO_PARENTS && joined.put(new Turned(atom, loop), true) == null) {
      system.turn(atom.parents(), known.parents(), loop, Arrivals.NO_REASON);
    }
    return known;
  }

  private Cell earlierCell(Cell cell, int loop) {
    if (cell.origin() == Cell.Origin.PART) {
      Cell whole = earlierCell(cell.original(), loop);
      return part(whole, cell.detail(), cell.type(), cell.shape());
    }
    Cell original = cell.origin() == Cell.Origin.EARLIER ? cell.original() : cell;
    Turned key = new Turned(original, loop);
    Cell known = (Cell) earlier.get(key);
    if (known == null) {
      int home = cell.home() == Cell.NONE ? Cell.NONE : system.newVariable();
      int around = loops.outside(loop);
      known = newCell(Cell.Origin.EARLIER, around, cell.type(), home, original, 0);
      earlier.put(key, known);
      if (home != Cell.NONE) {
        bounded.add(known);
      }
    }
    if (joined.put(new Turned(cell, loop), true) == null) {
      known.sources().add(cell);
      if (known.home() != Cell.NONE) {
        system.turn(cell.home(), known.home(), loop, Arrivals.NO_REASON);
      }
      for (int leaf = 0; leaf < known.shape().size(); leaf++) {
        if (known.found(leaf) != Cell.NONE) {
          fillFromEarlier(known, cell, leaf);
        }
      }
    }
    return known;
  }

  private void fillFromEarlier(Cell cell, Cell source, int leaf) {
    int loop = loopLeft(cell, source);
    system.turn(found(source, leaf), cell.found(leaf), loop, Arrivals.NO_REASON);
  }

  /// The loop at whose end `source` has become `cell`: the one that `cell` stands just outside of.
  private int loopLeft(Cell cell, Cell source) {
    int loop = source.loop();
    while (loops.outside(loop) != cell.loop()) {
      loop = loops.outside(loop);
    }
    return loop;
  }
}
