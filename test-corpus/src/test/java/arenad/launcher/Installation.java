package arenad.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The launcher's files in a folder of their own, with a stand-in for Java that writes down what it was asked to run.
record Installation(Path folder) {

  private static final Path SCRIPTS =
      Path.of(System.getProperty("arenad.root")).resolve("dist/src/main/launcher");

  record Outcome(int status, String out, String err) {}

  static Installation in(Path folder) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("home/bin"));
    for (String script : List.of("arenad", "client.pl", "find-jdk.sh")) {
      Files.copy(SCRIPTS.resolve(script), bin.resolve(script));
    }
    executable(bin.resolve("arenad"));
    Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho \"java in $PWD:\"\nfor a; do echo \"$a\"; done\n");
    executable(java);
    Files.writeString(
        folder.resolve("jdk/release"), "IMPLEMENTOR=\"test\"\nJAVA_VERSION=\"25.0.1\"\n");
    Files.createDirectories(folder.resolve("project/src"));
    Files.writeString(folder.resolve("project/arena.toml"), "[project]\nname = \"p\"\n");
    return new Installation(folder);
  }

  Path project() {
    return folder.resolve("project");
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /// Runs `arenad` with the arguments in the project's folder.
  Outcome run(String... arguments) throws IOException, InterruptedException {
    return run(Map.of(), arguments);
  }

  Outcome run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Process process = start(environment, arguments);
    process.getOutputStream().close();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("arenad does not end");
    }
    return new Outcome(
        process.exitValue(),
        Files.readString(folder.resolve("out"), StandardCharsets.UTF_8),
        Files.readString(folder.resolve("err"), StandardCharsets.UTF_8));
  }

  Process start(Map<String, String> environment, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(folder.resolve("home/bin/arenad").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(project().toFile());
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("ARENAD_") || name.equals("NO_COLOR"));
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    builder.environment().put("XDG_RUNTIME_DIR", folder.resolve("r").toString());
    builder.environment().put("TERM", "dumb");
    builder.environment().putAll(environment);
    builder.redirectOutput(folder.resolve("out").toFile());
    builder.redirectError(folder.resolve("err").toFile());
    return builder.start();
  }
}
