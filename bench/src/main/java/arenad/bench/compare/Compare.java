package arenad.bench.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The main program of `bench/run`.
public final class Compare {

  private static final String ALLOCATION = "allocation";
  private static final String CHANNELS = "channels";

  /// What is not a program of the Benchmarks Game.
  private static final List<String> OTHERS = List.of(ALLOCATION, CHANNELS);

  /// How often programs run that measure themselves.
  private static final int REPORTS = 3;

  private Compare() {}

  /// `Compare FOLDER PUBLISHED JAVA RUNS timed|small|published [NAME...]`.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Workshop workshop = new Workshop(Path.of(arguments[0]), Path.of(arguments[1]), arguments[2]);
    int runs = Integer.parseInt(arguments[3]);
    String sizes = arguments[4];
    List<String> names = List.of(arguments).subList(5, arguments.length);
    rejectUnknown(names);
    List<Target> targets = new ArrayList<>();
    if (sizes.equals("timed") && (names.isEmpty() || names.contains(ALLOCATION))) {
      System.out.println("\nnanoseconds for an object of 32 bytes\n");
      Allocations allocations = new Allocations(workshop, Math.min(runs, REPORTS));
      allocations.measure();
      targets.addAll(allocations.targets());
    }
    if (sizes.equals("timed") && (names.isEmpty() || names.contains(CHANNELS))) {
      System.out.println("\nnanoseconds for a message\n");
      Reports.channels(workshop, Math.min(runs, REPORTS));
    }
    if (names.isEmpty() || !OTHERS.containsAll(names)) {
      targets.addAll(games(workshop, runs, sizes, names));
    }
    print(targets);
  }

  private static void rejectUnknown(List<String> names) {
    Optional<String> unknown =
        names.stream()
            .filter(name -> !OTHERS.contains(name))
            .filter(name -> Game.ALL.stream().noneMatch(game -> game.name().equals(name)))
            .findFirst();
    if (unknown.isPresent()) {
      System.err.println("no such benchmark: " + unknown.get());
      System.exit(2);
    }
  }

  private static List<Target> games(Workshop workshop, int runs, String sizes, List<String> names)
      throws IOException, InterruptedException {
    System.out.println(
        "\nmilliseconds of a process: median, least, of its start; of processors, of its start\n");
    System.out.println(
        "| program            |      size | side           |   median |    least |    start |    "
            + " busy |    start |");
    System.out.println("| --- | ---: | --- | ---: | ---: | ---: | ---: | ---: |");
    Games games = new Games(workshop, runs, sizes.equals("timed"));
    for (Game game : Game.ALL) {
      if (names.isEmpty() || names.contains(game.name())) {
        for (int size : sizesOf(game, sizes)) {
          games.measure(game, size);
        }
      }
    }
    return games.targets();
  }

  private static List<Integer> sizesOf(Game game, String which) {
    return switch (which) {
      case "small" -> List.of(game.small());
      case "published" -> List.of(game.published());
      case "timed" -> game.timed();
      default -> throw new IllegalArgumentException(which);
    };
  }

  private static void print(List<Target> targets) {
    if (!targets.isEmpty()) {
      System.out.println(
          "\n| ratio | is | by processor time | should be | |\n| --- | ---: | ---: | --- | --- |");
      targets.forEach(target -> System.out.println(target.row()));
    }
  }
}
