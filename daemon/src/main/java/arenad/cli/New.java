package arenad.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(description = "makes a project that builds, runs and tests")
final class New extends Command {
  private static final Pattern ODD = Pattern.compile("[^\\p{L}\\p{N}._-]");

  private static final String MAIN =
      """
      // Greets whoever is named.
      greeting(name: String, into: Arena): String => {
        return f"Hello, {name}!".clone(into);
      }

      main(): void => {
        let arena = Arena.newRoot();
        defer arena.free();
        print(f"{greeting("world", arena)}\\n");
      }

      test "a greeting names who is greeted" => {
        let arena = Arena.newRoot();
        defer arena.free();
        assert(greeting("Arena", arena) == "Hello, Arena!");
      }
      """;

  @Parameters(index = "0", paramLabel = "DIR", description = "the folder, which is made if need be")
  String folder = "";

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
    Path root = invocation.cwd().resolve(folder).normalize();
    if (Files.exists(root) && !isEmptyFolder(root)) {
      throw new UsageError("`" + folder + "` exists and is not empty; name a new folder");
    }
    Path name = root.getFileName();
    String project = name == null ? "project" : ODD.matcher(name.toString()).replaceAll("-");
    Files.createDirectories(root.resolve("src"));
    Files.writeString(root.resolve("arena.toml"), projectFile(project));
    Files.writeString(root.resolve("src/main.arena"), MAIN);
    Files.writeString(root.resolve(".gitignore"), ".arenad/\n*.jar\n");
    if (options.json) {
      invocation.console().out(Json.line(Json.object().put("created", folder)));
    } else if (!options.quiet) {
      invocation.console().outLine("made `" + folder + "`; type `arenad run " + folder + "`");
    }
    return Ending.FINE;
  }

  private static String projectFile(String name) {
    return """
    [project]
    name = "%s"
    version = "0.1.0"
    source = "src"
    main = "main"
    """
        .formatted(name);
  }

  private static boolean isEmptyFolder(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries.findAny().isEmpty();
    }
  }
}
