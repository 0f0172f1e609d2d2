package arenad.workspace;

import io.methvin.watcher.DirectoryWatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Says when something below a folder may have changed. It may say so too often or, when the system
/// runs out of watches, not at all; what is there only a scan knows.
public final class FileWatch implements AutoCloseable {
  private final DirectoryWatcher watcher;

  private FileWatch(DirectoryWatcher watcher) {
    this.watcher = watcher;
  }

  /// Watches the sources of a project.
  ///
  /// @param onChange called by the thread of [#run]; must be quick
  /// @throws IOException when the system gives no more watches, or there is no such folder
  public static FileWatch of(Project project, Runnable onChange) throws IOException {
    Path folder = project.root().resolve(project.source());
    if (project.source().isEmpty() || !Files.isDirectory(folder)) {
      throw new IOException("the sources have no folder of their own");
    }
    return new FileWatch(
        DirectoryWatcher.builder()
            .path(folder)
            .fileHashing(false)
            .listener(_ -> onChange.run())
            .build());
  }

  /// Blocks until it is closed.
  public void run() {
    watcher.watch();
  }

  @Override
  public void close() throws IOException {
    watcher.close();
  }
}
