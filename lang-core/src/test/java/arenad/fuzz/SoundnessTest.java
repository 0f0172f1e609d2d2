package arenad.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arenad.fuzz.Campaign.Report;
import arenad.fuzz.Campaign.Tally;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What the checker accepts runs without a trap. `-Darenad.fuzz.programs=100000` makes it a long campaign,
/// `-Darenad.fuzz.first=N` begins elsewhere; a failure names its seed.
final class SoundnessTest {

  private static final int PROGRAMS = Integer.getInteger("arenad.fuzz.programs", 1_000);
  private static final long FIRST = Long.getLong("arenad.fuzz.first", 0);

  @Test
  void whatTheCheckerAcceptsRunsWithoutATrap() {
    Report report = Campaign.run(Verdicts::of, FIRST, PROGRAMS);
    String said =
        "seeds %d to %d: %s, mutants %s"
            .formatted(FIRST, FIRST + PROGRAMS - 1, report.tallies(), report.mutantTallies());
    assertEquals(List.of(), report.failures(), said + "\n" + text(report.failures()));
    // A checker that refuses everything, or a generator that makes no programs, proves nothing.
    Map<Tally, Integer> tallies = report.tallies();
    int accepted = tallies.getOrDefault(Tally.ACCEPTED_CLEAN, 0);
    assertTrue(accepted > PROGRAMS / 5, said);
    assertTrue(tallies.getOrDefault(Tally.BROKEN, 0) < PROGRAMS / 20, said + text(report.broken()));
  }

  private static String text(List<?> lines) {
    return lines.stream().map(Object::toString).collect(Collectors.joining("\n"));
  }
}
