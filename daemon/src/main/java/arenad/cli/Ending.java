package arenad.cli;

import java.util.List;
import java.util.Map;

/// How a command ends.
public sealed interface Ending {
  Ending FINE = new Exit(0);

  /// The program has errors, or a test failed.
  Ending ERRORS = new Exit(1);

  record Exit(int status) implements Ending {}

  /// The client's process becomes another command, whose status is then the status.
  record Become(List<String> command, Map<String, String> environment) implements Ending {
    public Become {
      command = List.copyOf(command);
      environment = Map.copyOf(environment);
    }
  }
}
