package arenad.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(description = "the one formatting (not supported yet)")
final class Fmt extends Command {
  @Parameters(arity = "0..*", paramLabel = "PATH", description = "project or files")
  List<String> paths = List.of();

  @Option(names = "--check", description = "only say what is not formatted")
  boolean check;

  @Override
  Place place() {
    return Place.CLIENT;
  }

  @Override
  Ending run(Invocation invocation) throws UsageError {
    throw new UsageError("`fmt` is not supported yet; " + Unsupported.SEE);
  }

  @Override
  @org.jspecify.annotations.Nullable
  Target target(Path cwd) {
    return null;
  }
}
