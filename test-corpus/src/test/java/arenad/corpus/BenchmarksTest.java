package arenad.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The programs of `bench/src/main/arena` print what is published for a small size, and take nothing from the Java heap while they do.
/// How fast they are is not asked here; that is what `bench/run` tells.
class BenchmarksTest {
  private static final Path PUBLISHED = Tool.ROOT.resolve("bench/src/main/published");
  private static final long SECONDS = 120;

  /// @param readsFasta whether it reads what `fasta` writes for the size; else the size is its argument
  private record Program(String name, int size, boolean readsFasta) {}

  private static final List<Program> PROGRAMS =
      List.of(
          new Program("fasta", 1000, false),
          new Program("binary-trees", 10, false),
          new Program("spectral-norm", 100, false),
          new Program("fannkuch-redux", 7, false),
          new Program("mandelbrot", 200, false),
          new Program("k-nucleotide", 1000, true),
          new Program("reverse-complement", 1000, true));

  @TestFactory
  Stream<DynamicTest> programs(@TempDir Path home) throws IOException {
    Tool tool = new Tool(home);
    Path folder = tool.copyOf("bench/src/main/arena");
    return tool.thenStop(
        folder,
        PROGRAMS.stream()
            .map(
                program ->
                    DynamicTest.dynamicTest(program.name(), () -> check(tool, folder, program))));
  }

  private static void check(Tool tool, Path folder, Program program) throws Exception {
    Path jar = build(tool, folder, program.name());
    List<String> arguments = program.readsFasta() ? List.of() : List.of("" + program.size());
    Path input = null;
    if (program.readsFasta()) {
      input = folder.resolve("fasta.out");
      run(List.of("-jar", "" + build(tool, folder, "fasta"), "" + program.size()), null, input);
    }
    Path output = folder.resolve(program.name() + ".out");
    List<String> command = new ArrayList<>(List.of("-jar", jar.toString()));
    command.addAll(arguments);
    run(command, input, output);
    assertEquals(published(program), digest(Files.readAllBytes(output)));

    command = new ArrayList<>(List.of("-Darenad.main=" + mainOf(jar), "-cp"));
    command.add(jar + File.pathSeparator + System.getProperty("java.class.path"));
    command.add(HeapProbe.class.getName());
    command.addAll(arguments);
    assertEquals("0", run(command, input, output));
  }

  private static Path build(Tool tool, Path folder, String name) throws Exception {
    Tool.Outcome built = tool.run(folder, "build", name + ".arena", "-o", name + ".jar");
    assertEquals(0, built.status(), built::told);
    return folder.resolve(name + ".jar");
  }

  private static String mainOf(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.getManifest().getMainAttributes().getValue("Arena-Main");
    }
  }

  /// Runs Java and gives what it says on standard error.
  private static String run(List<String> arguments, @Nullable Path input, Path output)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(output.toFile());
    if (input != null) {
      builder.redirectInput(input.toFile());
    }
    Process process = builder.start();
    String told = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(true, process.waitFor(SECONDS, TimeUnit.SECONDS), told);
    assertEquals(0, process.exitValue(), told);
    return told;
  }

  private static String published(Program program) throws Exception {
    Path text = PUBLISHED.resolve(program.name() + "." + program.size() + ".out");
    if (Files.exists(text)) {
      return digest(Files.readAllBytes(text));
    }
    String prefix = program.name() + " " + program.size() + " ";
    return Files.readAllLines(PUBLISHED.resolve("digests")).stream()
        .filter(line -> line.startsWith(prefix))
        .map(line -> line.substring(prefix.length()))
        .findFirst()
        .orElseThrow();
  }

  private static String digest(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
