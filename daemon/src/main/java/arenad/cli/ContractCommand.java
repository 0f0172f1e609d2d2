package arenad.cli;

import arenad.incremental.Snapshot;
import arenad.lifetime.ContractText;
import arenad.symbol.SymbolId;
import arenad.symbol.SymbolId.Kind;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
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
  boolean inFull;

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
      List<SymbolId> functions = functions(snapshot, path, symbol);
      if (options.json) {
        for (SymbolId each : functions) {
          ContractText contract = snapshot.contractText(each);
          if (contract != null) {
            job.report().text(Json.line(json(each, job.shown(path), contract)));
          }
        }
      } else {
        job.report().text(text(snapshot, functions, inFull));
      }
      job.stats(snapshot);
      List<SymbolId> broken =
          functions.stream().filter(each -> snapshot.contractText(each) == null).toList();
      broken.forEach(
          each ->
              job.report().remark("`" + each.name() + "` has errors; `arenad check` says which"));
      return broken.isEmpty() ? Ending.FINE : Ending.ERRORS;
    }
  }

  /// The contracts of a file or of one of its functions, a blank line between two; functions with
  /// errors have none.
  static String text(Snapshot snapshot, String path, @Nullable SymbolId symbol, boolean inFull) {
    return text(snapshot, functions(snapshot, path, symbol), inFull);
  }

  private static String text(Snapshot snapshot, List<SymbolId> functions, boolean inFull) {
    return functions.stream()
        .map(snapshot::contractText)
        .filter(Objects::nonNull)
        .map(contract -> String.join("\n", contract.lines(inFull)) + "\n")
        .collect(Collectors.joining("\n"));
  }

  /// The functions and methods that are meant, in the order of the source.
  private static List<SymbolId> functions(
      Snapshot snapshot, String path, @Nullable SymbolId symbol) {
    return snapshot.symbols(path).stream()
        .filter(each -> symbol == null || symbol.equals(each))
        .filter(each -> each.kind() == Kind.FUNCTION || each.kind() == Kind.METHOD)
        .toList();
  }

  private static ObjectNode json(SymbolId symbol, String file, ContractText contract) {
    ObjectNode object = Json.object();
    object.put("symbol", symbol.name());
    object.put("file", file);
    object.put("signature", contract.signature());
    object.set("requires", Json.array(contract.requires()));
    object.set("returns", Json.array(contract.returns()));
    object.set("frees", Json.array(contract.frees()));
    object.put("fresh", contract.fresh());
    return object;
  }
}
