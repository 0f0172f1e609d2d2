package arenad.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/// A command of the command line. Its class carries picocli's annotations; its fields are the arguments.
abstract class Command {
  @Mixin Options options = new Options();

  /// Where a command runs when there is a choice.
  enum Place {
    /// In the daemon, which is started if need be.
    DAEMON,
    /// In the daemon if there is one; else here.
    DAEMON_IF_RUNNING,
    /// In the client's own process.
    CLIENT
  }

  abstract Place place();

  /// What the command is about; decides which daemon serves it. Null when it is about none.
  ///
  /// @throws UsageError when there is no such thing
  @Nullable Target target(Path cwd) throws UsageError {
    return null;
  }

  /// Does it.
  ///
  /// @throws UsageError when the arguments ask for what cannot be
  /// @throws IOException when a file that was asked for cannot be written or read
  abstract Ending run(Invocation invocation) throws UsageError, IOException;
}
