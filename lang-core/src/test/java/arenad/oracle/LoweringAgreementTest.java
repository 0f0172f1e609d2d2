package arenad.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arenad.fuzz.AcceptedPrograms;
import arenad.fuzz.Calculations;
import arenad.fuzz.Compiled;
import arenad.symbol.SymbolId;
import arenad.typed.TypedFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Graphs do what the trees say that they are made from.
final class LoweringAgreementTest {

  private static final int PROGRAMS = Integer.getInteger("arenad.agreement.programs", 60);
  private static final long FIRST = Long.getLong("arenad.agreement.first", 0);
  private static final SymbolId MAIN = new SymbolId("main", SymbolId.Kind.FUNCTION, "main");

  /// Of a generic function that takes functions nobody asks for an instance: calls have it made in their place.
  private static final Pattern GENERIC_WITH_FUNCTION =
      Pattern.compile("(?m)^\\w+<[^>]*>\\(.*\\) => ");

  @Test
  void calculationsPrintTheSame() {
    for (long seed = FIRST; seed < FIRST + PROGRAMS; seed++) {
      check(Calculations.functions(seed, 3) + Calculations.main(List.of(0, 1, 2)));
    }
  }

  @Test
  void acceptedProgramsPrintTheSame() {
    AcceptedPrograms.of(FIRST, PROGRAMS).stream()
        .filter(source -> !GENERIC_WITH_FUNCTION.matcher(source).find())
        .forEach(LoweringAgreementTest::check);
  }

  private static void check(String source) {
    Compiled compiled = Compiled.of(source);
    assertEquals(List.of(), compiled.errors(), source);
    Map<SymbolId, TypedFunction> trees = new LinkedHashMap<>();
    compiled.workbench().functions().forEach(each -> trees.put(each.symbol(), each));
    trees.putAll(Instances.trees(compiled.workbench(), compiled.functions()));
    Outcome outcome =
        Interpreter.run(
                compiled.runnable(),
                compiled.workbench()::declaration,
                MAIN,
                () -> true,
                10_000_000)
            .outcome();
    assertEquals(
        TreeRun.of(trees, compiled.workbench()::declaration, MAIN), outcome.output(), source);
  }
}
