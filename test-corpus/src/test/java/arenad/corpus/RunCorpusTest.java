package arenad.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Each program with a `NAME.out` prints what that holds, ends with the status in `NAME.status`
/// (0 if there is none) and, where there is a `NAME.err`, says exactly that on standard error.
class RunCorpusTest {

  @TestFactory
  Stream<DynamicTest> programs(@TempDir Path home) throws IOException {
    return programs(home, "test-corpus/corpus/run");
  }

  @TestFactory
  Stream<DynamicTest> idiomaticPrograms(@TempDir Path home) throws IOException {
    return programs(home, "test-corpus/corpus/idiomatic");
  }

  /// Those of the seeds' examples that are whole programs.
  @TestFactory
  Stream<DynamicTest> seeds(@TempDir Path home) throws IOException {
    return programs(home, "test-corpus/corpus/seeds");
  }

  private static Stream<DynamicTest> programs(Path home, String name) throws IOException {
    Tool tool = new Tool(home);
    Path folder = tool.copyOf(name);
    Path original = Tool.ROOT.resolve(name);
    return tool.thenStop(
        folder,
        names(folder).stream()
            .map(
                program ->
                    DynamicTest.dynamicTest(
                        program, () -> check(tool, folder, original, program))));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".out"))
          .map(name -> name.substring(0, name.length() - ".out".length()))
          .sorted()
          .toList();
    }
  }

  private static void check(Tool tool, Path folder, Path original, String name)
      throws IOException, InterruptedException {
    Tool.Outcome outcome = tool.run(folder, "run", name + ".arena");
    Path status = original.resolve(name + ".status");
    int expected = Files.exists(status) ? Integer.parseInt(Files.readString(status).strip()) : 0;
    assertEquals(expected, outcome.status(), outcome::told);
    Expected.matches(original.resolve(name + ".out"), outcome.out());
    Path err = original.resolve(name + ".err");
    if (Files.exists(err)) {
      Expected.matches(err, outcome.err());
    }
  }
}
