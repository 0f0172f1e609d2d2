package arenad.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(description = "the daemon's log")
final class Logs extends Command {
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
  Ending run(Invocation invocation) throws UsageError, IOException {
    Path log = target(invocation.cwd()).addresses().log();
    if (!Files.exists(log)) {
      if (!options.json && !options.quiet) {
        invocation.console().errLine("there is no log yet");
      }
      return Ending.FINE;
    }
    String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    if (options.json) {
      text.lines()
          .forEach(line -> invocation.console().out(Json.line(Json.object().put("line", line))));
    } else {
      invocation.console().out(text);
    }
    return Ending.FINE;
  }
}
