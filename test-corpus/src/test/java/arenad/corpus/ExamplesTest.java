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

/// The projects in `examples/` have no mistakes, their tests pass, and they print what is kept in
/// `test-corpus/corpus/examples/NAME.out`.
class ExamplesTest {

  @TestFactory
  Stream<DynamicTest> projects(@TempDir Path home) throws IOException {
    Tool tool = new Tool(home);
    List<Path> examples;
    try (Stream<Path> all = Files.list(tool.copyOf("examples"))) {
      examples = all.filter(Files::isDirectory).sorted().toList();
    }
    return examples.stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.getFileName().toString(), () -> check(tool, example)));
  }

  private static void check(Tool tool, Path example) throws IOException, InterruptedException {
    try {
      Tool.Outcome checked = tool.run(example, "check");
      assertEquals("", checked.out(), checked::told);
      assertEquals(0, checked.status(), checked::told);
      Tool.Outcome tested = tool.run(example, "test");
      assertEquals(0, tested.status(), tested::told);
      Tool.Outcome ran = tool.run(example, "run");
      assertEquals(0, ran.status(), ran::told);
      Path expected = Tool.ROOT.resolve("test-corpus/corpus/examples");
      Expected.matches(expected.resolve(example.getFileName() + ".out"), ran.out());
    } finally {
      tool.stop(example);
    }
  }
}
