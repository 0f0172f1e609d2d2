package arenad.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The flags that every command has.
final class Options {
  enum Color {
    AUTO,
    ALWAYS,
    NEVER
  }

  @Option(names = "--json", description = "one JSON object a line instead of text")
  boolean json;

  @Option(names = "--stats", description = "at the end, one line that says how much was done")
  boolean stats;

  @Option(names = "--no-daemon", description = "do the work in this process")
  boolean noDaemon;

  @Option(names = "--quiet", description = "say nothing but what is wrong")
  boolean quiet;

  @Option(names = "--color", paramLabel = "WHEN", description = "auto, always or never")
  Color color = Color.AUTO;

  @Option(
      names = "--trace",
      paramLabel = "FILE",
      description = "write what happened when, for chrome://tracing")
  @Nullable String trace;

  /// Whether to write with colours.
  boolean colored(Console console, Map<String, String> environment) {
    return switch (color) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO ->
          console.isTerminal()
              && environment.getOrDefault("NO_COLOR", "").isEmpty()
              && !"dumb".equals(environment.get("TERM"));
    };
  }
}
