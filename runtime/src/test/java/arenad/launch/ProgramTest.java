package arenad.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programs in processes of their own: what they write, and how they end.
final class ProgramTest {
  private static final Path RUNTIME =
      Path.of(Program.class.getProtectionDomain().getCodeSource().getLocation().getPath());

  @TempDir private Path folder;

  private record Ended(int status, String output, String error) {}

  private Ended run(String body, String input, String... arguments)
      throws IOException, InterruptedException {
    SampleClasses.write(folder, body);
    List<String> all =
        new ArrayList<>(
            List.of(
                "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
                "-Darenad.source=src/",
                "-cp",
                folder + File.pathSeparator + RUNTIME));
    all.addAll(arguments.length == 0 ? List.of(Program.class.getName()) : List.of(arguments));
    return start(input, all);
  }

  private Ended start(String input, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
    command.addAll(arguments);
    Path error = folder.resolve("error.txt");
    Process process = new ProcessBuilder(command).redirectError(error.toFile()).start();
    try (OutputStream toProgram = process.getOutputStream()) {
      toProgram.write(input.getBytes(StandardCharsets.UTF_8));
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output, Files.readString(error));
  }

  @Test
  void outputIsThereWhenMainHasEnded() throws Exception {
    assertEquals(new Ended(0, "hällo\n", ""), run("hello", ""));
  }

  @Test
  void theResultOfMainIsTheExitStatus() throws Exception {
    assertEquals(new Ended(42, "", ""), run("status", ""));
  }

  @Test
  void aPanicShowsTheArenaStackAndEndsWith101() throws Exception {
    String expected =
        """
        panic: index out of range: 5, length 3
          at geometry.vec.Vec3.length (src/geometry/vec.arena:12)
          at main.main (src/main.arena:4)
        """;
    assertEquals(new Ended(101, "", expected), run("index", ""));
  }

  @Test
  void whatTheProgramSaysInAPanicIsShown() throws Exception {
    assertEquals(
        new Ended(101, "", "panic: it is over\n  at main.main (src/main.arena:7)\n"),
        run("say", ""));
  }

  @Test
  void divisionByZeroIsAPanic() throws Exception {
    assertEquals(
        new Ended(101, "", "panic: division by zero\n  at main.main (src/main.arena:5)\n"),
        run("divide", ""));
  }

  @Test
  void aStackThatOverflowsIsAPanicWithAShortReport() throws Exception {
    Ended ended = run("deep", "");
    assertEquals(101, ended.status);
    assertTrue(
        ended.error.startsWith("panic: stack overflow\n  at main.main (src/main.arena:6)\n"),
        ended.error);
    assertTrue(ended.error.contains(" more\n") && ended.error.lines().count() < 50, ended.error);
  }

  @Test
  void aLineOfInputIsRead() throws Exception {
    assertEquals(new Ended(0, "one ä line", ""), run("echo", "one ä line\r\nanother\n"));
    assertEquals(new Ended(0, "x".repeat(20_000), ""), run("echo", "x".repeat(20_000)));
  }

  @Test
  void aJarSaysInItsManifestWhatRunsAndWhereTheSourcesWere() throws Exception {
    SampleClasses.write(folder, "index");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
    manifest.getMainAttributes().putValue("Main-Class", Program.class.getName());
    manifest.getMainAttributes().putValue("Add-Exports", "java.base/jdk.internal.misc");
    manifest.getMainAttributes().putValue("Arena-Main", "main");
    manifest.getMainAttributes().putValue("Arena-Source", "lib/");
    Path jar = folder.resolve("program.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      add(out, RUNTIME.resolve("arenad"), RUNTIME);
      add(out, folder.resolve("main.class"), folder);
      add(out, folder.resolve("geometry"), folder);
    }
    Ended ended = start("", List.of("-jar", jar.toString()));
    assertEquals(101, ended.status);
    assertTrue(ended.error.endsWith("  at main.main (lib/main.arena:4)\n"), ended.error);
  }

  private static void add(JarOutputStream out, Path file, Path root) throws IOException {
    try (Stream<Path> files = Files.walk(file)) {
      for (Path one : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new ZipEntry(root.relativize(one).toString()));
        out.write(Files.readAllBytes(one));
      }
    }
  }

  @Test
  void aModuleThatIsNotThereIsAFaultThatIsNamed() throws Exception {
    Ended ended = run("hello", "", "-Darenad.main=nowhere", Program.class.getName());
    assertEquals(101, ended.status);
    assertTrue(
        ended.error.startsWith(
            "panic: internal error: java.lang.IllegalStateException: there is no module `nowhere`"),
        ended.error);
  }

  @Test
  void aPanicFailsItsTestAlone() throws Exception {
    Path list = folder.resolve("tests.txt");
    Files.writeString(
        list,
        "main\ttest$0\tmain: passes\n"
            + "main\ttest$1\tmain: panics\n"
            + "main\ttest$2\tmain: recurses\n"
            + "main\ttest$0\tmain: again\n");
    Ended ended = run("hello", "", Tests.class.getName(), list.toString(), "src/");
    assertEquals(1, ended.status);
    String expected =
        """
        ok      main: passes
        FAILED  main: panics
          panic: index out of range: 5, length 3
            at geometry.vec.Vec3.length (src/geometry/vec.arena:12)
            at main.test.1 (src/main.arena:4)
        FAILED  main: recurses
          panic: stack overflow
        """;
    assertEquals(expected, ended.error.substring(0, expected.length()));
    assertTrue(ended.error.endsWith("ok      main: again\n2 passed, 2 failed\n"), ended.error);
  }
}
