package arenad.fuzz;

import arenad.fuzz.Campaign.Verdict;
import arenad.oracle.MemoryTrap;
import arenad.oracle.Outcome;
import arenad.oracle.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Generated programs with one of their paths and what the interpreter says of it, for those who run them in another way.
public final class PathSamples {

  private static final int MOST_PATHS = 4;
  private static final long STEPS = 10_000;

  /// A touch of memory, at which a runtime can notice that it has ended.
  private static final Set<MemoryTrap.Kind> TOUCHES =
      Set.of(MemoryTrap.Kind.USE_AFTER_FREE, MemoryTrap.Kind.DOUBLE_FREE);

  private PathSamples() {}

  /// @param choices what each `flip()` gives
  public record Sample(String name, String source, List<Boolean> choices, Outcome outcome) {}

  /// Some paths of each accepted program, mutations included, of the seeds from `first` on.
  public static List<Sample> accepted(long first, int seeds) {
    List<Sample> samples = new ArrayList<>();
    for (long seed = first; seed < first + seeds; seed++) {
      Campaign.family(
          seed,
          Verdicts::of,
          (name, program, verdict) -> {
            if (verdict instanceof Verdict.Accepted(Compiled compiled) && !sends(program)) {
              for (Sample sample : paths(name, Piece.render(program), compiled)) {
                if (!(sample.outcome() instanceof Outcome.OutOfSteps)) {
                  samples.add(sample);
                }
              }
            }
          });
    }
    return samples;
  }

  /// Of each refused program that touches on some path what has ended, the first such path.
  public static List<Sample> trapping(long first, int seeds) {
    List<Sample> samples = new ArrayList<>();
    for (long seed = first; seed < first + seeds; seed++) {
      Campaign.family(
          seed,
          Verdicts::of,
          (name, program, verdict) -> {
            if (verdict instanceof Verdict.Refused(Compiled compiled, _) && !sends(program)) {
              paths(name, Piece.render(program), compiled).stream()
                  .filter(PathSamples::touches)
                  .findFirst()
                  .ifPresent(samples::add);
            }
          });
    }
    return samples;
  }

  /// What one program leaves in a channel, the next one that the same process runs would find there.
  private static boolean sends(List<Piece> program) {
    return Piece.render(program).contains("Channel<");
  }

  private static boolean touches(Sample sample) {
    return sample.outcome() instanceof Outcome.Trapped(_, MemoryTrap trap)
        && TOUCHES.contains(trap.kind());
  }

  private static List<Sample> paths(String name, String source, Compiled compiled) {
    return Paths.of(compiled, MOST_PATHS, STEPS).stream()
        .map(path -> new Sample(name, source, path.choices(), path.run().outcome()))
        .toList();
  }
}
