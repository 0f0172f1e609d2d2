package arenad.bench.compare;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// The folder of what `bench/run` has compiled: the sides of each program, their runs, and what they should print.
///
/// @param folder jars of the programs in Arena, executables of those in C beginning with `c-`, classes below `classes`
/// @param published outputs that are known: `NAME.SIZE.out`, and in `digests` lines of name, size and SHA-256
/// @param java the launcher of a JDK
record Workshop(Path folder, Path published, String java) {

  /// The flags with which `arenad run` starts a program.
  static final List<String> ARENA_FLAGS =
      List.of("-XX:+UseSerialGC", "-Xshare:auto", "-XX:MaxRecursiveInlineLevel=2");

  /// Those of the programs in Java, unless a collector is compared.
  static final List<String> JAVA_FLAGS = List.of("-XX:+UseSerialGC", "-Xshare:auto");

  static final String SERIAL = "Java, Serial";

  /// Not those for which a compiler is missing.
  List<Side> sides(Game game) {
    List<Side> sides = new ArrayList<>();
    Path jar = folder.resolve(game.name() + ".jar");
    if (Files.exists(jar)) {
      sides.add(new Side("Arena", command(ARENA_FLAGS, List.of("-jar", jar.toString()))));
    }
    sides.add(java(game, SERIAL, JAVA_FLAGS));
    if (game.allocates()) {
      for (String collector : List.of("Parallel", "G1", "Z")) {
        sides.add(java(game, "Java, " + collector, List.of("-XX:+Use" + collector + "GC")));
      }
    }
    Path c = folder.resolve("c-" + game.cName());
    if (Files.exists(c)) {
      sides.add(new Side("C", List.of(c.toString())));
      if (game.allocates()) {
        sides.add(new Side("C, malloc", List.of(c + "_malloc")));
      }
    }
    return sides;
  }

  private Side java(Game game, String name, List<String> flags) {
    String type = "arenad.bench.game." + game.javaClass();
    return new Side(name, command(flags, List.of("-cp", classes(), type)));
  }

  String classes() {
    return folder.resolve("classes").toString();
  }

  List<String> command(List<String> flags, List<String> rest) {
    List<String> command = new ArrayList<>(List.of(java));
    command.addAll(flags);
    command.addAll(rest);
    return command;
  }

  /// Runs a side once.
  ///
  /// @return what that took, as its user sees it
  Taken run(Side side, Game game, int size) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(side.command());
    ProcessBuilder builder = new ProcessBuilder(command);
    if (game.readsFasta()) {
      builder.redirectInput(fasta(size));
    } else {
      command.add(String.valueOf(size));
    }
    return time(builder, output(side));
  }

  private static Taken time(ProcessBuilder builder, File output)
      throws IOException, InterruptedException {
    builder.redirectOutput(output).redirectError(ProcessBuilder.Redirect.INHERIT);
    double busyBefore = ProcessorTime.ofChildren();
    long begin = System.nanoTime();
    int status = builder.start().waitFor();
    long end = System.nanoTime();
    double busy = ProcessorTime.ofChildren() - busyBefore;
    if (status != 0) {
      throw new IOException("status " + status + " of " + String.join(" ", builder.command()));
    }
    return new Taken((end - begin) / 1e6, busy);
  }

  private File output(Side side) {
    return folder.resolve("output-" + side.name().replaceAll("[^A-Za-z0-9]+", "-")).toFile();
  }

  /// What the programs that read a file read, made with the `fasta` in Java, which is there in any case.
  private File fasta(int size) throws IOException, InterruptedException {
    File file = folder.resolve("fasta-" + size).toFile();
    if (!file.exists()) {
      File unfinished = folder.resolve("fasta-unfinished").toFile();
      List<String> command =
          command(JAVA_FLAGS, List.of("-cp", classes(), "arenad.bench.game.Fasta", "" + size));
      time(new ProcessBuilder(command), unfinished);
      Files.move(unfinished.toPath(), file.toPath());
    }
    return file;
  }

  /// Complains if the last run of a side did not print what is published, or, where nothing is, what another one has printed.
  void check(Side side, Game game, int size, Side first) throws IOException {
    String printed = digest(output(side).toPath());
    Path known = published.resolve(game.name() + "." + size + ".out");
    String expected =
        Files.exists(known) ? digest(known) : publishedDigest(game.name() + " " + size + " ");
    if (expected.isEmpty()) {
      expected = digest(output(first).toPath());
    }
    if (!printed.equals(expected)) {
      throw new IOException("wrong output of " + side.name() + ": " + game.name() + " " + size);
    }
  }

  private String publishedDigest(String prefix) throws IOException {
    return Files.readAllLines(published.resolve("digests")).stream()
        .filter(line -> line.startsWith(prefix))
        .map(line -> line.substring(prefix.length()))
        .findFirst()
        .orElse("");
  }

  private static String digest(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] piece = new byte[1 << 16];
      try (var in = Files.newInputStream(file)) {
        for (int got = in.read(piece); got > 0; got = in.read(piece)) {
          digest.update(piece, 0, got);
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
