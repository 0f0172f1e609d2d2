package arenad.cli;

import arenad.daemon.Addresses;
import arenad.daemon.ConnectionProtocol;
import arenad.daemon.Daemon;
import arenad.daemon.Host;
import arenad.daemon.Threads;
import arenad.incremental.Cancellation;
import arenad.trace.Log;
import arenad.workspace.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/// Where every process of arenad begins: the client of a command, or, with `--serve ROOT`, the daemon.
public final class Main {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private Main() {}

  /// @param args the command line
  public static void main(String[] args) throws InterruptedException {
    int[] status = {3};
    Thread thread = Threads.deep("arenad", () -> status[0] = run(List.of(args)));
    thread.start();
    thread.join();
    System.exit(status[0]);
  }

  private static int run(List<String> written) {
    if (written.size() == 2 && written.getFirst().equals("--serve")) {
      return serve(Path.of(written.getLast()));
    }
    LogManager.getLogManager().reset();
    Console console = new LocalConsole();
    Path cwd = here();
    return switch (Commands.meaning(written, console)) {
      case Commands.Meaning.Said(int status) -> status;
      case Commands.Meaning.Other(Subcommand other, List<String> arguments) -> other.run(arguments);
      case Commands.Meaning.Do(Command command) ->
          finish(ending(command, cwd, written, console), console);
    };
  }

  private static Path here() {
    Path cwd = Path.of("").toAbsolutePath();
    try {
      return cwd.toRealPath();
    } catch (IOException gone) {
      return cwd;
    }
  }

  private static Ending ending(Command command, Path cwd, List<String> written, Console console) {
    try {
      Target target = command.target(cwd);
      if (target != null && !command.options.noDaemon && command.place() != Command.Place.CLIENT) {
        boolean start = command.place() == Command.Place.DAEMON;
        Optional<Ending> answer = new Client(cwd, written, console).run(target.addresses(), start);
        if (answer.isPresent()) {
          return answer.get();
        }
      }
      return here(command, cwd, written, console);
    } catch (UsageError wrong) {
      console.errLine("arenad: " + wrong.getMessage());
      return new Ending.Exit(2);
    } catch (IOException failure) {
      console.errLine("arenad: " + failure.getMessage());
      return new Ending.Exit(3);
    }
  }

  private static Ending here(Command command, Path cwd, List<String> written, Console console) {
    List<Host> hosts = new ArrayList<>();
    Invocation invocation =
        new Invocation(
            cwd,
            console,
            System.getenv(),
            new Cancellation(),
            addresses -> {
              Host host = Host.open(addresses, Log.none());
              hosts.add(host);
              return host;
            },
            null);
    try {
      return Running.run(command, invocation, written);
    } finally {
      hosts.forEach(Host::close);
    }
  }

  private static int finish(Ending ending, Console console) {
    return switch (ending) {
      case Ending.Exit(int status) -> status;
      case Ending.Become become -> Becoming.run(become, console);
    };
  }

  private static int serve(Path root) {
    Logger.getLogger("").setLevel(Level.WARNING);
    Log log = line -> System.err.println(TIME.format(LocalDateTime.now()) + " " + line);
    List<ConnectionProtocol> protocols = new ArrayList<>();
    protocols.add(new CliProtocol());
    ServiceLoader.load(ConnectionProtocol.class).forEach(protocols::add);
    boolean project = Files.isRegularFile(root.resolve(Project.FILE));
    try (Daemon daemon = Daemon.start(Addresses.of(root, project), log, protocols)) {
      if (daemon == null) {
        return 0;
      }
      daemon.join();
      return 0;
    } catch (IOException failure) {
      log.line("cannot start", failure);
      return 3;
    } catch (InterruptedException nobodyInterruptsUs) {
      throw new IllegalStateException(nobodyInterruptsUs);
    }
  }
}
