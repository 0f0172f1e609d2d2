package arenad.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `std.json` and `examples/json` accept and refuse what they must of JSONTestSuite: documents whose names begin with `y_`
/// are JSON, those with `n_` are not. The suite is looked for in the folder that the environment variable `JSON_TEST_SUITE`
/// names, or in `shared/data/JSONTestSuite/test_parsing` beside the checkout.
class JsonConformanceTest {

  @Test
  void theLibraryJudgesEveryDocumentRightly(@TempDir Path home) throws Exception {
    Path suite = suite();
    Tool tool = new Tool(home);
    Path folder = tool.copyOf("test-corpus/corpus/json");
    try {
      Tool.Outcome ran =
          tool.run(folder, "run", "conformance.arena", "--", suite.toRealPath().toString());
      assertEquals(0, ran.status(), ran::told);
    } finally {
      tool.stop(folder);
    }
  }

  @Test
  void theExampleJudgesEveryDocumentRightly(@TempDir Path home) throws Exception {
    List<String> documents = documents(suite(), Files.createDirectory(home.resolve("d")));
    Tool tool = new Tool(home);
    Path example = tool.copyOf("examples/json");
    try {
      List<String> command = new ArrayList<>(List.of("run", "--", "check"));
      command.addAll(documents);
      Tool.Outcome ran = tool.run(example, command.toArray(String[]::new));
      assertEquals(1, ran.status(), ran::told);
      assertEquals("", ran.err());
      List<String> said = ran.out().lines().toList();
      assertEquals(documents.size(), said.size(), ran::told);
      assertEquals(List.of(), said.stream().filter(JsonConformanceTest::isWrong).toList());
    } finally {
      tool.stop(example);
    }
  }

  private static Path suite() {
    Path suite =
        Path.of(
            Objects.requireNonNullElse(
                System.getenv("JSON_TEST_SUITE"),
                Tool.ROOT.resolve("../shared/data/JSONTestSuite/test_parsing").toString()));
    assumeTrue(Files.isDirectory(suite), () -> "JSONTestSuite is not there: " + suite);
    return suite;
  }

  /// Copies of the documents, under different names that a line of output can hold.
  private static List<String> documents(Path suite, Path folder) throws IOException {
    List<String> copies = new ArrayList<>();
    try (Stream<Path> all = Files.list(suite)) {
      for (Path document : all.sorted().toList()) {
        String plain = document.getFileName().toString().replaceAll("[^A-Za-z0-9_.-]", "-");
        String name = plain.replace(".json", "-" + copies.size() + ".json");
        copies.add(Files.copy(document, folder.resolve(name)).toString());
      }
    }
    return copies;
  }

  private static boolean isWrong(String line) {
    String name = line.substring(line.lastIndexOf('/', line.indexOf(".json")) + 1);
    boolean fine = line.endsWith(": fine");
    return name.startsWith("y_") && !fine || name.startsWith("n_") && fine;
  }
}
