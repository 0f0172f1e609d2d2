package arenad.jvm.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arenad.oracle.Outcome;
import arenad.symbol.SymbolId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The JVM and the interpreter of graphs, which share nothing but the graph, must print the same and end alike.
final class DifferentialTest {

  private static final long FIRST = Long.getLong("arenad.seed", 1);
  private static final int PROGRAMS = Integer.getInteger("arenad.programs", 60);
  private static final long STEPS = 1_000_000;

  @TempDir Path folder;

  @Test
  void randomProgramsDoTheSameOnTheJvmAndInTheInterpreter() throws Exception {
    List<String> expected = new ArrayList<>();
    ChildBatch batch = new ChildBatch(folder);
    List<Long> seeds = new ArrayList<>();
    for (long seed = FIRST; seed < FIRST + PROGRAMS; seed++) {
      SourceProgram program = SourceProgram.of(RandomProgram.of(seed));
      SymbolId main = new SymbolId("main", SymbolId.Kind.FUNCTION, "main");
      Outcome outcome = program.interpreted(main, STEPS);
      if (outcome instanceof Outcome.OutOfSteps) {
        continue;
      }
      expected.add(text(outcome));
      batch.add(program.classes(), List.of());
      seeds.add(seed);
    }
    assertSame(seeds, expected, batch.run(false));
    assertSame(seeds, expected, batch.run(true));
  }

  private static void assertSame(List<Long> seeds, List<String> expected, List<String> actual) {
    for (int i = 0; i < seeds.size(); i++) {
      assertEquals(
          expected.get(i),
          i < actual.size() ? actual.get(i) : "the JVM ended",
          "seed " + seeds.get(i));
    }
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
