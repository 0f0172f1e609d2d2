package arenad.fuzz;

import arenad.fuzz.Campaign.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Looks for programs that give a wrong checker away: it accepts what traps.
///
/// What traps does not depend on the checker, so the programs that do are sought once; then each fault is tried on them. A faulty
/// checker that fails or does not end has given itself away as well, but is not counted.
public final class FaultHunt {

  /// A program that traps on some path.
  private record Specimen(String name, Compiled compiled) {}

  private final List<Specimen> specimens = new ArrayList<>();

  private FaultHunt() {}

  /// Which program finds each fault, by the fault's name; the empty text where none does.
  ///
  /// @param names of the faults that are compiled into this checker, in the order of their numbers
  public static Map<String, String> run(long first, int programs, List<String> names) {
    FaultHunt hunt = new FaultHunt();
    for (long seed = first; seed < first + programs; seed++) {
      Campaign.family(seed, Verdicts::of, hunt::collect);
    }
    // What few gadgets can find, chance must not leave out.
    int share = Math.max(1, programs / Gadgets.ALL.size());
    for (Gadget gadget : Gadgets.ALL) {
      for (long seed = first; seed < first + share; seed++) {
        String name = gadget.name() + " " + seed;
        List<Piece> program = Generator.program(gadget, seed);
        Campaign.family(name, program, seed, Verdicts::of, hunt::collect);
      }
    }
    Map<String, String> found = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      Planted.choose(i);
      found.put(names.get(i), hunt.giveaway(Fault.NONE));
    }
    Planted.choose(Planted.NONE);
    for (Fault fault : Fault.values()) {
      if (fault != Fault.NONE) {
        found.put(fault.toString(), hunt.giveaway(fault));
      }
    }
    return found;
  }

  private void collect(String name, List<Piece> program, Verdict verdict) {
    if (verdict instanceof Verdict.Refused(Compiled compiled, _) && Campaign.traps(compiled)) {
      specimens.add(new Specimen(name, compiled));
    }
  }

  private String giveaway(Fault fault) {
    for (Specimen specimen : specimens) {
      try {
        if (Verdicts.lifetimeErrors(specimen.compiled(), fault).isEmpty()) {
          return specimen.name();
        }
      } catch (RuntimeException _) {
        // The next program may tell more than that something is wrong.
      }
    }
    return "";
  }
}
