package arenad.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Measures what an object of 32 bytes costs. The programs time their own rounds, each the median of many, and print lines of a name and
/// nanoseconds; they run in turn, and the median of that is taken.
final class Allocations {
  private static final List<String> COLLECTORS = List.of("Serial", "Parallel", "G1", "Z");

  private final Workshop workshop;
  private final int runs;
  private final Samples samples = new Samples();

  Allocations(Workshop workshop, int runs) {
    this.workshop = workshop;
    this.runs = runs;
  }

  void measure() throws IOException, InterruptedException {
    List<Side> sides = sides();
    for (int i = 0; i < runs; i++) {
      for (Side side : sides) {
        Reports.read(side, samples);
      }
    }
    Reports.print(samples);
  }

  private List<Side> sides() {
    List<Side> sides = new ArrayList<>();
    Path jar = workshop.folder().resolve("allocation.jar");
    if (Files.exists(jar)) {
      sides.add(
          new Side("arena", workshop.command(Workshop.ARENA_FLAGS, List.of("-jar", "" + jar))));
    }
    Path c = workshop.folder().resolve("c-allocation");
    if (Files.exists(c)) {
      sides.add(new Side("c", List.of(c.toString())));
    }
    for (String collector : COLLECTORS) {
      List<String> flags = List.of("-Xmx3g", "-XX:+Use" + collector + "GC");
      List<String> rest = List.of("-cp", workshop.classes(), "arenad.bench.Allocation");
      sides.add(new Side("java-" + collector, workshop.command(flags, rest)));
    }
    return sides;
  }

  List<Target> targets() {
    if (!samples.has("arena") || !samples.has("c-bump")) {
      return List.of();
    }
    List<Target> targets = new ArrayList<>();
    for (String size : List.of("", "-retained")) {
      double arena = samples.median("arena" + size);
      String what = size.isEmpty() ? "a million" : "forty million";
      double bump = arena / samples.median("c-bump" + size);
      double malloc = samples.median("c-malloc" + size) / arena;
      double java =
          COLLECTORS.stream()
                  .mapToDouble(each -> samples.median("java-" + each + "-new" + size))
                  .min()
                  .orElseThrow()
              / arena;
      targets.add(new Target(what + " objects: Arena / C bump arena", alone(bump), 1.15, true));
      targets.add(
          new Target(what + " objects: C malloc and free / Arena", alone(malloc), 8, false));
      targets.add(new Target(what + " objects: Java's best `new` / Arena", alone(java), 3, false));
    }
    return targets;
  }

  /// The programs measure themselves, by the clock.
  private static Ratio alone(double figure) {
    return new Ratio(figure, Double.NaN);
  }
}
