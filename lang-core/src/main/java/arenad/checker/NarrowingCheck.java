package arenad.checker;

import arenad.lifetime.BitRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds narrowed paths that a call may have written since they were tested: a forward data flow of
/// the paths that are in doubt.
final class NarrowingCheck {

  private final Constraints constraints;
  private final FlowGraph graph;
  private final Events events;
  private final @Nullable BitRow[] atEntry;
  private final List<Finding> findings = new ArrayList<>();

  private NarrowingCheck(Constraints constraints) {
    this.constraints = constraints;
    graph = constraints.graph;
    events = constraints.events;
    atEntry = new BitRow[graph.blockCount()];
  }

  static List<Finding> findings(Constraints constraints) {
    NarrowingCheck check = new NarrowingCheck(constraints);
    if (check.concernsAnything()) {
      check.flow();
      for (int block = 0; block < check.graph.blockCount(); block++) {
        check.through(block, true);
      }
    }
    return check.findings;
  }

  private boolean concernsAnything() {
    for (int event = 0; event < events.size(); event++) {
      if (events.kind(event) == Events.Kind.NARROWED) {
        return true;
      }
    }
    return false;
  }

  private void flow() {
    atEntry[0] = new BitRow();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int block = 0; block < graph.blockCount(); block++) {
        BitRow after = through(block, false);
        for (int next : graph.function().blocks().get(block).end().successors()) {
          BitRow known = atEntry[next];
          if (known == null) {
            atEntry[next] = after.copy();
            changed = true;
          } else {
            changed |= known.addAll(after);
          }
        }
      }
    }
  }

  private BitRow through(int block, boolean judging) {
    BitRow entry = atEntry[block];
    BitRow doubtful = entry == null ? new BitRow() : entry.copy();
    for (int event = events.first(block); event < events.end(block); event++) {
      int subject = events.subject(event);
      switch (events.kind(event)) {
        case TESTED -> doubtful.remove(subject);
        case OVERWRITTEN -> doubtful.addAll(constraints.narrowing.changedBy(subject));
        case NARROWED -> {
          if (judging && doubtful.contains(subject)) {
            findings.add(new Finding.Overwritten(subject, overwrittenBefore(subject), event));
          }
        }
        case USE, DEEP_USE, CHECKED, FREE, RELEASE, FREE_SCOPED, DROP, BIRTH, END, EXIT -> {}
      }
    }
    return doubtful;
  }

  /// Some call that may have written the path.
  private int overwrittenBefore(int path) {
    for (int event = 0; event < events.size(); event++) {
      if (events.kind(event) == Events.Kind.OVERWRITTEN
          && constraints.narrowing.changedBy(events.subject(event)).contains(path)) {
        return events.subject(event);
      }
    }
    throw new IllegalStateException("nothing writes " + path);
  }
}
