package arenad.daemon;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A daemon in a process of its own, for a project in a temporary folder, spoken to over its socket.
final class DaemonProcess implements AutoCloseable {
  private final Path root;
  private final Path runtime;
  private final Process process;

  /// What a command said and how it ended.
  record Answer(int status, String out, String err) {}

  private DaemonProcess(Path root, Path runtime, Process process) {
    this.root = root;
    this.runtime = runtime;
    this.process = process;
  }

  static DaemonProcess start(Path root) throws IOException {
    Path runtime =
        Files.createTempDirectory(
            "run",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    return start(root, runtime);
  }

  /// @param runtime the folder of sockets
  static DaemonProcess start(Path root, Path runtime) throws IOException {
    Files.createDirectories(root.resolve(".arenad"));
    DaemonProcess daemon = new DaemonProcess(root, runtime, launch(root, runtime));
    long end = System.nanoTime() + 60_000_000_000L;
    while (daemon.connect() == null) {
      if (System.nanoTime() > end || !daemon.process.isAlive()) {
        throw new IOException("it does not start: " + daemon.log());
      }
      Daemons.pause(20);
    }
    return daemon;
  }

  private static Process launch(Path root, Path runtime) throws IOException {
    List<String> command = new ArrayList<>(List.of(Daemons.java()));
    command.addAll(Daemons.JVM_FLAGS);
    command.addAll(List.of("-ea", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("arenad.cli.Main", "--serve", root.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("XDG_RUNTIME_DIR", runtime.toString());
    return builder
        .redirectOutput(
            ProcessBuilder.Redirect.appendTo(root.resolve(".arenad/daemon.log").toFile()))
        .start();
  }

  Path runtime() {
    return runtime;
  }

  /// A second process that wants to be the daemon of the same workspace.
  Process rival() throws IOException {
    return launch(root, runtime);
  }

  String log() throws IOException {
    return Files.readString(root.resolve(".arenad/daemon.log"));
  }

  private Addresses addresses() {
    return Addresses.of(root, true, Map.of("XDG_RUNTIME_DIR", runtime.toString()));
  }

  Path socket() {
    return addresses().socket();
  }

  @Nullable Connection connect() {
    return Daemons.find(addresses());
  }

  /// A connection that says these bytes.
  Connection say(String text) throws IOException {
    Connection connection = connect();
    if (connection == null) {
      throw new IOException("no daemon: " + log());
    }
    OutputStream out = connection.out();
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    return connection;
  }

  /// Begins a command.
  Connection begin(String... words) throws IOException {
    Connection connection = say("");
    new Request(root.toString(), List.of(words), false, 0, Map.of(), "").write(connection.out());
    return connection;
  }

  /// Runs a command to its end.
  Answer run(String... words) throws IOException {
    try (Connection connection = begin(words)) {
      return answer(connection);
    }
  }

  static Answer answer(Connection connection) throws IOException {
    Frames.Reader frames = new Frames.Reader(connection.in());
    StringBuilder out = new StringBuilder();
    StringBuilder err = new StringBuilder();
    for (Frames.Frame frame = frames.read(); frame != null; frame = frames.read()) {
      switch (frame) {
        case Frames.Frame.Out(byte[] bytes) ->
            out.append(new String(bytes, StandardCharsets.UTF_8));
        case Frames.Frame.Err(byte[] bytes) ->
            err.append(new String(bytes, StandardCharsets.UTF_8));
        case Frames.Frame.Exit(int status) -> {
          return new Answer(status, out.toString(), err.toString());
        }
        case Frames.Frame.Exec exec -> {
          return new Answer(0, String.join(" ", exec.command()), err.toString());
        }
      }
    }
    throw new IOException("the daemon went away after `" + out + "` and `" + err + "`");
  }

  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  boolean endsWithin(int seconds) throws InterruptedException {
    return process.waitFor(seconds, TimeUnit.SECONDS);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
