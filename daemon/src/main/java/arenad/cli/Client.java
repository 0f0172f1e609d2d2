package arenad.cli;

import arenad.daemon.Addresses;
import arenad.daemon.BuildId;
import arenad.daemon.Connection;
import arenad.daemon.Daemons;
import arenad.daemon.Frames;
import arenad.daemon.Frames.Frame;
import arenad.daemon.Request;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Hands a command to the daemon and passes its answer on.
final class Client {
  /// How often a daemon may go away before it answers: one of another build does so once.
  private static final int ATTEMPTS = 5;

  private final Path cwd;
  private final List<String> written;
  private final Console console;

  Client(Path cwd, List<String> written, Console console) {
    this.cwd = cwd;
    this.written = written;
    this.console = console;
  }

  /// Runs the command in the daemon of a workspace.
  ///
  /// @param start whether a daemon is to be started if none is running
  /// @return empty when none is running and none was to be started
  /// @throws IOException when there is no daemon to be had
  Optional<Ending> run(Addresses addresses, boolean start) throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Connection connection = start ? Daemons.findOrStart(addresses) : Daemons.find(addresses);
      if (connection == null) {
        return Optional.empty();
      }
      try (connection) {
        Ending ending = ask(connection);
        if (ending != null) {
          return Optional.of(ending);
        }
      }
      Thread.yield();
    }
    throw new IOException("the daemon ends before it answers; its log is " + addresses.log());
  }

  /// Null when the daemon went away before it said anything.
  private @Nullable Ending ask(Connection connection) throws IOException {
    boolean answered = false;
    try {
      request().write(connection.out());
      Frames.Reader frames = new Frames.Reader(connection.in());
      OutputStream out = new FileOutputStream(FileDescriptor.out);
      OutputStream err = new FileOutputStream(FileDescriptor.err);
      for (Frame frame = frames.read(); frame != null; frame = frames.read()) {
        answered = true;
        switch (frame) {
          case Frame.Out(byte[] bytes) -> out.write(bytes);
          case Frame.Err(byte[] bytes) -> err.write(bytes);
          case Frame.Exit(int status) -> {
            return new Ending.Exit(status);
          }
          case Frame.Exec(List<String> command, Map<String, String> environment) -> {
            return new Ending.Become(command, environment);
          }
        }
      }
    } catch (IOException broken) {
      if (answered) {
        throw new IOException("the daemon ended in the middle of its answer", broken);
      }
      return null;
    }
    if (answered) {
      throw new IOException("the daemon ended in the middle of its answer");
    }
    return null;
  }

  private Request request() {
    Map<String, String> told = new TreeMap<>();
    System.getenv()
        .forEach(
            (name, value) -> {
              if (name.equals("NO_COLOR") || name.equals("TERM") || name.startsWith("ARENAD_")) {
                told.put(name, value);
              }
            });
    return new Request(
        cwd.toString(),
        written,
        console.isTerminal(),
        console.columns(),
        told,
        BuildId.current().hash());
  }
}
