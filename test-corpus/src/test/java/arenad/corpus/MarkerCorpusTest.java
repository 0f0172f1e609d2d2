package arenad.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Each program of these folders has exactly the mistakes that its markers say; one without markers has none.
class MarkerCorpusTest {

  @TestFactory
  Stream<DynamicTest> lifetimes(@TempDir Path home) throws IOException {
    return programs(home, "test-corpus/corpus/lifetimes");
  }

  @TestFactory
  Stream<DynamicTest> mistakes(@TempDir Path home) throws IOException {
    return programs(home, "test-corpus/corpus/check");
  }

  @TestFactory
  Stream<DynamicTest> seeds(@TempDir Path home) throws IOException {
    return programs(home, "test-corpus/corpus/seeds");
  }

  private static Stream<DynamicTest> programs(Path home, String name) throws IOException {
    Tool tool = new Tool(home);
    Path folder = tool.copyOf(name);
    Tool.asProject(folder);
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(file -> file.toString().endsWith(".arena")).sorted().toList();
    }
    assertTrue(!files.isEmpty(), name + " holds programs");
    return tool.thenStop(
        folder,
        files.stream()
            .map(
                file ->
                    DynamicTest.dynamicTest(
                        folder.relativize(file).toString(), () -> check(tool, folder, file))));
  }

  private static void check(Tool tool, Path folder, Path file)
      throws IOException, InterruptedException {
    Tool.Outcome outcome = tool.run(folder, "check", "--json", folder.relativize(file).toString());
    List<Marker> markers = Marker.of(Files.readString(file));
    List<Told> unexpected = new ArrayList<>(Told.of(outcome.out()));
    List<Marker> missing = new ArrayList<>();
    for (Marker marker : markers) {
      boolean found = false;
      for (int i = 0; i < unexpected.size() && !found; i++) {
        found = marker.fits(unexpected.get(i));
        if (found) {
          unexpected.remove(i);
        }
      }
      if (!found) {
        missing.add(marker);
      }
    }
    if (!missing.isEmpty() || !unexpected.isEmpty()) {
      fail("missing: " + missing + "\nunexpected: " + unexpected + "\n" + outcome.err());
    }
    boolean wrong = markers.stream().anyMatch(marker -> marker.severity().equals("error"));
    assertEquals(wrong ? 1 : 0, outcome.status(), outcome::told);
  }
}
