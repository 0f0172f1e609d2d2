package arenad.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The campaign finds a checker that is wrong.
final class PlantedFaultsTest {

  private static final int PROGRAMS = 5_000;

  @ParameterizedTest
  @EnumSource(value = Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void aPlantedFaultIsFound(Fault fault) {
    long seed = Campaign.firstFailure(source -> Verdicts.of(source, fault), 0, PROGRAMS);
    assertTrue(seed >= 0, "no program of " + PROGRAMS + " finds " + fault);
  }
}
