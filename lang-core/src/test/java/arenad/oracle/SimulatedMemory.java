package arenad.oracle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The arenas and objects of one run, and the laws they are watched by. Messages of violations go to
/// whoever asked, who knows the place in the source.
final class SimulatedMemory {
  /// So few that looking through them costs nothing.
  private static final int FEW = 50;

  private final List<Datum.Reference> objects = new ArrayList<>();
  private final List<Datum.Growable> arrays = new ArrayList<>();
  private final List<Datum.Table> tables = new ArrayList<>();

  /// Thrown where a law is broken; the interpreter adds the place.
  static final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final MemoryTrap.Kind kind;

    Violation(MemoryTrap.Kind kind, String message) {
      super(message, null, false, false);
      this.kind = kind;
    }
  }

  /// Blocks that one handle owns, and that are not dropped yet.
  private final Set<OwnedBlock> owned = new LinkedHashSet<>();

  private int forgetAt = FEW;

  Datum.Owner own(SimulatedArena arena, Datum.Reference content, boolean counted) {
    OwnedBlock block = new OwnedBlock(arena, content, counted);
    if (!counted) {
      owned.add(block);
    }
    return new Datum.Owner(block, false);
  }

  /// A block whose content lives on in another.
  void replace(OwnedBlock old) {
    owned.remove(old);
    free(old.arena(), true);
  }

  /// The arena of an object that a handle owns or is about to own.
  SimulatedArena arenaOf(Datum.Reference object) {
    for (OwnedBlock block : owned) {
      if (block.home() == object.home()) {
        return block.arena();
      }
    }
    throw new Violation(MemoryTrap.Kind.USE_AFTER_FREE, "no owner holds this object");
  }

  /// Drops what a value owns, and what that owns: chains of owners are as long as the program likes.
  void drop(Datum value) {
    Deque<Datum> work = new ArrayDeque<>(List.of(value));
    while (!work.isEmpty()) {
      switch (work.pop()) {
        case Datum.Aggregate(List<Cell> members) -> {
          for (int i = members.size() - 1; i >= 0; i--) {
            work.push(members.get(i).get());
          }
        }
        case Datum.Owner(OwnedBlock block, boolean weak) -> {
          if (block.release(weak)) {
            owned.remove(block);
            work.push(block.content().target().get());
            free(block.arena(), true);
          }
        }
        case Datum.Gone _ ->
            throw new Violation(MemoryTrap.Kind.USE_AFTER_FREE, "what is dropped has been moved");
        case Datum.Whole _,
            Datum.Real _,
            Datum.Absent _,
            Datum.Function _,
            Datum.Text _,
            Datum.Reference _,
            Datum.Handle _,
            Datum.Growable _,
            Datum.Table _,
            Datum.Slice _,
            Datum.Buffer _ -> {}
      }
    }
  }

  /// Whether something is owned still: at the end of a program nothing may be.
  boolean ownsSomething() {
    return !owned.isEmpty();
  }

  SimulatedArena newArena(String name, boolean scoped, @Nullable SimulatedArena parent) {
    if (parent != null) {
      requireLive(parent);
    }
    return new SimulatedArena(name, scoped, parent);
  }

  Datum.Reference allocate(SimulatedArena arena, Datum initial) {
    requireLive(arena);
    arena.use(size(initial));
    return allocateIn(arena.generation(), initial);
  }

  Datum.Reference allocateIn(Home home, Datum initial) {
    requireOutlives(initial, home);
    Datum.Reference reference = new Datum.Reference(new Cell(initial), home);
    objects.add(reference);
    return reference;
  }

  Datum.Growable newArray(Home home) {
    requireLive(home, "a new array");
    Datum.Growable array = new Datum.Growable(home);
    arrays.add(array);
    return array;
  }

  Datum.Table newTable(Home home) {
    requireLive(home, "a new map");
    Datum.Table table = new Datum.Table(home);
    tables.add(table);
    return table;
  }

  /// A block ends its arena only if nobody has freed it, with its parent, before.
  ///
  /// @return all that ended
  Set<Home> free(SimulatedArena arena, boolean byBlock) {
    Set<Home> died = new HashSet<>();
    if (arena.isFreed() && byBlock) {
      return died;
    }
    if (arena.isFreed()) {
      throw new Violation(MemoryTrap.Kind.DOUBLE_FREE, arena.name + " is freed already");
    }
    if (arena.scoped && !byBlock) {
      throw new Violation(MemoryTrap.Kind.DOUBLE_FREE, arena.name + " is freed by its block");
    }
    arena.free(died);
    forgetDead();
    return died;
  }

  /// @return all that ended
  Set<Home> reset(SimulatedArena arena) {
    requireLive(arena);
    Set<Home> died = new HashSet<>();
    arena.reset(died);
    forgetDead();
    return died;
  }

  static void requireLive(SimulatedArena arena) {
    if (arena.isFreed()) {
      throw new Violation(MemoryTrap.Kind.USE_AFTER_FREE, arena.name + " is freed");
    }
  }

  static void requireLive(@Nullable Home home, String what) {
    if (home != null && !home.isLive()) {
      throw new Violation(MemoryTrap.Kind.USE_AFTER_FREE, what + " lived in " + home);
    }
  }

  /// The write law: what is stored does not hang on what it is stored in. Homes that no tree orders
  /// (unrelated roots, frames) are left to the moment of use.
  static void requireOutlives(Datum value, Home holder) {
    Home home = homeOf(value);
    if (home != null && home.isInside(holder)) {
      throw new Violation(
          MemoryTrap.Kind.WRITE_LAW, "what lives in " + home + " is stored in " + holder);
    }
    if (value instanceof Datum.Aggregate(List<Cell> members)) {
      members.forEach(member -> requireOutlives(member.get(), holder));
    }
  }

  /// Whether the value itself, or a part of it, refers to what is dead.
  static boolean isDead(Datum value) {
    if (value instanceof Datum.Aggregate(List<Cell> members)) {
      return members.stream().anyMatch(member -> !member.isEmpty() && isDead(member.get()));
    }
    if (value instanceof Datum.Handle(SimulatedArena arena)) {
      return arena.isFreed();
    }
    Home home = homeOf(value);
    return home != null && !home.isLive();
  }

  /// Whether the value or a part of it refers to what is dead and was born after `birth`. What an older
  /// arena took with it is the caller's to know: the contract says that the call may free it.
  static boolean diedSince(Home birth, Datum value) {
    if (value instanceof Datum.Aggregate(List<Cell> members)) {
      return members.stream().anyMatch(member -> diedSince(birth, member.get()));
    }
    Home home = homeOf(value);
    return home != null && !home.isLive() && !home.isOlderThan(birth);
  }

  /// How many live objects and arrays of arenas hold something dead. The theorem says none, as long as no
  /// function frees an arena that its caller passed it.
  int dangling() {
    int count = 0;
    for (Datum.Reference object : objects) {
      count += object.home().isLive() && isDead(object.target().get()) ? 1 : 0;
    }
    for (Datum.Growable array : arrays) {
      boolean holds = array.elements.stream().anyMatch(element -> isDead(element.get()));
      count += array.home.isArena() && array.home.isLive() && holds ? 1 : 0;
    }
    for (Datum.Table table : tables) {
      boolean holds =
          table.entries.stream()
              .filter(Objects::nonNull)
              .anyMatch(entry -> isDead(entry.key()) || isDead(entry.value().get()));
      count += table.home.isLive() && holds ? 1 : 0;
    }
    return count;
  }

  /// Some number of bytes; how many exactly is for layouts to say.
  private static long size(Datum value) {
    return value instanceof Datum.Aggregate(List<Cell> members)
        ? members.stream().mapToLong(member -> size(member.get())).sum()
        : Long.BYTES;
  }

  /// Whether a search of all of it is worth its time at the end of every frame: programs that look for
  /// faults are small, programs of real size have other tests.
  boolean isSmall() {
    return objects.size() + arrays.size() + tables.size() < 100;
  }

  /// Looks through all of them when there are twice as many as were left the last time, so that a program with many
  /// ends stays quick.
  private void forgetDead() {
    if (objects.size() + arrays.size() + tables.size() < forgetAt) {
      return;
    }
    objects.removeIf(object -> !object.home().isLive());
    arrays.removeIf(array -> !array.home.isLive());
    tables.removeIf(table -> !table.home.isLive());
    forgetAt = Math.max(FEW, 2 * (objects.size() + arrays.size() + tables.size()));
  }

  static @Nullable Home homeOf(Datum value) {
    return switch (value) {
      case Datum.Text text -> text.home();
      case Datum.Reference reference -> reference.home();
      case Datum.Handle(SimulatedArena arena) -> arena.generation();
      case Datum.Growable array -> array.home;
      case Datum.Table table -> table.home;
      case Datum.Slice span -> span.home();
      case Datum.Buffer buffer -> buffer.home;
      case Datum.Owner(OwnedBlock block, boolean weak) -> weak ? null : block.home();
      case Datum.Whole _,
          Datum.Real _,
          Datum.Absent _,
          Datum.Gone _,
          Datum.Function _,
          Datum.Aggregate _ ->
          null;
    };
  }
}
