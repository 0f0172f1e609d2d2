package arenad.checker;

import arenad.lifetime.Atom;
import arenad.lifetime.Renaming;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which two atoms may be one arena at some point: a renaming gives it a second name, and what has two
/// names before an edge has those that they become after it. Two arenas that take turns in two
/// handles are never one, although each handle may hold either.
final class Aliases {

  private record Pair(Atom one, Atom other) {}

  private final Constraints constraints;
  private final Set<Pair> pairs = new HashSet<>();
  private final Deque<Pair> work = new ArrayDeque<>();
  private final Map<Atom, List<Atom>> names = new HashMap<>();

  private Aliases(Constraints constraints) {
    this.constraints = constraints;
  }

  static Aliases of(Constraints constraints) {
    Aliases aliases = new Aliases(constraints);
    if (!constraints.joinedAt.isEmpty()) {
      aliases.find();
    }
    return aliases;
  }

  /// The other names that the arena of an atom may have.
  List<Atom> of(Atom atom) {
    return names.getOrDefault(atom, List.of());
  }

  private void find() {
    for (Renaming renaming : constraints.renamings.values()) {
      for (Atom before : renaming.handles()) {
        Atom still = stillCalled(before, renaming);
        Atom after = renaming.after(before);
        if (still != null && after != null) {
          add(after, still);
        }
      }
    }
    while (!work.isEmpty()) {
      Pair pair = work.pop();
      for (Renaming renaming : constraints.renamings.values()) {
        for (Atom one : afterwards(pair.one(), renaming)) {
          for (Atom other : afterwards(pair.other(), renaming)) {
            add(one, other);
          }
        }
      }
    }
  }

  private List<Atom> afterwards(Atom atom, Renaming renaming) {
    List<Atom> all = new ArrayList<>();
    if (renaming.isForward() && !constraints.system.heap().canBeBefore(atom, renaming)) {
      return all;
    }
    Atom after = renaming.after(atom);
    if (after != null) {
      all.add(after);
    }
    Atom still = stillCalled(atom, renaming);
    if (still != null) {
      all.add(still);
    }
    return all;
  }

  private @Nullable Atom stillCalled(Atom atom, Renaming renaming) {
    boolean madeInTurn =
        !renaming.isForward() && constraints.graph.nest().isInside(atom.loop(), renaming.loop());
    return madeInTurn ? constraints.system.heap().earlierTurn(atom, renaming.loop()) : atom;
  }

  private void add(Atom one, Atom other) {
    if (one != other && pairs.add(new Pair(one, other))) {
      pairs.add(new Pair(other, one));
      work.add(new Pair(one, other));
      names.computeIfAbsent(one, _ -> new ArrayList<>()).add(other);
      names.computeIfAbsent(other, _ -> new ArrayList<>()).add(one);
    }
  }
}
