package arenad.daemon;

import arenad.incremental.Cancellation;
import arenad.incremental.Counters;
import arenad.incremental.Engine;
import arenad.incremental.Snapshot;
import arenad.trace.Trace;
import arenad.workspace.Workspace;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// One project being looked after: its files, and the snapshots of what is on disk.
public final class Analysis {
  private final Workspace workspace;
  private final Engine engine;
  private final Lineage base;
  private final Consumer<Throwable> onFault;
  private final Counters unreported = new Counters();
  private final AtomicInteger interested = new AtomicInteger();

  Analysis(Workspace workspace, Engine engine, Consumer<Throwable> onFault) {
    this.onFault = onFault;
    this.workspace = workspace;
    this.engine = engine;
    this.base = new Lineage(engine, engine.nothing(workspace.base()));
    base.listen(step -> unreported.add(step.counters()));
  }

  public Workspace workspace() {
    return workspace;
  }

  /// Work for this project met a fault of ours.
  void faulted(Throwable failure) {
    onFault.accept(failure);
  }

  Engine engine() {
    return engine;
  }

  /// The snapshots of what is on disk.
  public Lineage base() {
    return base;
  }

  /// The snapshot of everything that was saved before this call.
  ///
  /// @throws Cancellation.Cancelled when nobody wants it any more
  public Snapshot settle(Cancellation cancellation, Trace trace) {
    workspace.refresh();
    return base.settle(workspace::base, cancellation, trace);
  }

  /// What has been done for the files on disk since the last call: work that a watch did in between
  /// is the next command's to report.
  public Counters takeCounters() {
    return unreported.take();
  }

  /// A client that may lay unsaved text over the files. To be closed.
  public Session open() {
    return new Session(this);
  }

  /// Says that somebody wants to hear of changes on disk as they happen, until the result is closed.
  public Interest watch() {
    interested.incrementAndGet();
    return interested::decrementAndGet;
  }

  boolean isWatched() {
    return interested.get() > 0;
  }

  /// Lasts until it is closed.
  @FunctionalInterface
  public interface Interest extends AutoCloseable {
    @Override
    void close();
  }
}
