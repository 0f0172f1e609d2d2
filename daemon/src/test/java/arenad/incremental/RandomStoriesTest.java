package arenad.incremental;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Made-up stories of edits end, after every step, in the state of a build from nothing.
///
/// `-Darenad.seed=N` repeats one story; `-Darenad.stories=N` plays more of them than usual.
final class RandomStoriesTest {
  private static final int STEPS = 14;

  @Test
  void everyStepIsTheStateOfACleanBuild() throws IOException {
    Long chosen = Long.getLong("arenad.seed");
    long first = chosen == null ? System.nanoTime() : chosen;
    int stories = chosen == null ? Integer.getInteger("arenad.stories", 12) : 1;
    for (int i = 0; i < stories; i++) {
      play(first + i);
    }
  }

  private static void play(long seed) throws IOException {
    Random random = new Random(seed);
    RandomPrograms programs = new RandomPrograms(seed);
    TestProject project = new TestProject(Files.createTempDirectory("random-story"));
    List<RandomPrograms.State> past = new ArrayList<>();
    List<String> told = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      past.add(programs.state());
      String what = step == 0 ? "begin" : edits(programs, random, past);
      told.add(what);
      write(project, programs.state().files());
      if (random.nextInt(8) == 0) {
        project.restart();
        told.add("restart");
      }
      String where = "seed " + seed + ", step " + step + ": " + String.join("; ", told);
      try {
        project.settle();
      } catch (RuntimeException | Error failure) {
        throw new AssertionError(where + "\n" + project.files(), failure);
      }
      String clean = project.cleanState();
      String state = project.state();
      if (!clean.equals(state)) {
        throw new AssertionError(where + "\n" + difference(clean, state) + project.files());
      }
      assertEquals(0, project.settle().elaborated().size(), where);
    }
  }

  /// The lines that only one of the two has.
  private static String difference(String clean, String state) {
    List<String> expected = clean.lines().toList();
    List<String> seen = state.lines().toList();
    StringBuilder out = new StringBuilder();
    expected.stream()
        .filter(line -> !seen.contains(line))
        .forEach(line -> out.append("- ").append(line).append('\n'));
    seen.stream()
        .filter(line -> !expected.contains(line))
        .forEach(line -> out.append("+ ").append(line).append('\n'));
    return out.toString();
  }

  private static String edits(
      RandomPrograms programs, Random random, List<RandomPrograms.State> past) {
    if (random.nextInt(6) == 0) {
      int back = random.nextInt(past.size());
      programs.goBackTo(past.get(back));
      return "go back to step " + back;
    }
    List<String> edits = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      edits.add(programs.edit());
    }
    return String.join(", ", edits);
  }

  private static void write(TestProject project, Map<String, String> files) throws IOException {
    for (String path : List.copyOf(project.files().keySet())) {
      if (!files.containsKey(path)) {
        project.delete(path);
      }
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      if (!file.getValue().equals(project.files().get(file.getKey()))) {
        project.write(file.getKey(), file.getValue());
      }
    }
  }
}
