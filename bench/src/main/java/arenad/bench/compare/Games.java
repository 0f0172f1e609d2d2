package arenad.bench.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Measures programs of the Benchmarks Game: each side in turn, as whole processes, then each with next to no work, which is its start.
final class Games {
  private static final String ARENA = "Arena";

  private final Workshop workshop;
  private final int runs;
  private final boolean judged;
  private final List<Target> targets = new ArrayList<>();
  private final List<Ratio> compared = new ArrayList<>();

  /// @param judged whether the targets are of these sizes
  Games(Workshop workshop, int runs, boolean judged) {
    this.workshop = workshop;
    this.runs = runs;
    this.judged = judged;
  }

  /// What was measured of all sides.
  private record Series(Samples wall, Samples busy) {

    Series() {
      this(new Samples(), new Samples());
    }

    void add(Side side, Taken taken) {
      wall.add(side.name(), taken.wall());
      busy.add(side.name(), taken.busy());
    }

    /// How much longer one side takes than another one.
    Ratio ratio(String of, String to) {
      return new Ratio(wall.median(of) / wall.median(to), busy.median(of) / busy.median(to));
    }
  }

  /// Prints a row for each side.
  void measure(Game game, int size) throws IOException, InterruptedException {
    List<Side> sides = workshop.sides(game);
    Series whole = sample(game, size, sides);
    Series start = sample(game, game.start(), sides);
    for (Side side : sides) {
      System.out.printf(
          Locale.ROOT,
          "| %-18s | %9d | %-14s | %8.0f | %8.0f | %8.0f | %8.0f | %8.0f |%n",
          game.name(),
          size,
          side.name(),
          whole.wall().median(side.name()),
          whole.wall().least(side.name()),
          start.wall().median(side.name()),
          whole.busy().median(side.name()),
          start.busy().median(side.name()));
    }
    if (judged && whole.wall().has(ARENA)) {
      judge(game, game.name() + " " + size, whole, start);
    }
  }

  private Series sample(Game game, int size, List<Side> sides)
      throws IOException, InterruptedException {
    Series samples = new Series();
    for (int i = 0; i < runs; i++) {
      for (Side side : sides) {
        samples.add(side, workshop.run(side, game, size));
        if (i == 0) {
          workshop.check(side, game, size, sides.getFirst());
        }
      }
    }
    return samples;
  }

  private void judge(Game game, String name, Series whole, Series start) {
    if (!game.allocates()) {
      Ratio ratio = whole.ratio(ARENA, Workshop.SERIAL);
      compared.add(ratio);
      targets.add(new Target(name + ": Arena / Java", ratio, 1.25, true));
      return;
    }
    String best = whole.wall().leastMedianOf("Java");
    targets.add(new Target(name + ": Arena / " + best, whole.ratio(ARENA, best), 1, true));
    if (whole.wall().has("C, malloc")) {
      Ratio arena = rest(ARENA, whole, start);
      Ratio inArena = rest("C", whole, start);
      Ratio malloc = rest("C, malloc", whole, start);
      targets.add(
          new Target(name + ": Arena / C arena, without start", arena.by(inArena), 1.3, true));
      targets.add(
          new Target(name + ": C malloc / Arena, without start", malloc.by(arena), 5, false));
    }
  }

  /// What a side takes beside its start.
  private static Ratio rest(String side, Series whole, Series start) {
    return new Ratio(
        whole.wall().median(side) - start.wall().median(side),
        whole.busy().median(side) - start.busy().median(side));
  }

  /// Those of all programs measured so far.
  List<Target> targets() {
    List<Target> all = new ArrayList<>(targets);
    if (!compared.isEmpty()) {
      String what = "Arena / Java, geometric mean of " + compared.size();
      all.add(new Target(what, Ratio.mean(compared), 1.2, true));
    }
    return all;
  }
}
