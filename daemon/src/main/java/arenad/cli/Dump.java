package arenad.cli;

import arenad.incremental.Dump.Phase;
import arenad.incremental.Emission;
import arenad.incremental.Snapshot;
import arenad.jvm.listing.BytecodeListing;
import arenad.symbol.SymbolId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(description = "the printed form of a phase")
final class Dump extends Command {
  private static final List<String> PHASES =
      List.of("tokens", "tree", "outline", "typed", "contract", "ir", "bytecode");

  @Parameters(
      index = "0",
      paramLabel = "PHASE",
      description = "tokens, tree, outline, typed, contract, ir or bytecode")
  String phase = "";

  @Parameters(index = "1", paramLabel = "FILE[:SYMBOL]", description = "what to print")
  String subject = "";

  @Override
  Place place() {
    return Place.DAEMON;
  }

  @Override
  Target target(Path cwd) throws UsageError {
    if (!PHASES.contains(phase)) {
      throw new UsageError(
          "there is no phase `" + phase + "`; type one of " + String.join(", ", PHASES));
    }
    Target target = Target.of(cwd, FileAndSymbol.of(cwd, subject).file());
    if (target.file() == null) {
      throw new UsageError("`" + subject + "` is no file; type `arenad dump " + phase + " FILE`");
    }
    return target;
  }

  @Override
  Ending run(Invocation invocation) throws UsageError, IOException {
    Target target = target(invocation.cwd());
    try (Job job = Job.of(invocation, target, options)) {
      Snapshot snapshot = job.settle();
      String path = job.pathOfFile();
      SymbolId symbol = FileAndSymbol.of(invocation.cwd(), subject).in(snapshot, path);
      String text = text(job, snapshot, path, symbol);
      if (options.json) {
        job.report()
            .text(Json.line(Json.object().put("phase", phase).put("file", path).put("text", text)));
      } else {
        job.report().text(text);
      }
      job.stats(snapshot);
      return Ending.FINE;
    }
  }

  private String text(Job job, Snapshot snapshot, String path, @Nullable SymbolId symbol)
      throws UsageError {
    Phase named = Phase.named(phase);
    if (named != null) {
      return arenad.incremental.Dump.of(named, snapshot, path, symbol);
    }
    return phase.equals("contract")
        ? ContractCommand.text(snapshot, path, symbol, true)
        : bytecode(job, snapshot, path, symbol);
  }

  private static String bytecode(Job job, Snapshot snapshot, String path, @Nullable SymbolId symbol)
      throws UsageError {
    String module = snapshot.sources().project().moduleOf(path);
    byte[] bytes = module == null ? null : Emission.bytes(snapshot, module, job.work());
    if (bytes == null) {
      throw new UsageError("`" + path + "` has errors, so there is no bytecode of it");
    }
    return symbol == null
        ? BytecodeListing.of(bytes)
        : BytecodeListing.of(bytes, Emission.methodOf(snapshot, path, symbol)::equals);
  }
}
