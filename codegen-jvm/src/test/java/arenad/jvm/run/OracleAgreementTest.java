package arenad.jvm.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import arenad.fuzz.Calculations;
import arenad.oracle.Interpreter;
import arenad.oracle.Outcome;
import arenad.symbol.SymbolId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Emitted code prints what the interpreter of the graphs prints. The two share the graphs and nothing
/// behind them: not the memory, not the arithmetic, not the text of numbers.
final class OracleAgreementTest {

  private static final int FUNCTIONS = 25;
  private static final int PROGRAMS = Integer.getInteger("arenad.agreement.programs", 4);
  private static final long FIRST = Long.getLong("arenad.agreement.first", 0);
  private static final SymbolId MAIN = new SymbolId("main", SymbolId.Kind.FUNCTION, "main");

  @TempDir Path folder;

  @TestFactory
  List<DynamicTest> calculationsPrintTheSame() {
    return LongStream.range(FIRST, FIRST + PROGRAMS)
        .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> check(seed)))
        .toList();
  }

  private void check(long seed) throws IOException, InterruptedException {
    String functions = Calculations.functions(seed, FUNCTIONS);
    String main = Calculations.main(IntStream.range(0, FUNCTIONS).boxed().toList());
    SourceProgram program = SourceProgram.of(functions + main);
    Outcome outcome = Interpreter.run(program.functions(), MAIN, () -> true, 10_000_000).outcome();
    assertInstanceOf(Outcome.Finished.class, outcome);
    Path jar = folder.resolve("calculations" + seed + ".jar");
    program.link(jar);
    Child.Run run = Child.java(folder, List.of("-Xshare:auto", "-jar", jar.toString()));
    assertEquals("", run.errors());
    assertEquals(lines(outcome.output()), lines(run.output()), functions);
  }

  /// A list, so that a difference names the line, which names the function.
  private static List<String> lines(String output) {
    return new ArrayList<>(output.lines().toList());
  }
}
