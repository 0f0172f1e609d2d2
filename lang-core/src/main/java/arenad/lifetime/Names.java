package arenad.lifetime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps what atoms and cells are called after a [Renaming].
final class Names {

  private record Turned(Element original, int loop) {}

  /// Objects of one origin that lived in different arenas are kept apart.
  private record Joined(Cell root, int join, @Nullable Atom home) {}

  private record Earlier(Cell root, int loop, @Nullable Atom home) {}

  private record Step(Element element, Element renamed, Renaming renaming) {}

  private final Heap heap;
  private final Map<Turned, Atom> earlier = new HashMap<>();
  private final Map<Earlier, Cell> earlierCells = new HashMap<>();
  private final Map<Turned, Set<Cell>> earlierOf = new HashMap<>();
  private final Map<Joined, Cell> joined = new HashMap<>();
  private final Map<Cell, Integer> joins = new HashMap<>();
  private final Map<Turned, Set<Cell>> joinedAtHeads = new HashMap<>();
  private final Map<Integer, Renaming> turns = new HashMap<>();
  private final Set<Step> taken = new HashSet<>();

  Names(Heap heap) {
    this.heap = heap;
  }

  private Inclusions system() {
    return heap.system();
  }

  /// How the end of a turn looks from outside of the loop.
  Renaming endOfTurn(int loop) {
    return turns.computeIfAbsent(loop, turn -> Renaming.ofTurn(turn, heap.loops().outside(turn)));
  }

  private boolean isMadeIn(Element element, int loop) {
    return loop != LoopNest.NONE && heap.loops().isInside(element.loop(), loop);
  }

  Element renamed(Element element, Renaming renaming) {
    return switch (element) {
      case Atom atom -> renamed(atom, renaming);
      case Cell cell -> renamed(cell, renaming);
    };
  }

  private Atom renamed(Atom atom, Renaming renaming) {
    Atom after = renaming.after(atom);
    if (after != null) {
      return after;
    }
    return isMadeIn(atom, renaming.loop()) ? earlier(atom, renaming.loop()) : atom;
  }

  /// What an arena is still called by those who do not see the handle being renamed.
  Atom staysCalled(Atom atom, Renaming renaming) {
    return isMadeIn(atom, renaming.loop()) ? earlier(atom, renaming.loop()) : atom;
  }

  @Nullable Atom known(Atom atom, int loop) {
    return earlier.get(new Turned(atom.original(), loop));
  }

  private Atom earlier(Atom atom, int loop) {
    Turned key = new Turned(atom.original(), loop);
    Atom known = earlier.get(key);
    if (known == null) {
      boolean hangs = atom.original().parents() != Atom.NO_PARENTS;
      int parents = hangs ? system().newVariable() : Atom.NO_PARENTS;
      known = heap.ofEarlierTurns(atom.original(), loop, parents);
      earlier.put(key, known);
    }
    Renaming turn = endOfTurn(loop);
    if (known.parents() != Atom.NO_PARENTS && taken.add(new Step(atom, known, turn))) {
      system().rename(atom.parents(), known.parents(), turn, Arrivals.NO_REASON);
    }
    return known;
  }

  List<Atom> otherNames(Atom atom) {
    if (!atom.isOfEarlierTurns()) {
      return atom.instances();
    }
    List<Atom> names = new ArrayList<>();
    for (Atom instance : atom.original().instances()) {
      boolean madeInIt = isMadeIn(instance, atom.turnOf());
      Atom name = madeInIt ? known(instance, atom.turnOf()) : instance;
      if (name != null) {
        names.add(name);
      }
    }
    return names;
  }

  private Cell renamed(Cell cell, Renaming renaming) {
    return switch (cell.origin()) {
      case INTERFACE -> cell;
      case PART ->
          heap.part(renamed(cell.original(), renaming), cell.detail(), cell.type(), cell.shape());
      case MADE, COPIED, STORAGE, EARLIER, JOINED -> {
        boolean stays = !renaming.isForward() && !isMadeIn(cell, renaming.loop());
        if (stays || renaming.isPlain()) {
          yield cell;
        }
        yield renaming.hasHandles() ? joined(cell, renaming) : earlier(cell, renaming);
      }
    };
  }

  private Cell earlier(Cell cell, Renaming renaming) {
    int loop = renaming.loop();
    Cell root = cell.root();
    if (!isMadeIn(root, loop)) {
      // Its new name was given in the loop; outside it has always been the old one.
      return root;
    }
    Atom home = homeAfter(cell, endOfTurn(loop));
    Earlier key = new Earlier(root, loop, home);
    Cell known = earlierCells.get(key);
    if (known == null) {
      known = heap.renamedCell(Cell.Origin.EARLIER, root, heap.loops().outside(loop));
      known.onlyHome(home);
      earlierCells.put(key, known);
      earlierOf.computeIfAbsent(new Turned(root, loop), _ -> new LinkedHashSet<>()).add(known);
    }
    take(cell, known, endOfTurn(loop));
    return known;
  }

  /// What the one arena of the objects is called after the renaming, if it is still one.
  private @Nullable Atom homeAfter(Cell cell, Renaming renaming) {
    Atom home = cell.onlyHome();
    Atom after = home == null ? null : renamed(home, renaming);
    return after == null || after.isMany() ? null : after;
  }

  private Cell joined(Cell cell, Renaming renaming) {
    Atom home = homeAfter(cell, renaming);
    Joined key = new Joined(cell.root(), renaming.join(), home);
    Cell known = joined.get(key);
    if (known == null) {
      known = heap.renamedCell(Cell.Origin.JOINED, cell.root(), renaming.around());
      known.onlyHome(home);
      joined.put(key, known);
      joins.put(known, renaming.join());
    }
    if (!renaming.isForward() && isMadeIn(cell.root(), renaming.loop())) {
      Turned turned = new Turned(cell.root(), renaming.loop());
      joinedAtHeads.computeIfAbsent(turned, _ -> new LinkedHashSet<>()).add(known);
    }
    take(cell, known, renaming);
    return known;
  }

  private void take(Cell cell, Cell known, Renaming renaming) {
    if (!taken.add(new Step(cell, known, renaming))) {
      return;
    }
    known.sources().add(new Cell.Source(cell, renaming));
    if (known.home() != Cell.NONE) {
      system().rename(cell.home(), known.home(), renaming, Arrivals.NO_REASON);
    }
    for (int leaf = 0; leaf < known.shape().size(); leaf++) {
      if (known.found(leaf) != Cell.NONE) {
        fill(known, leaf, new Cell.Source(cell, renaming));
      }
    }
  }

  void fill(Cell cell, int leaf) {
    for (Cell.Source source : List.copyOf(cell.sources())) {
      fill(cell, leaf, source);
    }
    for (Cell other : List.copyOf(underOtherName(cell))) {
      int found = heap.found(other, leaf);
      system().flow(cell.put(leaf), found, Arrivals.NO_REASON);
      system().flow(other.put(leaf), cell.found(leaf), Arrivals.NO_REASON);
    }
  }

  private void fill(Cell cell, int leaf, Cell.Source source) {
    Renaming renaming = source.renaming();
    Cell from = source.cell();
    int found = heap.found(from, leaf);
    if (!renaming.isForward() || !renaming.hasHandles()) {
      system().rename(found, cell.own(leaf), renaming, Arrivals.NO_REASON);
      return;
    }
    system().rename(from.own(leaf), cell.own(leaf), renaming, Arrivals.NO_REASON);
    for (Cell.Restored restored : List.copyOf(from.restored())) {
      if (restored.leaf() == leaf) {
        see(cell, restored, renaming);
      }
    }
    from.derived().add(new Cell.Source(cell, renaming));
    restoreInto(from, cell, leaf, renaming);
  }

  /// What is put into an object under a later name is in it under its old name too, and under any
  /// other that it may have got. It does not come back to the same name, but for what was put there
  /// before control passed: in an earlier turn of a loop around.
  private void restoreInto(Cell from, Cell cell, int leaf, Renaming renaming) {
    Cell.Restored known = restored(from, leaf, renaming.join());
    if (known == null) {
      known = new Cell.Restored(leaf, renaming.join(), system().newSlot(from.loop()));
      from.restored().add(known);
      system().flow(known.variable(), from.found(leaf), Arrivals.NO_REASON);
      for (Cell.Source derived : List.copyOf(from.derived())) {
        if (derived.cell().found(leaf) != Cell.NONE) {
          see(derived.cell(), known, derived.renaming());
        }
      }
      for (Cell.Source source : List.copyOf(from.sources())) {
        if (source.renaming().isForward() && source.renaming().hasHandles()) {
          passOn(from, known, source);
        }
      }
    }
    system().restore(cell.put(leaf), known.variable(), renaming);
    for (Cell.Restored later : List.copyOf(cell.restored())) {
      if (later.leaf() == leaf) {
        system().restore(later.variable(), known.variable(), renaming);
      }
    }
  }

  private void passOn(Cell from, Cell.Restored restored, Cell.Source source) {
    Cell.Restored above = restored(source.cell(), restored.leaf(), source.renaming().join());
    if (above != null) {
      system().restore(restored.variable(), above.variable(), source.renaming());
    }
  }

  private void see(Cell cell, Cell.Restored restored, Renaming renaming) {
    if (restored.join() == renaming.join()) {
      system().renameOld(restored.variable(), cell.own(restored.leaf()), renaming);
    } else {
      system().rename(restored.variable(), cell.own(restored.leaf()), renaming, Arrivals.NO_REASON);
    }
  }

  private static Cell.@Nullable Restored restored(Cell cell, int leaf, int join) {
    for (Cell.Restored restored : cell.restored()) {
      if (restored.leaf() == leaf && restored.join() == join) {
        return restored;
      }
    }
    return null;
  }

  /// Whether something with that name can be there when control passes the edge.
  boolean canBeBefore(Element element, Renaming renaming) {
    return switch (element) {
      case Atom atom when atom.isUniversal() -> true;
      case Atom atom when atom.isOfEarlierTurns() ->
          heap.loops().isInside(renaming.outside(), atom.turnOf())
              || renaming.isBefore(atom.place());
      case Atom atom -> renaming.isBefore(atom.place());
      case Cell cell ->
          switch (cell.origin()) {
            case INTERFACE -> true;
            case EARLIER ->
                heap.loops().isInside(renaming.outside(), turnOf(cell))
                    || renaming.isBefore(cell.place());
            case MADE, COPIED, STORAGE, JOINED -> renaming.isBefore(cell.place());
            case PART -> canBeBefore(cell.original(), renaming);
          };
    };
  }

  private static int turnOf(Cell cell) {
    return cell.sources().getFirst().renaming().loop();
  }

  /// An object of an earlier turn has one name for those who followed its handle and another for those
  /// who kept it in memory made outside of the loop.
  private Set<Cell> underOtherName(Cell cell) {
    return switch (cell.origin()) {
      case EARLIER -> {
        int loop =
            cell.sources().isEmpty() ? LoopNest.NONE : cell.sources().getFirst().renaming().loop();
        yield joinedAtHeads.getOrDefault(new Turned(cell.root(), loop), Set.of());
      }
      case JOINED -> {
        for (Cell.Source source : cell.sources()) {
          if (!source.renaming().isForward()) {
            yield earlierOf.getOrDefault(
                new Turned(cell.root(), source.renaming().loop()), Set.of());
          }
        }
        yield Set.of();
      }
      case INTERFACE, MADE, COPIED, STORAGE, PART -> Set.of();
    };
  }

  /// What an element was called before.
  Element restored(Element element, Renaming renaming) {
    return switch (element) {
      case Atom atom -> {
        Atom before = renaming.before(atom);
        yield before == null ? atom : before;
      }
      case Cell cell -> {
        boolean since = cell.origin() == Cell.Origin.JOINED && wasRenamed(cell, renaming);
        yield since ? cell.root() : cell;
      }
    };
  }

  private boolean wasRenamed(Cell cell, Renaming renaming) {
    Integer join = joins.get(cell);
    return join != null && join == renaming.join();
  }
}
