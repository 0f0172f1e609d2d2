package arenad.lifetime;

import arenad.type.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Takes from a solved system what its interface shows: which positions flow where, and which arenas
/// and objects the call makes and hands out.
public final class Projection {

  private record Sink(Position position, Type type, int variable) {}

  /// Objects that callers need not tell apart: of one type, in the same arenas.
  private record Group(Type type, List<Position> homes) implements Comparable<Group> {
    @Override
    public int compareTo(Group other) {
      int byType = type.toString().compareTo(other.type.toString());
      return byType != 0 ? byType : homes.toString().compareTo(other.homes.toString());
    }
  }

  private final Inclusions system;
  private final List<Sink> sinks = new ArrayList<>();
  private final Set<Cell> escaping = new LinkedHashSet<>();
  private final Set<Atom> handedOut = new LinkedHashSet<>();
  private final Set<Atom> handedOver = new HashSet<>();
  private final Set<Atom> leaving = new HashSet<>();
  private final Set<Atom> several = new HashSet<>();
  private final Map<Atom, Integer> arenaNumbers = new HashMap<>();
  private final List<Contract.Arena> arenas = new ArrayList<>();
  private final Map<Cell, Integer> objectNumbers = new HashMap<>();
  private final List<Contract.Made> objects = new ArrayList<>();
  private final TreeMap<Contract.Flow, Boolean> flows = new TreeMap<>();

  private Projection(Inclusions system) {
    this.system = system;
  }

  /// @param shape of the result
  /// @param result the variables of its leaves
  public static Projection of(Inclusions system, Shape shape, int[] result) {
    Projection projection = new Projection(system);
    projection.findSinks(shape, result);
    projection.followObjects();
    projection.findArenas();
    projection.groupObjects();
    projection.findFlows();
    return projection;
  }

  public List<Contract.Flow> flows() {
    List<Contract.Flow> all = new ArrayList<>();
    flows.forEach((flow, whole) -> all.add(new Contract.Flow(flow.from(), flow.to(), whole)));
    return all;
  }

  public List<Contract.Arena> arenas() {
    return arenas;
  }

  public List<Contract.Made> objects() {
    return objects;
  }

  /// The variable of what comes to be at a position of the result, of the caller's memory, or of objects that
  /// the call makes.
  public int variableOf(Position position) {
    for (Cell cell : escaping) {
      Integer number = objectNumbers.get(cell);
      int leaf = cell.shape().leafAt(position.path(), 0);
      if (position.isObject() && number != null && number == position.number() && leaf >= 0) {
        return cell.found(leaf);
      }
    }
    for (Sink sink : sinks) {
      if (sink.position().equals(position)) {
        return sink.variable();
      }
    }
    return Inclusions.STATIC;
  }

  /// Whether an arena that the call makes may leave it, under whatever name.
  public boolean isHandedOut(Atom atom) {
    return leaving.contains(atom.original());
  }

  /// Whether its handle does, so that the caller can free it.
  public boolean isHandedOver(Atom atom) {
    return handedOver.contains(atom.original());
  }

  /// How the contract calls an atom; nothing when it does not appear there.
  public List<Position> positionsOf(Atom atom) {
    if (atom.isUniversal()) {
      return List.of(Objects.requireNonNull(atom.position()));
    }
    Integer number = arenaNumbers.get(atom.original());
    if (number != null) {
      return List.of(Position.arena(number));
    }
    if (atom.kind() == Atom.Kind.VIEW || atom.kind() == Atom.Kind.OWNER) {
      return positionsAbove(atom);
    }
    return atom.isJoined()
        ? system.heap().meanings(atom).stream()
            .flatMap(meaning -> positionsOf(meaning).stream())
            .toList()
        : List.of();
  }

  /// What is seen through a handle of the caller lives as long as the handle stays there.
  private List<Position> positionsAbove(Atom atom) {
    List<Position> positions = new ArrayList<>();
    if (atom.parents() != Atom.NO_PARENTS) {
      system.forEachAtom(atom.parents(), parent -> positions.addAll(positionsOf(parent)));
    }
    return positions;
  }

  private void findSinks(Shape shape, int[] result) {
    for (int leaf = 0; leaf < result.length; leaf++) {
      Position position = new Position(Position.RETURN, shape.leaf(leaf).path());
      sinks.add(new Sink(position, shape.leaf(leaf).type(), result[leaf]));
    }
    for (Heap.Slot slot : system.heap().interfaceSlots()) {
      Position at = Objects.requireNonNull(slot.cell().position());
      Leaf leaf = slot.cell().shape().leaf(slot.leaf());
      sinks.add(new Sink(at.then(leaf.path()), leaf.type(), slot.cell().put(slot.leaf())));
    }
  }

  /// All objects made here that the caller can come to.
  private void followObjects() {
    List<Cell> work = new ArrayList<>();
    for (Sink sink : sinks) {
      collect(sink.variable(), sink.type(), work);
    }
    while (!work.isEmpty()) {
      Cell cell = work.removeLast();
      for (int leaf = 0; leaf < cell.shape().size(); leaf++) {
        system.heap().found(cell, leaf);
      }
      system.solve();
      for (int leaf = 0; leaf < cell.shape().size(); leaf++) {
        collect(cell.found(leaf), cell.shape().leaf(leaf).type(), work);
      }
    }
  }

  private void collect(int variable, Type type, List<Cell> work) {
    system
        .set(variable)
        .forEach(
            id -> {
              switch (system.element(id)) {
                case Cell cell -> {
                  if (cell.origin() != Cell.Origin.INTERFACE && escaping.add(cell)) {
                    work.add(cell);
                  }
                }
                case Atom atom -> {
                  handOut(atom);
                  if (type instanceof Type.Arena) {
                    system.heap().meanings(atom).forEach(one -> handedOver.add(one.original()));
                    handedOver.add(atom.original());
                  }
                }
              }
            });
  }

  /// An arena that may be the caller's goes by what it may be; every other by its own name.
  private void handOut(Atom atom) {
    if (atom.kind() != Atom.Kind.ARENA) {
      return;
    }
    List<Atom> meanings = system.heap().meanings(atom);
    leaving.add(atom.original());
    meanings.forEach(meaning -> leaving.add(meaning.original()));
    if (meanings.stream().anyMatch(Atom::isUniversal)) {
      meanings.stream().filter(meaning -> !meaning.isUniversal()).forEach(this::handOutAs);
    } else {
      handOutAs(atom);
    }
  }

  private void handOutAs(Atom atom) {
    handedOut.add(atom.original());
    if (atom.isOfEarlierTurns()) {
      several.add(atom.original());
    }
  }

  /// Arenas are told apart by where they go; those that go to the same places share a number.
  private void findArenas() {
    TreeMap<String, List<Atom>> bySignature = new TreeMap<>();
    for (Atom atom : handedOut) {
      TreeSet<Position> places = new TreeSet<>();
      for (Sink sink : sinks) {
        if (holds(sink.variable(), atom)) {
          places.add(sink.position());
        }
      }
      bySignature.computeIfAbsent(places.toString(), _ -> new ArrayList<>()).add(atom);
    }
    List<List<Atom>> groups = withoutAliases(new ArrayList<>(bySignature.values()));
    for (int number = 0; number < groups.size(); number++) {
      for (Atom atom : groups.get(number)) {
        arenaNumbers.put(atom, number);
      }
    }
    groups.forEach(this::addArena);
  }

  /// What may be one arena under two names must be one for the caller.
  private List<List<Atom>> withoutAliases(List<List<Atom>> groups) {
    List<List<Atom>> merged = new ArrayList<>();
    for (List<Atom> group : groups) {
      List<Atom> all = new ArrayList<>(group);
      for (List<Atom> other : List.copyOf(merged)) {
        if (other.stream().anyMatch(one -> group.stream().anyMatch(two -> mayBeOne(one, two)))) {
          merged.remove(other);
          all.addAll(0, other);
        }
      }
      merged.add(all);
    }
    return merged;
  }

  private boolean mayBeOne(Atom one, Atom two) {
    List<Atom> meanings = originals(one);
    return originals(two).stream().anyMatch(meanings::contains);
  }

  private List<Atom> originals(Atom atom) {
    return system.heap().meanings(atom).stream().map(Atom::original).toList();
  }

  private boolean holds(int variable, Atom original) {
    BitRow set = system.set(variable);
    for (int id = set.next(0); id >= 0; id = set.next(id + 1)) {
      if (system.element(id) instanceof Atom atom
          && (atom.original() == original || originals(atom).contains(original))) {
        return true;
      }
    }
    return false;
  }

  private void addArena(List<Atom> group) {
    Set<Position> parents = new TreeSet<>();
    boolean many = group.size() > 1;
    for (Atom atom : group) {
      many |= atom.isMany() || several.contains(atom);
      if (atom.parents() != Atom.NO_PARENTS) {
        parents.addAll(positionsIn(atom.parents()));
      }
    }
    arenas.add(new Contract.Arena(List.copyOf(parents), many && !isOneArena(group)));
  }

  /// Whether all of them are names of one arena, however many turns of loops it has got them in.
  private boolean isOneArena(List<Atom> group) {
    Set<Atom> meanings = new HashSet<>();
    group.forEach(atom -> meanings.addAll(system.heap().meanings(atom)));
    return meanings.size() == 1
        && meanings.stream().noneMatch(atom -> atom.isMany() || several.contains(atom));
  }

  private Collection<Position> positionsIn(int variable) {
    Set<Position> positions = new TreeSet<>();
    system
        .set(variable)
        .forEach(
            id -> {
              if (system.element(id) instanceof Atom atom) {
                positions.addAll(positionsOf(atom));
              }
            });
    return positions;
  }

  private void groupObjects() {
    TreeMap<Group, List<Cell>> groups = new TreeMap<>();
    for (Cell cell : escaping) {
      List<Position> homes =
          cell.home() == Cell.NONE ? List.of() : List.copyOf(positionsIn(cell.home()));
      groups.computeIfAbsent(new Group(cell.type(), homes), _ -> new ArrayList<>()).add(cell);
    }
    groups.forEach(
        (group, cells) -> {
          cells.forEach(cell -> objectNumbers.put(cell, objects.size()));
          objects.add(new Contract.Made(group.type(), group.homes()));
        });
  }

  private void findFlows() {
    for (Sink sink : sinks) {
      flowsInto(sink.position(), sink.variable());
    }
    for (Cell cell : escaping) {
      Position object = Position.object(Objects.requireNonNull(objectNumbers.get(cell)));
      for (int leaf = 0; leaf < cell.shape().size(); leaf++) {
        flowsInto(object.then(cell.shape().leaf(leaf).path()), cell.found(leaf));
      }
    }
  }

  private void flowsInto(Position to, int variable) {
    BitRow set = system.set(variable);
    Set<Cell> reached = new HashSet<>();
    set.forEach(
        id -> {
          if (system.element(id) instanceof Cell cell) {
            reached.add(cell);
          }
        });
    for (Cell cell : reached) {
      Integer number = objectNumbers.get(cell);
      if (number != null) {
        flow(Position.object(number), to, true);
      }
    }
    set.forEach(
        id -> {
          if (system.element(id) instanceof Atom atom) {
            Cell behind = system.heap().behind(atom);
            for (Position from : positionsOf(atom)) {
              if (!from.equals(to) || atom.isMany()) {
                flow(from, to, behind != null && reached.contains(behind));
              }
            }
          }
        });
  }

  private void flow(Position from, Position to, boolean whole) {
    flows.merge(new Contract.Flow(from, to, false), whole, Boolean::logicalOr);
  }
}
