package arenad.daemon;

import arenad.incremental.Cancellation;
import arenad.trace.Log;
import arenad.trace.Trace;
import arenad.workspace.FileWatch;
import arenad.workspace.Project;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Looks at the disk for those who want to hear of changes as they happen: when the system says that
/// something moved, and now and then anyway, since the system forgets.
final class Observer implements AutoCloseable {
  private static final long WITH_WATCH_MILLIS = 2_000;
  private static final long WITHOUT_WATCH_MILLIS = 300;

  /// Events come in storms (a checkout, a formatter); one look serves a whole storm.
  private static final long STORM_MILLIS = 15;

  private final Host host;
  private final Log log;
  private final Semaphore signal = new Semaphore(0);
  private final Map<Analysis, FileWatch> watches = new HashMap<>();
  private final Map<Analysis, Project> failed = new HashMap<>();
  private volatile boolean closed;

  Observer(Host host, Log log) {
    this.host = host;
    this.log = log;
  }

  void start() {
    Threads.deep("arenad-observer", this::run).start();
  }

  private void run() {
    while (!closed) {
      boolean allWatched = true;
      for (Analysis analysis : host.watched()) {
        allWatched &= watch(analysis);
        look(analysis);
      }
      watches.entrySet().removeIf(entry -> isUnwanted(entry.getKey(), entry.getValue()));
      pause(allWatched ? WITH_WATCH_MILLIS : WITHOUT_WATCH_MILLIS);
    }
    watches.forEach((_, watch) -> close(watch));
  }

  private void pause(long millis) {
    try {
      if (signal.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
        Thread.sleep(STORM_MILLIS);
        signal.drainPermits();
      }
    } catch (InterruptedException nobodyInterruptsUs) {
      throw new IllegalStateException(nobodyInterruptsUs);
    }
  }

  private void look(Analysis analysis) {
    try {
      analysis.settle(new Cancellation(), Trace.none());
    } catch (RuntimeException | Error failure) {
      analysis.faulted(failure);
    }
  }

  /// Whether changes of these files will be signalled.
  private boolean watch(Analysis analysis) {
    if (watches.containsKey(analysis)) {
      return true;
    }
    Project project = analysis.workspace().base().project();
    if (project.kind() == Project.Kind.LOOSE || project.equals(failed.get(analysis))) {
      return false;
    }
    FileWatch watch = open(project);
    if (watch == null) {
      failed.put(analysis, project);
      return false;
    }
    watches.put(analysis, watch);
    Thread.ofPlatform().name("arenad-watch").daemon().start(watch::run);
    return true;
  }

  private @Nullable FileWatch open(Project project) {
    try {
      return FileWatch.of(project, signal::release);
    } catch (IOException none) {
      log.line("watching " + project.root() + " by looking: " + none.getMessage());
      return null;
    }
  }

  private boolean isUnwanted(Analysis analysis, FileWatch watch) {
    if (analysis.isWatched()) {
      return false;
    }
    close(watch);
    return true;
  }

  private void close(FileWatch watch) {
    try {
      watch.close();
    } catch (IOException failure) {
      log.line("a watch could not be ended", failure);
    }
  }

  @Override
  public void close() {
    closed = true;
    signal.release();
  }
}
