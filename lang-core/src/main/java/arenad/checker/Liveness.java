package arenad.checker;

import arenad.lifetime.Atom;
import arenad.lifetime.BitRow;
import arenad.lifetime.Inclusions;
import arenad.lifetime.LoopNest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which atoms may have ended at which point: a forward data flow over the blocks, where paths meet
/// the union. An atom that is not born yet does no harm, since nothing can refer to it.
final class Liveness {

  /// Is told of each event, with what may have ended before it.
  interface Visitor {
    void visit(int block, int event, BitRow ended);
  }

  private final Constraints constraints;
  private final FlowGraph graph;
  private final Inclusions system;
  private final Events events;
  private final Map<Integer, List<Atom>> children = new HashMap<>();
  private final Map<Integer, BitRow> ends = new HashMap<>();
  private final @Nullable BitRow[] atEntry;

  private Liveness(Constraints constraints) {
    this.constraints = constraints;
    graph = constraints.graph;
    system = constraints.system;
    events = constraints.events;
    atEntry = new BitRow[graph.blockCount()];
  }

  static Liveness of(Constraints constraints) {
    Liveness liveness = new Liveness(constraints);
    liveness.findChildren();
    liveness.flow();
    return liveness;
  }

  private void findChildren() {
    for (Atom atom : system.heap().atoms()) {
      if (atom.parents() != Atom.NO_PARENTS) {
        system
            .set(atom.parents())
            .forEach(parent -> children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(atom));
      }
    }
  }

  /// What ends when the arenas in a variable do: they, and all that hangs on them.
  BitRow endedWith(int variable) {
    BitRow known = ends.get(variable);
    if (known == null) {
      BitRow all = new BitRow();
      system.set(variable).forEach(id -> endWithChildren(id, all));
      ends.put(variable, all);
      known = all;
    }
    return known;
  }

  /// Adds an atom and all that hangs on it.
  void endWithChildren(int id, BitRow all) {
    if (system.element(id) instanceof Atom && all.add(id)) {
      for (Atom child : children.getOrDefault(id, List.of())) {
        endWithChildren(child.id(), all);
      }
    }
  }

  private void flow() {
    atEntry[0] = new BitRow();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int block = 0; block < graph.blockCount(); block++) {
        BitRow entry = atEntry[block];
        if (entry != null) {
          BitRow ended = entry.copy();
          for (int event = events.first(block); event < events.end(block); event++) {
            pass(event, ended);
          }
          changed |= leave(block, ended);
        }
      }
    }
  }

  private boolean leave(int block, BitRow ended) {
    boolean changed = false;
    for (int next : graph.function().blocks().get(block).end().successors()) {
      BitRow arriving = FlowGraph.goesBack(block, next) ? nextTurn(ended, next) : ended;
      BitRow known = atEntry[next];
      if (known == null) {
        atEntry[next] = arriving.copy();
        changed = true;
      } else {
        changed |= known.addAll(arriving);
      }
    }
    return changed;
  }

  /// What was made in this turn is of an earlier turn in the next.
  private BitRow nextTurn(BitRow ended, int head) {
    int loop = graph.loopOf(head);
    LoopNest loops = system.loops();
    BitRow next = new BitRow();
    ended.forEach(
        id -> {
          Atom atom = (Atom) system.element(id);
          boolean madeInIt = loops.isInside(atom.loop(), loop);
          Atom earlier = madeInIt ? system.heap().earlierTurn(atom, loop) : atom;
          if (earlier != null) {
            next.add(earlier.id());
          }
        });
    return next;
  }

  private void pass(int event, BitRow ended) {
    switch (events.kind(event)) {
      case USE, DEEP_USE, EXIT, TESTED, NARROWED, OVERWRITTEN -> {}
      case FREE, FREE_SCOPED -> ended.addAll(endedWith(events.subject(event)));
      case BIRTH -> ended.remove(events.subject(event));
      case END -> ended.add(events.subject(event));
    }
  }

  /// Visits all events that can be reached, block by block.
  void visit(Visitor visitor) {
    for (int block = 0; block < graph.blockCount(); block++) {
      BitRow entry = atEntry[block];
      if (entry != null) {
        BitRow ended = entry.copy();
        for (int event = events.first(block); event < events.end(block); event++) {
          visitor.visit(block, event, ended);
          pass(event, ended);
        }
      }
    }
  }

  Constraints constraints() {
    return constraints;
  }
}
