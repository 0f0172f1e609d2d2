package arenad.daemon;

import arenad.incremental.Engine;
import arenad.store.CacheFolder;
import arenad.trace.Log;
import arenad.workspace.Workspace;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What one process has for one workspace: its cache, its engine, and an analysis of the project, or
/// of each single file that was asked for. The daemon has one; a command with `--no-daemon` another.
public final class Host implements AutoCloseable {
  private static final String FORM = "arenad cache 1";

  /// Projects and single files that are looked after at the same time; the one unused for longest goes.
  private static final int ANALYSES = 32;

  private static final long FLUSH_MILLIS = 200;

  private final Addresses addresses;
  private final Log log;
  private final CacheFolder cache;
  private final Engine engine;
  private final Map<Path, Analysis> analyses = new LinkedHashMap<>(16, 0.75f, true);
  private final Thread flusher;
  private boolean closed;

  private Host(Addresses addresses, Log log) {
    this.addresses = addresses;
    this.log = log;
    this.cache = CacheFolder.open(addresses.cacheFolder(), version(), log);
    this.engine = new Engine(cache.store(), log);
    this.flusher = new Thread(this::flushNowAndThen, "arenad-flush");
    flusher.setDaemon(true);
    flusher.start();
  }

  /// Opens the cache if it is free, else works in memory.
  public static Host open(Addresses addresses, Log log) {
    return new Host(addresses, log);
  }

  /// What a cache must have been written by to be read.
  private static String version() {
    return FORM + " " + BuildId.current().hash();
  }

  public Addresses addresses() {
    return addresses;
  }

  public Log log() {
    return log;
  }

  /// The analysis of the project.
  public Analysis project() {
    return project(addresses.root());
  }

  /// The analysis of any project: a client may look at more than the one that this process is for.
  ///
  /// @param root the folder with `arena.toml`, without symbolic links
  public Analysis project(Path root) {
    return analysis(root, Workspace::ofProject);
  }

  /// The analysis of a single file outside of any project.
  public Analysis file(Path file) {
    return analysis(file, path -> Workspace.ofFile(path, engine::importsOf));
  }

  private synchronized Analysis analysis(Path path, Function<Path, Workspace> workspace) {
    Analysis analysis = analyses.computeIfAbsent(path, each -> analysis(workspace.apply(each)));
    if (analyses.size() > ANALYSES) {
      Map.Entry<Path, Analysis> oldest = analyses.entrySet().iterator().next();
      if (!oldest.getValue().isWatched()) {
        analyses.remove(oldest.getKey());
      }
    }
    return analysis;
  }

  private Analysis analysis(Workspace workspace) {
    return new Analysis(
        workspace, engine, failure -> report("analysing in the background", failure));
  }

  /// Those that somebody watches.
  synchronized List<Analysis> watched() {
    return analyses.values().stream().filter(Analysis::isWatched).toList();
  }

  /// Writes a report of a fault of ours.
  public Path report(String doing, Throwable failure) {
    Path report = FaultReport.write(addresses.cacheFolder(), doing, failure);
    log.line("fault: " + doing + ": " + failure + "; see " + report);
    return report;
  }

  /// What the cache takes on disk, in bytes.
  public long cacheSize() {
    return engine.store().size();
  }

  public boolean isPersistent() {
    return engine.store().isPersistent();
  }

  private void flushNowAndThen() {
    while (true) {
      synchronized (flusher) {
        if (closed) {
          return;
        }
        try {
          flusher.wait(FLUSH_MILLIS);
        } catch (InterruptedException nobodyInterruptsUs) {
          throw new IllegalStateException(nobodyInterruptsUs);
        }
      }
      flush();
    }
  }

  private void flush() {
    engine.store().flush();
    if (cache.mendIfBroken()) {
      engine.moveTo(cache.store());
    }
  }

  /// Makes durable what was worked out, and lets go of the cache.
  @Override
  public void close() {
    synchronized (flusher) {
      if (closed) {
        return;
      }
      closed = true;
      flusher.notifyAll();
    }
    try {
      flusher.join();
    } catch (InterruptedException nobodyInterruptsUs) {
      throw new IllegalStateException(nobodyInterruptsUs);
    }
    cache.close();
  }
}
