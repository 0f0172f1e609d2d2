package arenad.checker;

import arenad.lifetime.Atom;
import arenad.lifetime.BitRow;
import arenad.lifetime.Inclusions;
import arenad.lifetime.LoopNest;
import arenad.lifetime.Renaming;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Knows which variables hold the handle of exactly one arena, and gives that arena one name where
/// such variables meet.
///
/// At the head of a loop it does so on trust, since the turn's end is not written yet. What turns out
/// otherwise is noted in the [Doubts], with which the function is written once more.
final class Handles {

  /// A leaf of a local at a place where paths meet.
  private record Meeting(int block, int local, int leaf) {}

  /// What trust was not justified.
  static final class Doubts {
    private final Set<Meeting> manyArenas = new HashSet<>();
    private final Set<Meeting> roots = new HashSet<>();
  }

  /// A joined arena at a loop's head, to be looked at again at the end of each turn.
  private record Trusted(Meeting meeting, Atom atom) {}

  private final Constraints out;
  private final Inclusions system;
  private final Doubts doubts;
  private final Map<Integer, Atom> exact = new HashMap<>();
  private final Map<Integer, List<Trusted>> trustedAtHeads = new HashMap<>();
  private boolean disappointed;

  Handles(Constraints out, Doubts doubts) {
    this.out = out;
    this.doubts = doubts;
    system = out.system;
  }

  /// The variable holds the handle of that arena and of no other.
  void exactly(int variable, Atom atom) {
    exact.put(variable, atom);
  }

  /// The one arena of a handle, or null.
  @Nullable Atom only(int variable) {
    return exact.get(variable);
  }

  /// Whether something was trusted that was not so.
  boolean isDisappointed() {
    return disappointed;
  }

  /// Gives a name to what the handles of several paths hold, if each holds one arena or none.
  ///
  /// @param variables of the leaf, path by path
  /// @param renamings of the edges, path by path; this adds to them
  /// @return the name, or null when there is none
  @Nullable Atom join(
      int block, int local, int leaf, int[] variables, List<Renaming> renamings, boolean head) {
    Meeting meeting = new Meeting(block, local, leaf);
    if (doubts.manyArenas.contains(meeting) || !areKnown(variables, head)) {
      return null;
    }
    Atom same = sameAsBefore(variables, renamings);
    Atom joined = same != null && !head ? same : fresh(meeting, variables, head);
    for (int i = 0; i < variables.length; i++) {
      Atom before = exact.get(variables[i]);
      if (before != null && !renamings.get(i).handle(before, joined)) {
        doubts.manyArenas.add(meeting);
        disappointed = true;
      }
    }
    if (same == null || head) {
      follow(joined, variables, renamings);
    }
    if (head) {
      trustedAtHeads
          .computeIfAbsent(block, _ -> new ArrayList<>())
          .add(new Trusted(meeting, joined));
    }
    return joined;
  }

  private boolean areKnown(int[] variables, boolean head) {
    boolean some = head;
    for (int variable : variables) {
      Atom atom = exact.get(variable);
      if (variable != Inclusions.STATIC && (atom == null || atom.isMany())) {
        return false;
      }
      some |= atom != null;
    }
    return some;
  }

  /// Two handles that hold the same arena on each path hold one afterwards.
  private @Nullable Atom sameAsBefore(int[] variables, List<Renaming> renamings) {
    Atom same = null;
    for (int i = 0; i < variables.length; i++) {
      Atom before = exact.get(variables[i]);
      Atom after = before == null ? null : renamings.get(i).after(before);
      if (after == null || same != null && same != after) {
        return null;
      }
      same = after;
    }
    return same;
  }

  private Atom fresh(Meeting meeting, int[] variables, boolean head) {
    boolean hangs = !doubts.roots.contains(meeting);
    for (int variable : variables) {
      Atom before = exact.get(variable);
      hangs &= before == null || before.parents() != Atom.NO_PARENTS;
    }
    int loop = out.graph.loopOf(meeting.block());
    int parents = hangs ? system.newVariable() : Atom.NO_PARENTS;
    Atom joined = system.heap().joined(loop, parents);
    out.joinedAt.put(joined, meeting.block());
    return joined;
  }

  private void follow(Atom joined, int[] variables, List<Renaming> renamings) {
    for (int i = 0; i < variables.length; i++) {
      Atom before = exact.get(variables[i]);
      if (before != null) {
        follow(joined, before, renamings.get(i));
      }
    }
  }

  private void follow(Atom joined, Atom before, Renaming renaming) {
    system.heap().joins(joined, before, renaming);
    out.births.putIfAbsent(joined, out.births.getOrDefault(before, out.reasons.getFirst()));
    if (joined.parents() != Atom.NO_PARENTS && before.parents() != Atom.NO_PARENTS) {
      system.rename(before.parents(), joined.parents(), renaming, 0);
    }
  }

  /// Looks whether the end of a turn keeps what was trusted at the head.
  ///
  /// @param renaming of the edge back; this adds to it
  void close(int head, int[][] locals, Renaming renaming) {
    for (Trusted trusted : trustedAtHeads.getOrDefault(head, List.of())) {
      Meeting meeting = trusted.meeting();
      int[] held = locals[meeting.local()];
      int variable = held == null ? Inclusions.STATIC : held[meeting.leaf()];
      Atom before = exact.get(variable);
      if (before == null && variable == Inclusions.STATIC) {
        continue;
      }
      if (before == null || before.isMany() || !renaming.handle(before, trusted.atom())) {
        doubts.manyArenas.add(meeting);
        disappointed = true;
      } else if (isRoot(before) && trusted.atom().parents() != Atom.NO_PARENTS) {
        doubts.roots.add(meeting);
        disappointed = true;
      } else {
        follow(trusted.atom(), before, renaming);
      }
    }
  }

  private static boolean isRoot(Atom atom) {
    return atom.parents() == Atom.NO_PARENTS;
  }

  Renaming forward(int from, int block) {
    FlowGraph graph = out.graph;
    int loop = graph.loopOf(block);
    int outside = graph.isHead(block) ? graph.nest().outside(loop) : loop;
    return new Renaming(LoopNest.NONE, block, loop, outside, () -> graph.before(from, block));
  }

  Renaming back(int head) {
    int loop = out.graph.loopOf(head);
    return new Renaming(loop, head, loop, loop, BitRow::new);
  }
}
