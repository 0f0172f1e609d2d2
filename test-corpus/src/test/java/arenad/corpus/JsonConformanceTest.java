package arenad.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `std.json` accepts and refuses what it must of JSONTestSuite, where that is at hand: in the folder that the environment
/// variable `JSON_TEST_SUITE` names, or in `shared/data/JSONTestSuite/test_parsing` beside the checkout.
class JsonConformanceTest {

  @Test
  void everyFileOfTheSuiteIsJudgedRightly(@TempDir Path home) throws Exception {
    Path suite =
        Path.of(
            Objects.requireNonNullElse(
                System.getenv("JSON_TEST_SUITE"),
                Tool.ROOT.resolve("../shared/data/JSONTestSuite/test_parsing").toString()));
    assumeTrue(Files.isDirectory(suite), () -> "JSONTestSuite is not there: " + suite);
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
}
