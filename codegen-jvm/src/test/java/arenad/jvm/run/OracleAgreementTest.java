package arenad.jvm.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import arenad.fuzz.AcceptedPrograms;
import arenad.fuzz.Calculations;
import arenad.oracle.Outcome;
import arenad.symbol.SymbolId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Emitted code prints what the interpreter of the graphs prints. The two share the graphs and nothing
/// behind them: not the memory, not the arithmetic, not the text of numbers.
final class OracleAgreementTest {

  private static final int FUNCTIONS = 25;
  private static final int ACCEPTED = 60;
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

  @Test
  void acceptedProgramsPrintTheSame() throws IOException, InterruptedException {
    Map<String, String> modules = new LinkedHashMap<>();
    StringBuilder imports = new StringBuilder();
    StringBuilder calls = new StringBuilder();
    for (String program : AcceptedPrograms.of(FIRST, ACCEPTED)) {
      String module = "p" + modules.size();
      modules.put(module, program.replace("main(): void", "export run(): void"));
      imports.append("import ").append(module).append(";\n");
      calls.append("  print(\"\\n").append(module).append(" \"); ");
      calls.append(module).append(".run();\n");
    }
    modules.put("main", imports + "main(): void => {\n" + calls + "}\n");
    check(SourceProgram.of(modules), "accepted", modules::toString);
  }

  private void check(long seed) throws IOException, InterruptedException {
    String functions = Calculations.functions(seed, FUNCTIONS);
    String main = Calculations.main(IntStream.range(0, FUNCTIONS).boxed().toList());
    check(SourceProgram.of(functions + main), "calculations" + seed, () -> functions);
  }

  private void check(SourceProgram program, String name, Supplier<String> source)
      throws IOException, InterruptedException {
    Outcome outcome = program.interpreted(MAIN, 10_000_000);
    assertInstanceOf(Outcome.Finished.class, outcome, source);
    Path jar = folder.resolve(name + ".jar");
    program.link(jar);
    Child.Run run = Child.java(folder, List.of("-Xshare:auto", "-jar", jar.toString()));
    assertEquals("", run.errors(), source);
    assertEquals(lines(outcome.output()), lines(run.output()), source);
  }

  /// A list, so that a difference names the line, which names the function.
  private static List<String> lines(String output) {
    return new ArrayList<>(output.lines().toList());
  }
}
