package arenad.oracle;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// Looks through all that running calls can reach.
final class Reachable {

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Datum> work = new ArrayDeque<>();

  private Reachable() {}

  /// When a frame has ended, no live object of an arena that can still be reached may hold what was made in
  /// a frame that is gone. (Of arenas that a callee frees for its caller this is not so: an object of the callee's
  /// own may hold what it was given until it is freed itself.)
  static void requireNoTemporary(List<Activation> calls) {
    Reachable reachable = new Reachable();
    for (Activation call : calls) {
      call.locals().stream()
          .filter(cell -> !cell.isEmpty())
          .forEach(cell -> reachable.add(cell.get()));
    }
    while (!reachable.work.isEmpty()) {
      reachable.follow(reachable.work.pop());
    }
  }

  private void add(Datum datum) {
    work.push(datum);
  }

  private void follow(Datum datum) {
    switch (datum) {
      case Datum.Aggregate(List<Cell> members) ->
          members.stream().filter(cell -> !cell.isEmpty()).forEach(cell -> add(cell.get()));
      case Datum.Reference(Cell target, Home home) -> {
        if (home.isLive() && !target.isEmpty() && seen.add(target)) {
          held(target.get(), home);
          add(target.get());
        }
      }
      case Datum.Growable array -> {
        if (array.home.isLive() && seen.add(array)) {
          array.elements.forEach(element -> held(element.get(), array.home));
          array.elements.forEach(element -> add(element.get()));
        }
      }
      case Datum.Table table -> {
        if (table.home.isLive() && seen.add(table)) {
          for (MapOperations.Entry entry : table.entries) {
            if (entry != null) {
              held(entry.key(), table.home);
              held(entry.value().get(), table.home);
              add(entry.value().get());
            }
          }
        }
      }
      case Datum.Whole _,
          Datum.Real _,
          Datum.Absent _,
          Datum.Text _,
          Datum.Handle _,
          Datum.Buffer _ -> {}
    }
  }

  private static void held(Datum content, Home holder) {
    if (content instanceof Datum.Aggregate(List<Cell> members)) {
      members.stream().filter(cell -> !cell.isEmpty()).forEach(cell -> held(cell.get(), holder));
      return;
    }
    Home home = SimulatedMemory.homeOf(content);
    if (holder.isArena() && home != null && !home.isArena() && !home.isLive()) {
      throw new SimulatedMemory.Violation(
          MemoryTrap.Kind.WRITE_LAW, "what lived in " + home + " is still held in " + holder);
    }
  }
}
