package arenad.cli;

import arenad.daemon.Daemon;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(description = "ends the daemon")
final class Stop extends Command {
  @Parameters(index = "0", arity = "0..1", paramLabel = "PATH", description = "project or file")
  @Nullable String path;

  @Override
  Place place() {
    return Place.DAEMON_IF_RUNNING;
  }

  @Override
  Target target(Path cwd) throws UsageError {
    return Workspaces.target(cwd, path);
  }

  @Override
  Ending run(Invocation invocation) throws IOException {
    Daemon daemon = invocation.daemon();
    if (daemon != null) {
      daemon.host().log().line("ending: asked to");
      daemon.close();
    }
    boolean running = daemon != null;
    if (options.json) {
      invocation.console().out(Json.line(Json.object().put("stopped", running)));
    } else if (!options.quiet) {
      invocation.console().outLine(running ? "the daemon has ended" : "no daemon is running");
    }
    return Ending.FINE;
  }
}
