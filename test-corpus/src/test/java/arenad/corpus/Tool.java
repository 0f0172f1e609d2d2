package arenad.corpus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// The distribution that the build has made, with cache and sockets in a folder of its own.
///
/// @param home the folder; programs are copied below it, so that nothing is left beside the originals
record Tool(Path home) {

  /// The checkout.
  static final Path ROOT = Path.of(System.getProperty("arenad.root"));

  private static final Path LAUNCHER = ROOT.resolve("dist/target/arenad/bin/arenad");
  private static final long SECONDS = 120;

  /// What a command did.
  record Outcome(int status, String out, String err) {

    /// All of it, for the message of a test that fails.
    String told() {
      return "exit status " + status + "\n" + out + err;
    }
  }

  /// Runs `arenad` in a folder and waits for it.
  Outcome run(Path folder, String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile(home, "out", "");
    Path err = Files.createTempFile(home, "err", "");
    Process process =
        builder(folder, arguments).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    process.getOutputStream().close();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("arenad " + String.join(" ", arguments) + " does not end");
    }
    Outcome outcome =
        new Outcome(
            process.exitValue(),
            Files.readString(out, StandardCharsets.UTF_8),
            Files.readString(err, StandardCharsets.UTF_8));
    Files.delete(out);
    Files.delete(err);
    return outcome;
  }

  /// Starts `arenad` in a folder, its standard input and output to be talked to.
  Process start(Path folder, String... arguments) throws IOException {
    return builder(folder, arguments).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private ProcessBuilder builder(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    surround(builder);
    return builder;
  }

  /// Makes `arenad` of a program, an editor, this one: first on its `PATH`, with this cache and these
  /// sockets.
  void surround(ProcessBuilder builder) {
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("ARENAD_"));
    environment.merge("PATH", LAUNCHER.getParent().toString(), (old, own) -> own + ":" + old);
    environment.put("XDG_RUNTIME_DIR", home.resolve("run").toString());
    environment.put("XDG_CACHE_HOME", home.resolve("cache").toString());
  }

  /// Ends the daemon of a folder, if it has one.
  void stop(Path folder) throws IOException, InterruptedException {
    run(folder, "stop");
  }

  /// The tests, and after them the end of the daemon that has served them.
  Stream<DynamicTest> thenStop(Path folder, Stream<DynamicTest> tests) {
    return Stream.concat(
        tests, Stream.of(DynamicTest.dynamicTest("the daemon ends", () -> stop(folder))));
  }

  /// Makes the folder a project of all programs below it, so that one daemon serves them all.
  static void asProject(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("arena.toml"), "[project]\nname = \"corpus\"\nsource = \".\"\n");
  }

  /// Copies a folder of the checkout to work in.
  Path copyOf(String folder) throws IOException {
    Path from = ROOT.resolve(folder);
    Path to = Files.createDirectories(home.resolve(folder));
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes)
              throws IOException {
            if (each.endsWith(".arenad")) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(each).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path each, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(
                each,
                to.resolve(from.relativize(each).toString()),
                StandardCopyOption.REPLACE_EXISTING);
            return FileVisitResult.CONTINUE;
          }
        });
    return to;
  }
}
