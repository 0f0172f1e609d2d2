package arenad.bench.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Programs that measure themselves and print lines of a name and nanoseconds, each the median of many rounds.
final class Reports {
  private Reports() {}

  /// Measures messages between threads: each side in turn, some times, of which the median is taken.
  static void channels(Workshop workshop, int runs) throws IOException, InterruptedException {
    List<Side> sides = new ArrayList<>();
    Path jar = workshop.folder().resolve("channels.jar");
    if (Files.exists(jar)) {
      List<String> rest = List.of("-jar", jar.toString());
      sides.add(new Side("Arena", workshop.command(Workshop.ARENA_FLAGS, rest)));
    }
    List<String> rest = List.of("-cp", workshop.classes(), "arenad.bench.Channels");
    sides.add(new Side("Java", workshop.command(Workshop.JAVA_FLAGS, rest)));
    Samples samples = new Samples();
    for (int i = 0; i < runs; i++) {
      for (Side side : sides) {
        read(side, samples);
      }
    }
    print(samples);
  }

  /// Runs a side once and takes what it reports. The collector that runs it in Java stands before the name.
  static void read(Side side, Samples samples) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(side.command()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader lines = process.inputReader(StandardCharsets.US_ASCII)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ");
        String name = side.name().startsWith("java-") ? side.name() + words[0] : words[0];
        samples.add(name, Double.parseDouble(words[1]));
      }
    }
    if (process.waitFor() != 0) {
      throw new IOException("failed: " + String.join(" ", side.command()));
    }
  }

  static void print(Samples samples) {
    System.out.printf(Locale.ROOT, "| %-28s | %10s | %10s |%n", "", "median", "least");
    System.out.println("| --- | ---: | ---: |");
    for (String name : samples.sides()) {
      System.out.printf(
          Locale.ROOT,
          "| %-28s | %10.2f | %10.2f |%n",
          name,
          samples.median(name),
          samples.least(name));
    }
  }
}
