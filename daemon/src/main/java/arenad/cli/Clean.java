package arenad.cli;

import arenad.daemon.Addresses;
import arenad.store.CacheFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(description = "ends the daemon and drops its cache")
final class Clean extends Command {
  @Parameters(index = "0", arity = "0..1", paramLabel = "PATH", description = "project or file")
  @Nullable String path;

  @Override
  Place place() {
    return Place.CLIENT;
  }

  @Override
  Target target(Path cwd) throws UsageError {
    return Workspaces.target(cwd, path);
  }

  @Override
  Ending run(Invocation invocation) throws UsageError, IOException {
    Addresses addresses = target(invocation.cwd()).addresses();
    Console silent = new Silent();
    new Client(addresses.root(), List.of("stop", "--quiet"), silent).run(addresses, false);
    CacheFolder.delete(addresses.cacheFolder());
    if (options.json) {
      invocation
          .console()
          .out(Json.line(Json.object().put("cleaned", addresses.cacheFolder().toString())));
    } else if (!options.quiet) {
      invocation.console().outLine("dropped the cache in " + addresses.cacheFolder());
    }
    return Ending.FINE;
  }

  /// Nobody is to see what `stop` says here.
  private record Silent() implements Console {
    @Override
    public void out(String text) {}

    @Override
    public void err(String text) {}

    @Override
    public boolean isTerminal() {
      return false;
    }

    @Override
    public int columns() {
      return 0;
    }
  }
}
