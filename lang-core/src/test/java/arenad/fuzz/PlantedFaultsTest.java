package arenad.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The campaign finds a checker that is wrong: of the faults planted in it, one at a time, nine in ten.
/// `-Darenad.faults.programs=20000` looks longer, `-Darenad.faults.first=N` begins elsewhere.
final class PlantedFaultsTest {

  private static final int PROGRAMS = Integer.getInteger("arenad.faults.programs", 2_500);
  private static final long FIRST = Long.getLong("arenad.faults.first", 0);
  private static final int FEWEST = 40;

  @Test
  void nineInTenOfThePlantedFaultsAreFound() throws IOException, ReflectiveOperationException {
    FaultyChecker checker = FaultyChecker.of(SourceFault.all());
    Map<String, String> found = hunt(checker);
    List<String> missed = new ArrayList<>();
    found.forEach(
        (fault, program) -> {
          if (program.isEmpty()) {
            missed.add(fault);
          }
        });
    String said =
        "seeds %d to %d: %d of %d planted faults found; not found: %s; without a place: %s"
            .formatted(
                FIRST,
                FIRST + PROGRAMS - 1,
                found.size() - missed.size(),
                found.size(),
                missed,
                checker.withoutPlace());
    System.out.println(said);
    assertTrue(checker.planted().size() >= FEWEST, said);
    assertTrue(missed.size() * 10 <= found.size(), said);
  }

  /// Runs [FaultHunt] among the faulty checker's own classes.
  @SuppressWarnings("unchecked")
  private static Map<String, String> hunt(FaultyChecker checker)
      throws ReflectiveOperationException {
    List<String> names = checker.planted().stream().map(SourceFault::name).toList();
    Object found =
        checker
            .loadClass(FaultHunt.class.getName())
            .getMethod("run", long.class, int.class, List.class)
            .invoke(null, FIRST, PROGRAMS, names);
    return (Map<String, String>) found;
  }
}
