package arenad.fuzz;

import arenad.fuzz.Campaign.Verdict;
import arenad.oracle.Interpreter;
import arenad.oracle.Outcome;
import java.util.ArrayList;
import java.util.List;

/// Generated programs that the checker accepts, for tests of what comes after it.
public final class AcceptedPrograms {

  private AcceptedPrograms() {}

  /// The sources of the first `count` accepted programs of the seeds from `first` on, among those that run to
  /// their end when every `flip()` gives what it is written to give, which is `true`. Programs that send are left out: several
  /// programs in one process would find each other's messages.
  public static List<String> of(long first, int count) {
    List<String> programs = new ArrayList<>();
    for (long seed = first; programs.size() < count; seed++) {
      String source = Piece.render(Generator.program(seed));
      if (!source.contains("Channel<")
          && Verdicts.of(source) instanceof Verdict.Accepted(Compiled compiled)
          && Interpreter.run(
                      compiled.runnable(),
                      compiled.workbench()::declaration,
                      Compiled.MAIN,
                      () -> true,
                      10_000)
                  .outcome()
              instanceof Outcome.Finished) {
        programs.add(source);
      }
    }
    return programs;
  }
}
