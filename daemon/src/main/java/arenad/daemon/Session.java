package arenad.daemon;

import arenad.incremental.Cancellation;
import arenad.incremental.Cancellation.Cancelled;
import arenad.incremental.Snapshot;
import arenad.trace.Trace;
import arenad.workspace.Sources;
import arenad.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One client's view of a workspace, unsaved text included.
///
/// A change is taken in before the call returns; a thread of the session then works out the snapshot,
/// and drops what it is doing when another change makes it pointless. So [#snapshot] may be asked at
/// any time, from any thread, and never answers with less than what was sent before it was asked.
public final class Session implements AutoCloseable {
  private final Analysis analysis;
  private final Workspace.Layer layer;
  private final Lineage lineage;
  private final Analysis.Interest interest;
  private final Runnable onChange = this::wake;
  private final List<Consumer<Snapshot>> listeners = new CopyOnWriteArrayList<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private @Nullable Sources inWork;
  private Cancellation cancellation = new Cancellation();
  private boolean closed;
  private @Nullable Throwable fault;

  private record Waiting(long revision, CompletableFuture<Snapshot> answer) {}

  Session(Analysis analysis) {
    this.analysis = analysis;
    this.layer = analysis.workspace().newLayer();
    this.lineage = new Lineage(analysis.engine(), analysis.base().latest());
    this.interest = analysis.watch();
    analysis.workspace().listen(onChange);
    Threads.deep("arenad-session", this::run).start();
  }

  public Workspace workspace() {
    return analysis.workspace();
  }

  /// The path that snapshots know a file by, relative to the root; null when it is no module of this workspace.
  public @Nullable String pathOf(Path file) {
    return workspace().pathOf(file);
  }

  /// From now on the file has this text for this client, saved or not.
  ///
  /// @param path as [#pathOf] gives it
  public void put(String path, String text) {
    layer.put(path, text);
  }

  /// From now on the file is what is on disk.
  public void remove(String path) {
    layer.remove(path);
  }

  /// Looks at the disk now instead of when the watcher says so.
  public void refresh() {
    analysis.workspace().refresh();
  }

  /// The texts as this client sees them now. What needs no analysis can be answered from here.
  public Sources sources() {
    return layer.sources();
  }

  /// The newest finished snapshot, which may be older than the texts.
  public Snapshot latest() {
    return lineage.latest();
  }

  /// The snapshot of everything that was sent before this call, or of a later state. Completes
  /// exceptionally when the session ends or an internal fault prevents the answer.
  public CompletableFuture<Snapshot> snapshot() {
    CompletableFuture<Snapshot> answer = new CompletableFuture<>();
    Sources wanted = layer.sources();
    synchronized (this) {
      Throwable failed = fault;
      if (closed) {
        answer.completeExceptionally(new IllegalStateException("the session has ended"));
      } else if (failed != null) {
        answer.completeExceptionally(failed);
      } else if (lineage.latest().revision() >= wanted.revision()) {
        answer.complete(lineage.latest());
      } else {
        waiting.add(new Waiting(wanted.revision(), answer));
        notifyAll();
      }
    }
    return answer;
  }

  /// Called with each new snapshot, by the session's thread.
  public void listen(Consumer<Snapshot> listener) {
    listeners.add(listener);
  }

  private void wake() {
    Sources now = layer.sources();
    synchronized (this) {
      fault = null;
      if (inWork != null && inWork != now) {
        cancellation.cancel();
      }
      notifyAll();
    }
  }

  private void run() {
    while (true) {
      Sources sources = next();
      if (sources == null) {
        return;
      }
      try {
        publish(lineage.settle(() -> sources, cancellation, Trace.none()));
      } catch (Cancelled newer) {
        // The next turn does it, with the text that made this one pointless.
        continue;
      } catch (RuntimeException | Error failure) {
        fail(failure);
      }
    }
  }

  /// Waits for something to do; null when the session has ended.
  private synchronized @Nullable Sources next() {
    inWork = null;
    while (!closed) {
      Sources sources = layer.sources();
      if (lineage.latest().sources() != sources && fault == null) {
        inWork = sources;
        cancellation = new Cancellation();
        return sources;
      }
      try {
        wait();
      } catch (InterruptedException nobodyInterruptsUs) {
        throw new IllegalStateException(nobodyInterruptsUs);
      }
    }
    return null;
  }

  private void publish(Snapshot snapshot) {
    List<Waiting> answered = new ArrayList<>();
    synchronized (this) {
      waiting.removeIf(each -> each.revision() <= snapshot.revision() && answered.add(each));
    }
    answered.forEach(each -> each.answer().complete(snapshot));
    listeners.forEach(listener -> listener.accept(snapshot));
  }

  private void fail(Throwable failure) {
    List<Waiting> failed;
    synchronized (this) {
      fault = failure;
      failed = List.copyOf(waiting);
      waiting.clear();
    }
    analysis.faulted(failure);
    failed.forEach(each -> each.answer().completeExceptionally(failure));
  }

  @Override
  public void close() {
    List<Waiting> abandoned;
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      cancellation.cancel();
      abandoned = List.copyOf(waiting);
      waiting.clear();
      notifyAll();
    }
    analysis.workspace().unlisten(onChange);
    layer.close();
    interest.close();
    abandoned.forEach(
        each ->
            each.answer()
                .completeExceptionally(new IllegalStateException("the session has ended")));
  }
}
