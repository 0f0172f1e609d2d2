package arenad.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import arenad.oracle.Interpreter;
import arenad.oracle.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CalculationsTest {

  @Test
  void everyCalculationCompilesAndRunsToItsEnd() {
    for (long seed = 0; seed < 60; seed++) {
      String source = Calculations.functions(seed, 3) + Calculations.main(List.of(0, 1, 2));
      Compiled compiled = Compiled.of(source);
      assertEquals(List.of(), compiled.errors(), source);
      Interpreter.Run run =
          Interpreter.run(
              compiled.runnable(),
              compiled.workbench()::declaration,
              Compiled.MAIN,
              () -> true,
              1_000_000);
      assertInstanceOf(Outcome.Finished.class, run.outcome(), () -> source + run.outcome());
    }
  }
}
