package arenad.cli;

import arenad.daemon.BuildId;
import arenad.daemon.Connection;
import arenad.daemon.ConnectionProtocol;
import arenad.daemon.Daemon;
import arenad.daemon.Frames;
import arenad.daemon.Frames.Frame;
import arenad.daemon.Request;
import arenad.incremental.Cancellation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Runs a thin client's command in the daemon.
final class CliProtocol implements ConnectionProtocol {

  @Override
  public String greeting() {
    return Request.GREETING;
  }

  @Override
  public void serve(Connection connection, Daemon daemon) throws IOException {
    Request request = Request.read(connection.in());
    if (!request.build().isEmpty() && !request.build().equals(BuildId.current().hash())) {
      daemon.host().log().line("ending: a client of another build has come");
      daemon.close();
      return;
    }
    Cancellation cancellation = new Cancellation();
    Thread.ofVirtual().start(() -> cancelAtEnd(connection, cancellation));
    Frames.Writer writer = new Frames.Writer(connection.out());
    FrameConsole console = new FrameConsole(writer, request, cancellation);
    Ending ending = run(request, console, cancellation, daemon);
    if (!cancellation.isCancelled()) {
      writer.write(
          switch (ending) {
            case Ending.Exit(int status) -> new Frame.Exit(status);
            case Ending.Become become -> new Frame.Exec(become.command(), become.environment());
          });
    }
  }

  private static Ending run(
      Request request, Console console, Cancellation cancellation, Daemon daemon) {
    List<String> written = request.arguments();
    return switch (Commands.meaning(written, console)) {
      case Commands.Meaning.Said(int status) -> new Ending.Exit(status);
      case Commands.Meaning.Other _ -> {
        console.errLine("arenad: this command does not run in the daemon");
        yield new Ending.Exit(2);
      }
      case Commands.Meaning.Do(Command command) ->
          Running.run(
              command,
              new Invocation(
                  Path.of(request.cwd()),
                  console,
                  request.environment(),
                  cancellation,
                  _ -> daemon.host(),
                  daemon),
              written);
    };
  }

  /// A client says nothing after its request; what can be read from it is its end.
  private static void cancelAtEnd(Connection connection, Cancellation cancellation) {
    try {
      while (connection.in().read() >= 0) {
        Thread.onSpinWait();
      }
    } catch (IOException broken) {
      cancellation.cancel();
    }
    cancellation.cancel();
  }
}
