package arenad.cli;

import arenad.format.Formatting;
import arenad.parse.Parsed;
import arenad.text.SourceText;
import arenad.workspace.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(description = "the one formatting; keeps comments")
final class Fmt extends Command {
  @Parameters(arity = "0..*", paramLabel = "PATH", description = "project, folder or files")
  List<String> paths = List.of();

  @Option(names = "--check", description = "change nothing; only say what is not formatted")
  boolean check;

  /// What became of one file.
  private enum Outcome {
    SAME,
    DIFFERENT,
    NOT_TEXT
  }

  @Override
  Place place() {
    return Place.CLIENT;
  }

  @Override
  @Nullable Target target(Path cwd) {
    return null;
  }

  @Override
  Ending run(Invocation invocation) throws UsageError, IOException {
    boolean fine = true;
    for (Path file : files(invocation.cwd())) {
      Outcome outcome = format(file);
      fine &= outcome == Outcome.SAME || outcome == Outcome.DIFFERENT && !check;
      report(invocation, shown(invocation.cwd(), file), outcome);
    }
    return fine ? Ending.FINE : Ending.ERRORS;
  }

  private List<Path> files(Path cwd) throws UsageError, IOException {
    List<Path> files = new ArrayList<>();
    for (String written : paths.isEmpty() ? List.of(".") : paths) {
      Path path = cwd.resolve(written).normalize();
      if (Files.isDirectory(path)) {
        files.addAll(below(path));
      } else if (!Files.exists(path)) {
        throw new UsageError("`" + written + "` does not exist");
      } else if (!path.toString().endsWith(SourceFile.EXTENSION)) {
        throw new UsageError(
            "`"
                + written
                + "` is neither a folder nor a file that ends in "
                + SourceFile.EXTENSION);
      } else {
        files.add(path);
      }
    }
    return files;
  }

  /// The source files below a folder, those in hidden folders left out, sorted.
  private static List<Path> below(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(file -> file.toString().endsWith(SourceFile.EXTENSION))
          .filter(file -> !isHidden(folder.relativize(file)) && Files.isRegularFile(file))
          .sorted()
          .toList();
    }
  }

  private static boolean isHidden(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private Outcome format(Path file) throws IOException {
    SourceText text = SourceText.of(Files.readAllBytes(file));
    if (text.firstMalformed() >= 0) {
      return Outcome.NOT_TEXT;
    }
    byte[] formatted = SourceText.of(Formatting.of(Parsed.of("", text))).bytes();
    if (Arrays.equals(formatted, text.bytes())) {
      return Outcome.SAME;
    }
    if (!check) {
      replace(file, formatted);
    }
    return Outcome.DIFFERENT;
  }

  /// As a whole, so that a file is never half written; through links, and with the rights it had.
  private static void replace(Path file, byte[] bytes) throws IOException {
    Path real = file.toRealPath();
    Path draft = Files.createTempFile(real.resolveSibling(""), ".", ".fmt");
    try {
      Files.write(draft, bytes);
      Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(real));
      Files.move(draft, real, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private void report(Invocation invocation, String file, Outcome outcome) {
    if (outcome == Outcome.NOT_TEXT) {
      invocation.console().errLine("arenad: `" + file + "` is not UTF-8 and was left alone");
    } else if (options.json) {
      invocation
          .console()
          .out(
              Json.line(Json.object().put("file", file).put("formatted", outcome == Outcome.SAME)));
    } else if (outcome == Outcome.DIFFERENT && !options.quiet) {
      invocation.console().outLine((check ? "not formatted: " : "formatted: ") + file);
    }
  }

  private static String shown(Path cwd, Path file) {
    return file.startsWith(cwd) ? cwd.relativize(file).toString() : file.toString();
  }
}
