package arenad.daemon;

import arenad.incremental.Cancellation;
import arenad.incremental.Counters;
import arenad.incremental.Engine;
import arenad.incremental.Snapshot;
import arenad.incremental.Work;
import arenad.trace.Trace;
import arenad.workspace.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A row of snapshots, each made from the one before: what one view of the files becomes.
public final class Lineage {

  /// A snapshot, and what making it took.
  ///
  /// @param changed the paths of files whose text differs from the snapshot before
  /// @param millis how long it took
  public record Step(Snapshot snapshot, List<String> changed, Counters counters, long millis) {}

  private final Engine engine;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Consumer<Step>> listeners = new CopyOnWriteArrayList<>();
  private volatile Snapshot latest;

  Lineage(Engine engine, Snapshot start) {
    this.engine = engine;
    this.latest = start;
  }

  /// The newest snapshot, which may be older than the files.
  public Snapshot latest() {
    return latest;
  }

  /// Called with each new snapshot, by the thread that made it; must be quick.
  public void listen(Consumer<Step> listener) {
    listeners.add(listener);
  }

  public void unlisten(Consumer<Step> listener) {
    listeners.remove(listener);
  }

  /// The snapshot of what `sources` gives, made now unless it is there already.
  ///
  /// @param sources asked under the lineage's lock, so that steps follow the order of changes
  /// @throws Cancellation.Cancelled when nobody wants it any more
  Snapshot settle(Supplier<Sources> sources, Cancellation cancellation, Trace trace) {
    lock.lock();
    try {
      Sources now = sources.get();
      Snapshot before = latest;
      if (before.sources() == now) {
        return before;
      }
      long start = System.nanoTime();
      Counters counters = new Counters();
      Snapshot made;
      try (var _ = trace.begin("wave", "revision " + now.revision())) {
        made = engine.advance(before, now, new Work(cancellation, counters, trace));
      }
      latest = made;
      Sources.Changes changes = now.since(before.sources());
      List<String> changed = new ArrayList<>(changes.gone());
      changes.present().forEach(file -> changed.add(file.path()));
      changed.sort(null);
      Step step = new Step(made, changed, counters, (System.nanoTime() - start) / 1_000_000);
      listeners.forEach(listener -> listener.accept(step));
      return made;
    } finally {
      lock.unlock();
    }
  }
}
