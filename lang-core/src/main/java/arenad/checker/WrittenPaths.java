package arenad.checker;

import arenad.ir.Instruction;
import arenad.ir.Place;
import arenad.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Of which path an assignment tells what stands there: what leads to a place may come to lead elsewhere after the place was found and
/// before it is written, and by the very write (`n.next.next = x` where `n.next` is `n`).
final class WrittenPaths {

  private final BodyWriter body;

  /// What temporaries hold that were read from a path.
  private final Map<Integer, Settled> settled = new HashMap<>();

  WrittenPaths(BodyWriter body) {
    this.body = body;
  }

  /// @param since the first event after the path was read
  /// @param root what the path's local held
  private record Settled(Narrowing.Path path, int block, int since, int[] root) {}

  /// A temporary holds what stands at a path.
  void note(Instruction.Assign assign) {
    if (assign.place() instanceof Place.OfLocal(var local) && local.isTemporary()) {
      Narrowing.Path path = Narrowing.pathOf(assign.value());
      if (path == null || assign.value() instanceof Value.Project) {
        settled.remove(local.index());
      } else {
        int now = body.out().events.size();
        settled.put(local.index(), new Settled(path, body.block(), now, body.local(path.root())));
      }
    }
  }

  /// The path that has been written, when what leads there has stayed; else null.
  ///
  /// @param since the first event after the place was found
  Narrowing.@Nullable Path known(Place place, int since) {
    Narrowing.Path path = Narrowing.pathOf(place);
    if (path == null) {
      return null;
    }
    Settled before = settled.get(path.root().index());
    if (before == null || path.members().isEmpty() || path.ownMembers() > 0) {
      return mayLeadElsewhere(path, since) ? null : path;
    }
    boolean untouched =
        before.block() == body.block() && before.root() == body.local(before.path().root());
    Narrowing.Path whole = joined(before.path(), path.members());
    return untouched && !mayLeadElsewhere(whole, before.since()) ? whole : null;
  }

  private static Narrowing.Path joined(Narrowing.Path path, List<Narrowing.Member> further) {
    List<Narrowing.Member> members = new ArrayList<>(path.members());
    members.addAll(further);
    return new Narrowing.Path(path.root(), members, path.ownMembers(), false);
  }

  private boolean mayLeadElsewhere(Narrowing.Path path, int since) {
    if (path.ownMembers() == path.members().size()) {
      return false;
    }
    Events events = body.out().events;
    for (int event = since; event < events.size(); event++) {
      if (events.kind(event) == Events.Kind.OVERWRITTEN
          && body.out().narrowing.movesBase(events.subject(event), path)) {
        return true;
      }
    }
    return false;
  }
}
