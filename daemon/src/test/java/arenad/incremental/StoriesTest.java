package arenad.incremental;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Plays every story in `src/test/resources/stories`.
///
/// ```
/// == what happens in this step
/// --- src/main.arena
/// its new text; a file without a text is deleted
/// --- restart
/// > elaborated: main.add, main.compute     or `nothing`
/// > src/main.arena:2:28 E0201              each diagnostic; a step without any is without mistakes
/// ```
/// After each step the snapshot must be that of a build from nothing. `UPDATE_EXPECT=1` rewrites the
/// lines that begin with `>`.
final class StoriesTest {
  private record Step(String title, List<String> instructions, List<String> expected) {}

  @TestFactory
  Stream<DynamicTest> stories() throws IOException, URISyntaxException {
    Path folder =
        Path.of(
            java.util.Objects.requireNonNull(StoriesTest.class.getResource("/stories")).toURI());
    return Files.list(folder)
        .sorted()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> play(file)));
  }

  private static void play(Path file) throws IOException {
    List<Step> steps = parse(Files.readAllLines(file));
    TestProject project = new TestProject(Files.createTempDirectory("story"));
    List<String> told = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    for (Step step : steps) {
      told.add("== " + step.title());
      seen.add("== " + step.title());
      perform(step, project);
      Counters counters = project.settle();
      told.addAll(step.expected());
      seen.add("> elaborated: " + names(project, counters));
      for (String each : TestProject.diagnostics(project.snapshot())) {
        seen.add("> " + String.join(" ", List.of(each.split(" ")).subList(0, 2)));
      }
      assertEquals(project.cleanState(), project.state(), step.title());
    }
    if ("1".equals(System.getenv("UPDATE_EXPECT"))) {
      rewrite(file, steps, seen);
    } else {
      assertEquals(String.join("\n", told), String.join("\n", seen));
    }
  }

  private static String names(TestProject project, Counters counters) {
    String names = String.join(", ", new TreeSet<>(project.elaborated(counters)));
    return names.isEmpty() ? "nothing" : names;
  }

  private static void perform(Step step, TestProject project) throws IOException {
    List<String> lines = step.instructions();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).equals("--- restart")) {
        project.restart();
      } else if (lines.get(i).startsWith("--- ")) {
        int end = i + 1;
        while (end < lines.size() && !lines.get(end).startsWith("--- ")) {
          end++;
        }
        String path = lines.get(i).substring(4);
        if (end == i + 1) {
          project.delete(path);
        } else {
          project.write(path, String.join("\n", lines.subList(i + 1, end)) + "\n");
        }
      }
    }
  }

  private static List<Step> parse(List<String> lines) {
    List<Step> steps = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("== ")) {
        steps.add(new Step(line.substring(3), new ArrayList<>(), new ArrayList<>()));
      } else if (line.startsWith("> ")) {
        steps.getLast().expected().add(line);
      } else if (!steps.isEmpty()) {
        steps.getLast().instructions().add(line);
      }
    }
    return steps;
  }

  /// Into the sources, not into the copy that is tested.
  private static void rewrite(Path file, List<Step> steps, List<String> seen) throws IOException {
    List<String> out = new ArrayList<>();
    int at = 0;
    for (Step step : steps) {
      out.add(seen.get(at++));
      out.addAll(step.instructions());
      while (at < seen.size() && seen.get(at).startsWith("> ")) {
        out.add(seen.get(at++));
      }
    }
    Path source = Path.of("src/test/resources/stories").resolve(file.getFileName());
    Files.write(Files.exists(source) ? source : file, out);
  }
}
