package arenad.jvm.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arenad.fuzz.PathSamples;
import arenad.fuzz.PathSamples.Sample;
import arenad.oracle.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Generated programs as real bytecode with the runtime of `--checked`, on paths that are forced.
/// `-Darenad.checked.seeds=5000` takes more of them, `-Darenad.checked.first=N` others.
final class CheckedCampaignTest {

  private static final int SEEDS = Integer.getInteger("arenad.checked.seeds", 120);
  private static final long FIRST = Long.getLong("arenad.checked.first", 0);

  @TempDir Path folder;

  /// No accepted program traps, and each prints what the interpreter prints.
  @Test
  void acceptedProgramsDoTheSameUnderWatch() throws IOException, InterruptedException {
    List<Sample> samples = PathSamples.accepted(FIRST, SEEDS);
    assertTrue(samples.size() > SEEDS / 2, "only " + samples.size() + " paths");
    List<String> ends = run(samples);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      String expected = text(samples.get(i).outcome());
      String actual = i < ends.size() ? ends.get(i) : "the JVM ended";
      if (!expected.equals(actual)) {
        wrong.add(shown(samples.get(i)) + "expected " + expected + "\nbut " + actual);
      }
    }
    assertEquals(List.of(), wrong.stream().limit(3).toList(), wrong.size() + " in all");
  }

  /// What the interpreter traps, the runtime traps; but for what touches nothing: the interpreter takes passing a dead reference for a
  /// use, the runtime sees memory alone.
  @Test
  void whatTouchesDeadMemoryTraps() throws IOException, InterruptedException {
    List<Sample> samples = PathSamples.trapping(FIRST, SEEDS);
    List<String> ends = run(samples);
    int trapped = 0;
    List<String> others = new ArrayList<>();
    for (int i = 0; i < ends.size(); i++) {
      String how = ends.get(i).substring(ends.get(i).indexOf(Batch.END) + 1);
      if (how.startsWith("trap: ")) {
        trapped++;
      } else {
        others.add(shown(samples.get(i)) + text(samples.get(i).outcome()) + "\nbut " + how);
      }
    }
    assertEquals(samples.size(), ends.size());
    int most = trapped;
    assertTrue(
        trapped * 10 >= samples.size() * 8,
        () -> most + " of " + samples.size() + " trap; not\n" + String.join("\n", others));
  }

  private List<String> run(List<Sample> samples) throws IOException, InterruptedException {
    ChildBatch batch = new ChildBatch(folder);
    for (Sample sample : samples) {
      batch.add(SourceProgram.of(sample.source()).classes(), sample.choices());
    }
    return batch.run(true);
  }

  private static String shown(Sample sample) {
    return "seed " + sample.name() + ", choices " + sample.choices() + "\n" + sample.source();
  }

  private static String text(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Finished(String output, _) -> output + Batch.END + "finished";
      case Outcome.Panicked(String output, String message) ->
          output + Batch.END + "panic: " + message;
      case Outcome.Trapped(String output, var trap) -> output + Batch.END + "trapped: " + trap;
      case Outcome.OutOfSteps(String output) -> output + Batch.END + "out of steps";
    };
  }
}
