package arenad.oracle;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/// Looks through all that running calls can reach.
final class Reachable {

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Datum> work = new ArrayDeque<>();

  /// Whether an object of the second home may not hold what lived in the first.
  private final BiPredicate<Home, Home> forbidden;

  private Reachable(BiPredicate<Home, Home> forbidden) {
    this.forbidden = forbidden;
  }

  /// When a frame has ended, no live object of an arena that can still be reached may hold what was made in
  /// a frame that is gone.
  static void requireNoTemporary(List<Activation> calls) {
    new Reachable((home, _) -> !home.isArena() && !home.isLive()).search(calls);
  }

  /// When arenas have ended, no live object of an arena that can still be reached may hold what lived in them: the law. It may, if a
  /// call that is still running made the object's arena and was given the other one by its caller: what a callee frees for its caller
  /// may be held by the callee's own objects until they are freed themselves.
  static void requireNothingOf(Set<Home> died, List<Activation> calls) {
    BiPredicate<Home, Home> forbidden =
        (home, holder) ->
            died.contains(home)
                && calls.stream()
                    .noneMatch(
                        call -> home.isOlderThan(call.stack) && call.stack.isOlderThan(holder));
    new Reachable(forbidden).search(calls);
  }

  private void search(List<Activation> calls) {
    for (Activation call : calls) {
      call.locals().stream().filter(cell -> !cell.isEmpty()).forEach(cell -> add(cell.get()));
    }
    while (!work.isEmpty()) {
      follow(work.pop());
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
      case Datum.Owner(OwnedBlock block, boolean weak) -> {
        if (!weak) {
          add(block.content());
        }
      }
      case Datum.Growable array -> {
        if (array.home.isLive() && seen.add(array)) {
          array.elements.forEach(element -> held(element.get(), array.home));
          array.elements.forEach(element -> add(element.get()));
        }
      }
      case Datum.Slice span -> {
        for (Cell cell : span.cells()) {
          if (span.home().isLive() && seen.add(cell)) {
            held(cell.get(), span.home());
            add(cell.get());
          }
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
          Datum.Function _,
          Datum.Text _,
          Datum.Handle _,
          Datum.Gone _,
          Datum.Buffer _ -> {}
    }
  }

  private void held(Datum content, Home holder) {
    if (content instanceof Datum.Aggregate(List<Cell> members)) {
      members.stream().filter(cell -> !cell.isEmpty()).forEach(cell -> held(cell.get(), holder));
      return;
    }
    Home home = SimulatedMemory.homeOf(content);
    if (holder.isArena() && home != null && forbidden.test(home, holder)) {
      throw new SimulatedMemory.Violation(
          MemoryTrap.Kind.WRITE_LAW, "what lived in " + home + " is still held in " + holder);
    }
  }
}
