package arenad.jvm.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arenad.jvm.emit.Emitted;
import arenad.oracle.Interpreter;
import arenad.oracle.Outcome;
import arenad.symbol.SymbolId;
import java.io.IOException;
import java.nio.file.Files;
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
    List<String> folders = new ArrayList<>();
    List<Long> seeds = new ArrayList<>();
    for (long seed = FIRST; seed < FIRST + PROGRAMS; seed++) {
      SourceProgram program = SourceProgram.of(RandomProgram.of(seed));
      SymbolId main = new SymbolId("main", SymbolId.Kind.FUNCTION, "main");
      Outcome outcome = Interpreter.run(program.functions(), main, () -> true, STEPS).outcome();
      if (outcome instanceof Outcome.OutOfSteps) {
        continue;
      }
      expected.add(text(outcome));
      folders.add(write(program, seed).toString());
      seeds.add(seed);
    }
    List<String> actual = run(folders);
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

  private Path write(SourceProgram program, long seed) throws IOException {
    Path classes = Files.createDirectory(folder.resolve(Long.toString(seed)));
    for (Emitted.ClassFile file : program.classes()) {
      Files.write(classes.resolve(file.internalName() + ".class"), file.bytes());
    }
    return classes;
  }

  private List<String> run(List<String> folders) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>();
    arguments.add("--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED");
    arguments.add("--enable-native-access=ALL-UNNAMED");
    arguments.add("-cp");
    arguments.add(System.getProperty("java.class.path"));
    arguments.add(Batch.class.getName());
    arguments.addAll(folders);
    Child.Run run = Child.java(folder, arguments);
    assertEquals("", run.errors());
    List<String> each = new ArrayList<>();
    int from = 0;
    for (int end = run.output().indexOf(Batch.END); end >= 0; ) {
      int line = run.output().indexOf('\n', end);
      each.add(run.output().substring(from, line));
      from = line + 1;
      end = run.output().indexOf(Batch.END, from);
    }
    return each;
  }
}
