package arenad.bench.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Measures programs of the Benchmarks Game: each side in turn, as whole processes, then each with next to no work, which is its start.
final class Games {
  private static final double MILLION = 1e6;

  private final Workshop workshop;
  private final int runs;
  private final boolean judged;
  private final List<Target> targets = new ArrayList<>();
  private double logarithms;
  private int compared;

  /// @param judged whether the targets are of these sizes
  Games(Workshop workshop, int runs, boolean judged) {
    this.workshop = workshop;
    this.runs = runs;
    this.judged = judged;
  }

  /// Prints a row for each side.
  void measure(Game game, int size) throws IOException, InterruptedException {
    List<Side> sides = workshop.sides(game);
    Samples whole = sample(game, size, sides);
    Samples start = sample(game, game.start(), sides);
    for (String side : whole.sides()) {
      System.out.printf(
          Locale.ROOT,
          "| %-18s | %9d | %-14s | %8.0f | %8.0f | %8.0f | %8.0f |%n",
          game.name(),
          size,
          side,
          whole.median(side),
          whole.least(side),
          start.median(side),
          whole.median(side) - start.median(side));
    }
    if (judged) {
      judge(game, size, whole, start);
    }
  }

  private Samples sample(Game game, int size, List<Side> sides)
      throws IOException, InterruptedException {
    Samples samples = new Samples();
    for (int i = 0; i < runs; i++) {
      for (Side side : sides) {
        samples.add(side.name(), workshop.run(side, game, size) / MILLION);
        if (i == 0) {
          workshop.check(side, game, size, sides.getFirst());
        }
      }
    }
    return samples;
  }

  private void judge(Game game, int size, Samples whole, Samples start) {
    if (!whole.has("Arena")) {
      return;
    }
    String name = game.name() + " " + size;
    double arena = whole.median("Arena");
    double work = arena - start.median("Arena");
    if (game.allocates()) {
      double best =
          whole.sides().stream()
              .filter(side -> side.startsWith("Java"))
              .mapToDouble(whole::median)
              .min()
              .orElseThrow();
      targets.add(new Target(name + ": Arena / Java's best collector", arena / best, 1, true));
    } else {
      double ratio = arena / whole.median(Workshop.SERIAL);
      targets.add(new Target(name + ": Arena / Java", ratio, 1.25, true));
      logarithms += Math.log(ratio);
      compared++;
    }
    if (whole.has("C, malloc")) {
      double c = whole.median("C") - start.median("C");
      double malloc = whole.median("C, malloc") - start.median("C, malloc");
      targets.add(new Target(name + ": Arena / C arena, without start", work / c, 1.3, true));
      targets.add(new Target(name + ": C malloc / Arena, without start", malloc / work, 5, false));
    }
  }

  /// Those of all programs measured so far.
  List<Target> targets() {
    List<Target> all = new ArrayList<>(targets);
    if (compared > 0) {
      all.add(
          new Target(
              "Arena / Java, geometric mean of " + compared,
              Math.exp(logarithms / compared),
              1.2,
              true));
    }
    return all;
  }
}
