package arenad.fuzz;

import arenad.oracle.MemoryTrap;
import arenad.oracle.Outcome;
import arenad.oracle.Paths;
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

  /// A change that makes no program is given up for another.
  private static final int MORE_ATTEMPTS = 2;

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
    record Accepted(Compiled compiled) implements Verdict {}

    /// Refused for lifetimes alone; it can be run all the same.
    record Refused(Compiled compiled, String reason) implements Verdict {}

    /// Not a program: a fault of the generator or of a mutation.
    record Broken(String reason) implements Verdict {}
  }

  /// Is told of programs and of what the checker says of them.
  interface Visitor {
    /// @param name the seed, and for a mutation which one it is
    void visit(String name, List<Piece> program, Verdict verdict);
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
  public record Failure(String name, String event, String program) {
    @Override
    public String toString() {
      return "seed " + name + ": accepted, but " + event + "\n" + program;
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
      family(seed, checker, campaign::judge);
    }
    return new Report(campaign.tallies, campaign.mutantTallies, campaign.failures, campaign.broken);
  }

  /// The program of a seed, and if it is accepted, mutations of it.
  static void family(long seed, Function<String, Verdict> checker, Visitor visitor) {
    family(Long.toString(seed), Generator.program(seed), seed, checker, visitor);
  }

  /// The program, and if it is accepted, mutations of it.
  static void family(
      String name,
      List<Piece> first,
      long seed,
      Function<String, Verdict> checker,
      Visitor visitor) {
    List<Piece> program = first;
    Verdict verdict = checker.apply(Piece.render(program));
    visitor.visit(name, program, verdict);
    Dice dice = new Dice(seed);
    for (int i = 1; i <= MUTANTS && verdict instanceof Verdict.Accepted; i++) {
      List<Piece> mutant = Mutation.of(program, dice);
      Verdict changed = checker.apply(Piece.render(mutant));
      for (int k = 0; k < MORE_ATTEMPTS && changed instanceof Verdict.Broken; k++) {
        mutant = Mutation.of(program, dice);
        changed = checker.apply(Piece.render(mutant));
      }
      visitor.visit(name + " mutant " + i, mutant, changed);
      program = changed instanceof Verdict.Broken ? program : mutant;
    }
  }

  private void judge(String name, List<Piece> program, Verdict verdict) {
    boolean isMutant = name.contains("mutant");
    Judged judged = judged(verdict);
    (isMutant ? mutantTallies : tallies).merge(judged.tally(), 1, Integer::sum);
    if (judged.tally() == Tally.BROKEN && !isMutant && broken.size() < MOST_SHOWN) {
      broken.add("seed " + name + ": " + judged.event() + "\n" + Piece.render(program));
    }
    if (judged.trap() != null && judged.tally() == Tally.UNSOUND) {
      fail(name, program, judged.trap().kind());
    }
  }

  private void fail(String name, List<Piece> program, MemoryTrap.Kind kind) {
    if (failuresByKind.merge(kind, 1, Integer::sum) <= MOST_SHOWN) {
      List<Piece> small = Shrinker.shrink(program, each -> isUnsound(each, kind));
      String event = judged(checker.apply(Piece.render(small))).event();
      failures.add(new Failure(name, event, Piece.render(small)));
    }
  }

  private boolean isUnsound(List<Piece> program, MemoryTrap.Kind kind) {
    Judged judged = judged(checker.apply(Piece.render(program)));
    return judged.tally() == Tally.UNSOUND && judged.trap() != null && judged.trap().kind() == kind;
  }

  /// @param event what was said or what happened
  record Judged(Tally tally, String event, @Nullable MemoryTrap trap) {}

  static Judged judged(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Broken(String reason) -> new Judged(Tally.BROKEN, reason, null);
      case Verdict.Accepted(Compiled compiled) -> {
        Judged worst = worst(compiled);
        yield worst.tally() == Tally.REFUSED_TRAPPING
            ? new Judged(Tally.UNSOUND, worst.event(), worst.trap())
            : worst;
      }
      case Verdict.Refused(Compiled compiled, String reason) -> {
        Judged worst = worst(compiled);
        boolean traps = worst.tally() == Tally.REFUSED_TRAPPING;
        yield new Judged(
            traps ? Tally.REFUSED_TRAPPING : Tally.REFUSED_CLEAN, reason, worst.trap());
      }
    };
  }

  /// Whether some path of the program does to memory what none may.
  static boolean traps(Compiled compiled) {
    return worst(compiled).tally() == Tally.REFUSED_TRAPPING;
  }

  private static Judged worst(Compiled compiled) {
    Judged worst = new Judged(Tally.ACCEPTED_CLEAN, "", null);
    for (Paths.Path path : Paths.of(compiled, MOST_PATHS, STEPS)) {
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
