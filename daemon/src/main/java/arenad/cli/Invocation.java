package arenad.cli;

import arenad.daemon.Daemon;
import arenad.daemon.Host;
import arenad.incremental.Cancellation;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One run of a command: who asked, from where, and what it may use.
///
/// @param cwd the client's folder, without symbolic links
/// @param environment of the client, as far as it is told: NO_COLOR, TERM, ARENAD_*
/// @param hosts gives what is needed to analyse a workspace
/// @param daemon in which the command runs, or null when it runs in the client's process
public record Invocation(
    Path cwd,
    Console console,
    Map<String, String> environment,
    Cancellation cancellation,
    Hosts hosts,
    @Nullable Daemon daemon) {

  /// Where a host for a workspace comes from.
  @FunctionalInterface
  public interface Hosts {
    Host of(arenad.daemon.Addresses addresses);
  }
}
