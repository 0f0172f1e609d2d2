package arenad.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arenad.fuzz.Campaign.Tally;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every gadget makes programs, of which some trap, and nearly every one some that are accepted. `-Darenad.rates.programs=200` looks
/// closer and prints the rates.
final class GadgetRatesTest {

  private static final Integer ASKED = Integer.getInteger("arenad.rates.programs");
  private static final int PROGRAMS = ASKED == null ? 16 : ASKED;

  @Test
  void everyGadgetIsSometimesRightAndSometimesWrong() {
    List<String> useless = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (Gadget gadget : Gadgets.ALL) {
      GadgetRates rates = GadgetRates.of(gadget, 0, PROGRAMS);
      if (ASKED != null) {
        System.out.println(rates);
      }
      if (rates.count(Tally.BROKEN) * 3 > PROGRAMS || rates.count(Tally.UNSOUND) > 0) {
        useless.add(rates + "\n" + rates.broken());
      }
      if (rates.count(Tally.REFUSED_TRAPPING) + rates.count(Tally.REFUSED_CLEAN) == 0) {
        useless.add(rates.toString());
      }
      if (rates.count(Tally.ACCEPTED_CLEAN) == 0) {
        refused.add(rates.toString());
      }
    }
    assertEquals(List.of(), useless);
    // A few are there for wrong checkers alone, which would accept them.
    assertTrue(refused.size() * 8 <= Gadgets.ALL.size(), () -> String.join("\n", refused));
  }
}
