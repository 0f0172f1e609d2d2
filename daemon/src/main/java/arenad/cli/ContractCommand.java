package arenad.cli;

import arenad.incremental.Snapshot;
import arenad.symbol.SymbolId;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    name = "contract",
    description = "the inferred lifetime contracts, as hover shows them")
final class ContractCommand extends Command {
  @Parameters(index = "0", paramLabel = "FILE[:FUNCTION]", description = "what to show")
  String subject = "";

  @Option(names = "--long", description = "also what a contract does not relate")
  boolean all;

  @Override
  Place place() {
    return Place.DAEMON;
  }

  @Override
  Target target(Path cwd) throws UsageError {
    return Target.of(cwd, FileAndSymbol.of(cwd, subject).file());
  }

  @Override
  Ending run(Invocation invocation) throws UsageError, IOException {
    Target target = target(invocation.cwd());
    try (Job job = Job.of(invocation, target, options)) {
      Snapshot snapshot = job.settle();
      String path = job.pathOfFile();
      SymbolId symbol = FileAndSymbol.of(invocation.cwd(), subject).in(snapshot, path);
      job.report().text(text(snapshot, path, symbol, all));
      return Ending.FINE;
    }
  }

  static String text(Snapshot snapshot, String path, @Nullable SymbolId symbol, boolean all)
      throws UsageError {
    throw new UsageError("not there yet");
  }
}
