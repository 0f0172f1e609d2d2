package arenad.cli;

import arenad.daemon.Addresses;
import arenad.daemon.FaultReport;
import arenad.incremental.Cancellation.Cancelled;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Runs one command to its end, whatever happens: every way to end is an exit status.
final class Running {
  private static final int INTERRUPTED = 130;

  private Running() {}

  /// @param written the command line, for reports
  static Ending run(Command command, Invocation invocation, List<String> written) {
    Console console = invocation.console();
    try {
      return command.run(invocation);
    } catch (UsageError wrong) {
      console.errLine("arenad: " + wrong.getMessage());
      return new Ending.Exit(2);
    } catch (Cancelled cancelled) {
      return new Ending.Exit(INTERRUPTED);
    } catch (IOException failure) {
      console.errLine("arenad: " + reason(failure));
      return new Ending.Exit(2);
    } catch (RuntimeException | Error fault) {
      Path report =
          FaultReport.write(reportFolder(command, invocation), String.join(" ", written), fault);
      console.errLine("arenad: a fault of arenad itself; the report is in " + report);
      return new Ending.Exit(3);
    }
  }

  private static Path reportFolder(Command command, Invocation invocation) {
    try {
      Target target = command.target(invocation.cwd());
      return target == null
          ? Path.of(System.getProperty("java.io.tmpdir"))
          : target.addresses().cacheFolder();
    } catch (UsageError none) {
      return Addresses.of(invocation.cwd(), false).cacheFolder();
    }
  }

  private static String reason(IOException failure) {
    return switch (failure) {
      case java.nio.file.AccessDeniedException denied ->
          "`" + denied.getFile() + "`: permission denied";
      case java.nio.file.NoSuchFileException missing ->
          "`" + missing.getFile() + "` does not exist";
      default -> String.valueOf(failure.getMessage());
    };
  }
}
