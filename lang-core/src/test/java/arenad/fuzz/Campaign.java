package arenad.fuzz;

import arenad.ir.IrFunction;
import arenad.oracle.MemoryTrap;
import arenad.oracle.Outcome;
import arenad.oracle.Paths;
import arenad.symbol.SymbolId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Generates programs, asks the checker, and runs what it accepts on every path.
public final class Campaign {

  private static final int MOST_PATHS = 64;
  private static final long STEPS = 20_000;
  private static final int MUTANTS = 2;
  private static final int MOST_SHOWN = 3;

  private final Function<String, Verdict> checker;
  private final List<Failure> failures = new ArrayList<>();
  private final Map<Tally, Integer> tallies = new EnumMap<>(Tally.class);
  private final Map<Tally, Integer> mutantTallies = new EnumMap<>(Tally.class);
  private final Map<MemoryTrap.Kind, Integer> failuresByKind = new EnumMap<>(MemoryTrap.Kind.class);
  private final List<String> broken = new ArrayList<>();

  private Campaign(Function<String, Verdict> checker) {
    this.checker = checker;
  }

  /// What the compiler says of a program.
  public sealed interface Verdict {
    /// @param functions every function of the program, lowered
    record Accepted(Map<SymbolId, IrFunction> functions, SymbolId main) implements Verdict {}

    /// Refused for lifetimes alone; its functions can be run all the same.
    record Refused(Map<SymbolId, IrFunction> functions, SymbolId main, String reason)
        implements Verdict {}

    /// Not a program: a fault of the generator or of a mutation.
    record Broken(String reason) implements Verdict {}
  }

  /// Static verdict against what happens.
  public enum Tally {
    BROKEN,
    ACCEPTED_CLEAN,
    ACCEPTED_DANGLING,
    REFUSED_TRAPPING,
    REFUSED_CLEAN,
    UNSOUND
  }

  /// An accepted program that traps.
  public record Failure(long seed, String event, String program) {
    @Override
    public String toString() {
      return "seed " + seed + ": accepted, but " + event + "\n" + program;
    }
  }

  /// @param failures shrunk, the first few of each kind
  /// @param broken the first few generated programs that were none, with the reason
  public record Report(
      Map<Tally, Integer> tallies,
      Map<Tally, Integer> mutantTallies,
      List<Failure> failures,
      List<String> broken) {}

  /// Programs of the seeds from `first` on, and mutations of those that are accepted.
  public static Report run(Function<String, Verdict> checker, long first, int programs) {
    Campaign campaign = new Campaign(checker);
    for (long seed = first; seed < first + programs; seed++) {
      campaign.judge(seed);
    }
    return new Report(campaign.tallies, campaign.mutantTallies, campaign.failures, campaign.broken);
  }

  /// The first seed from `first` on whose program is accepted and traps, or -1 if there is none.
  public static long firstFailure(Function<String, Verdict> checker, long first, int programs) {
    for (long seed = first; seed < first + programs; seed++) {
      String program = Piece.render(Generator.program(seed));
      if (run(checker.apply(program)).tally() == Tally.UNSOUND) {
        return seed;
      }
    }
    return -1;
  }

  private void judge(long seed) {
    List<Piece> program = Generator.program(seed);
    if (judge(seed, program, tallies)) {
      Dice dice = new Dice(seed);
      List<Piece> mutant = program;
      for (int i = 0; i < MUTANTS; i++) {
        mutant = Mutation.of(mutant, dice);
        judge(seed, mutant, mutantTallies);
      }
    }
  }

  /// Returns whether the program was accepted and ran clean.
  private boolean judge(long seed, List<Piece> program, Map<Tally, Integer> counts) {
    Judged judged = run(checker.apply(Piece.render(program)));
    counts.merge(judged.tally(), 1, Integer::sum);
    if (judged.tally() == Tally.BROKEN && counts == tallies && broken.size() < MOST_SHOWN) {
      broken.add("seed " + seed + ": " + judged.event() + "\n" + Piece.render(program));
    }
    if (judged.trap() != null && judged.tally() == Tally.UNSOUND) {
      fail(seed, program, judged.trap().kind());
    }
    return judged.tally() == Tally.ACCEPTED_CLEAN;
  }

  private void fail(long seed, List<Piece> program, MemoryTrap.Kind kind) {
    if (failuresByKind.merge(kind, 1, Integer::sum) <= MOST_SHOWN) {
      List<Piece> small = Shrinker.shrink(program, each -> isUnsound(each, kind));
      String event = run(checker.apply(Piece.render(small))).event();
      failures.add(new Failure(seed, event, Piece.render(small)));
    }
  }

  private boolean isUnsound(List<Piece> program, MemoryTrap.Kind kind) {
    Judged judged = run(checker.apply(Piece.render(program)));
    return judged.tally() == Tally.UNSOUND && judged.trap() != null && judged.trap().kind() == kind;
  }

  /// @param event what was said or what happened
  private record Judged(Tally tally, String event, @Nullable MemoryTrap trap) {}

  private static Judged run(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Broken(String reason) -> new Judged(Tally.BROKEN, reason, null);
      case Verdict.Accepted(var functions, SymbolId main) -> {
        Judged worst = worst(functions, main);
        yield worst.tally() == Tally.REFUSED_TRAPPING
            ? new Judged(Tally.UNSOUND, worst.event(), worst.trap())
            : worst;
      }
      case Verdict.Refused(var functions, SymbolId main, String reason) -> {
        Judged worst = worst(functions, main);
        boolean traps = worst.tally() == Tally.REFUSED_TRAPPING;
        yield new Judged(
            traps ? Tally.REFUSED_TRAPPING : Tally.REFUSED_CLEAN, reason, worst.trap());
      }
    };
  }

  private static Judged worst(Map<SymbolId, IrFunction> functions, SymbolId main) {
    Judged worst = new Judged(Tally.ACCEPTED_CLEAN, "", null);
    for (Paths.Path path : Paths.of(functions, main, MOST_PATHS, STEPS)) {
      if (path.run().outcome() instanceof Outcome.Trapped(_, var trap)) {
        return new Judged(
            Tally.REFUSED_TRAPPING, trap.getMessage() + ", choices " + path.choices(), trap);
      }
      if (path.run().dangling() > 0) {
        worst = new Judged(Tally.ACCEPTED_DANGLING, "live objects held dead references", null);
      }
    }
    return worst;
  }
}
