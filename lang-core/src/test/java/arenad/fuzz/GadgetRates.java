package arenad.fuzz;

import arenad.fuzz.Campaign.Tally;
import java.util.EnumMap;
import java.util.Map;

/// How the programs of one gadget fare: one that is never refused, or never a program, tells nothing.
///
/// @param broken the first that is no program, with the reason
record GadgetRates(String name, Map<Tally, Integer> tallies, String broken) {

  static GadgetRates of(Gadget gadget, long first, int programs) {
    Map<Tally, Integer> tallies = new EnumMap<>(Tally.class);
    String broken = "";
    for (long seed = first; seed < first + programs; seed++) {
      String source = Piece.render(Generator.program(gadget, seed));
      Campaign.Judged judged = Campaign.judged(Verdicts.of(source));
      tallies.merge(judged.tally(), 1, Integer::sum);
      if (judged.tally() == Tally.BROKEN && broken.isEmpty()) {
        broken = judged.event() + "\n" + source;
      }
    }
    return new GadgetRates(gadget.name(), tallies, broken);
  }

  int count(Tally tally) {
    return tallies.getOrDefault(tally, 0);
  }

  @Override
  public String toString() {
    return "%-40s accepted %3d, refused and trap %3d, refused %3d, no programs %3d"
        .formatted(
            name,
            count(Tally.ACCEPTED_CLEAN),
            count(Tally.REFUSED_TRAPPING),
            count(Tally.REFUSED_CLEAN),
            count(Tally.BROKEN));
  }
}
