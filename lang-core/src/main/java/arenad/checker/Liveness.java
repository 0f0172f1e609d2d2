package arenad.checker;

import arenad.lifetime.Atom;
import arenad.lifetime.BitRow;
import arenad.lifetime.Inclusions;
import arenad.lifetime.LoopNest;
import arenad.lifetime.Renaming;
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

  private static final int NOWHERE = -1;

  private final Constraints constraints;
  private final FlowGraph graph;
  private final Inclusions system;
  private final Events events;
  private final Aliases aliases;
  private final Map<Integer, List<Atom>> children = new HashMap<>();
  private final Map<Integer, BitRow> ends = new HashMap<>();
  private final @Nullable BitRow[] atEntry;

  private Liveness(Constraints constraints) {
    this.constraints = constraints;
    aliases = Aliases.of(constraints);
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

  /// What ends when the arenas in a variable do: they, whatever they are called, and all that hangs
  /// on them.
  BitRow endedWith(int variable) {
    BitRow known = ends.get(variable);
    if (known == null) {
      BitRow all = new BitRow();
      system.set(variable).forEach(id -> endWithAll(id, all));
      ends.put(variable, all);
      known = all;
    }
    return known;
  }

  /// Adds an atom, its other names, and all that hangs on it.
  void endWithAll(int id, BitRow all) {
    endWithAll(id, all, new BitRow());
  }

  private void endWithAll(int id, BitRow all, BitRow done) {
    if (system.element(id) instanceof Atom atom && done.add(id)) {
      endOne(atom, all, done);
      for (Atom name : aliases.of(atom)) {
        endOne(name, all, done);
      }
    }
  }

  private void endOne(Atom atom, BitRow all, BitRow done) {
    all.add(atom.id());
    for (Atom child : children.getOrDefault(atom.id(), List.of())) {
      endWithAll(child.id(), all, done);
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
      Renaming renaming = constraints.renamings.get(new Constraints.Edge(block, next));
      BitRow arriving = renaming == null ? ended : renamed(ended, renaming, next);
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

  /// An arena that has got another name has ended under both. What gets its name there begins there.
  private BitRow renamed(BitRow ended, Renaming renaming, int block) {
    LoopNest loops = system.loops();
    BitRow next = new BitRow();
    ended.forEach(
        id -> {
          Atom atom = (Atom) system.element(id);
          Atom after = renaming.after(atom);
          if (after != null) {
            next.add(after.id());
          }
          boolean namedThere = constraints.joinedAt.getOrDefault(atom, NOWHERE) == block;
          boolean madeInTurn =
              !renaming.isForward() && loops.isInside(atom.loop(), renaming.loop());
          Atom still = madeInTurn ? system.heap().earlierTurn(atom, renaming.loop()) : atom;
          if (still != null && still != after && !(namedThere && still == atom)) {
            next.add(still.id());
          }
        });
    return next;
  }

  private void pass(int event, BitRow ended) {
    switch (events.kind(event)) {
      case USE, DEEP_USE, EXIT, TESTED, NARROWED, OVERWRITTEN -> {}
      case FREE, RELEASE, FREE_SCOPED, DROP -> ended.addAll(endedWith(events.subject(event)));
      case BIRTH -> ended.remove(events.subject(event));
      case CHECKED -> revive(events.subject(event), ended);
      case END -> ended.add(events.subject(event));
    }
  }

  /// A variable that is the handle of one region and of no other: that region lives, since the program goes on.
  private void revive(int variable, BitRow ended) {
    BitRow all = system.set(variable);
    int first = all.next(0);
    boolean one = first >= 0 && all.next(first + 1) < 0;
    if (one
        && system.element(first) instanceof Atom atom
        && !atom.isMany()
        && !atom.isOfEarlierTurns()) {
      ended.remove(first);
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
