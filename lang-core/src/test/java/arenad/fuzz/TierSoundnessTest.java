package arenad.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arenad.fuzz.Campaign.Verdict;
import arenad.oracle.Outcome;
import arenad.oracle.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// No program about owners that the checker accepts touches what has been moved or dropped, drops anything twice, or
/// ends while something is owned.
final class TierSoundnessTest {

  private static final int PROGRAMS = Integer.getInteger("arenad.fuzz.programs", 300);
  private static final int MOST_PATHS = 64;
  private static final long MOST_STEPS = 2_000;

  @Test
  void acceptedProgramsKeepTheLawsOfOwners() {
    long first = Long.getLong("arenad.fuzz.seed", 1);
    List<String> wrong = new ArrayList<>();
    int accepted = 0;
    int broken = 0;
    for (long seed = first; seed < first + PROGRAMS; seed++) {
      String source = Piece.render(TierGadgets.program(new Dice(seed)));
      switch (Verdicts.of(source)) {
        case Verdict.Accepted(Compiled compiled) -> {
          accepted++;
          trapOf(compiled).ifPresent(trap -> wrong.add(trap + main(source)));
        }
        case Verdict.Refused _ -> {}
        case Verdict.Broken(String why) -> {
          broken++;
          wrong.add("broken: " + why + main(source));
        }
      }
    }
    assertEquals(List.of(), wrong.stream().limit(3).toList(), "first seed " + first);
    assertTrue(accepted * 20 > PROGRAMS, accepted + " accepted, " + broken + " broken");
  }

  private static String main(String source) {
    return source.substring(source.indexOf("\nmain()"));
  }

  private static Optional<String> trapOf(Compiled compiled) {
    for (Paths.Path path : Paths.of(compiled, MOST_PATHS, MOST_STEPS)) {
      if (path.run().outcome() instanceof Outcome.Trapped(_, var trap)) {
        return Optional.of(String.valueOf(trap.getMessage()));
      }
    }
    return Optional.empty();
  }
}
