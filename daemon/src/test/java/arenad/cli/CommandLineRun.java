package arenad.cli;

import arenad.daemon.Host;
import arenad.incremental.Cancellation;
import arenad.trace.Log;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A command, run in this process: what it said and how it ended.
record CommandLineRun(Ending ending, String out, String err) {

  static CommandLineRun in(Path folder, String... words) {
    List<Host> hosts = new ArrayList<>();
    Captured console = new Captured();
    List<String> written = List.of(words);
    try {
      Ending ending =
          switch (Commands.meaning(written, console)) {
            case Commands.Meaning.Said(int status) -> new Ending.Exit(status);
            case Commands.Meaning.Other _ -> throw new AssertionError("brought by another module");
            case Commands.Meaning.Do(Command command) ->
                Running.run(
                    command,
                    new Invocation(
                        folder,
                        console,
                        Map.of(),
                        new Cancellation(),
                        addresses -> {
                          Host host = Host.open(addresses, Log.none());
                          hosts.add(host);
                          return host;
                        },
                        null),
                    written);
          };
      return new CommandLineRun(ending, console.out.toString(), console.err.toString());
    } finally {
      hosts.forEach(Host::close);
    }
  }

  int status() {
    return switch (ending) {
      case Ending.Exit(int status) -> status;
      case Ending.Become _ -> throw new AssertionError("becomes another command: " + ending);
    };
  }

  private static final class Captured implements Console {
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder err = new StringBuilder();

    @Override
    public void out(String text) {
      out.append(text);
    }

    @Override
    public void err(String text) {
      err.append(text);
    }

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
