package arenad.cli;

import arenad.incremental.Dependencies;
import arenad.incremental.Snapshot;
import arenad.symbol.SymbolId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(description = "what a symbol depends on and what depends on it")
final class Graph extends Command {
  @Parameters(
      index = "0",
      paramLabel = "SYMBOL",
      description = "`sum`, `Vec3.length` or, with its module, `geometry.vec.Vec3.length`")
  String name = "";

  @Override
  Place place() {
    return Place.DAEMON;
  }

  @Override
  Target target(Path cwd) throws UsageError {
    return Target.of(cwd, null);
  }

  @Override
  Ending run(Invocation invocation) throws UsageError, IOException {
    try (Job job = Job.of(invocation, target(invocation.cwd()), options)) {
      Snapshot snapshot = job.settle();
      List<SymbolId> found = new ArrayList<>();
      for (String path : snapshot.paths()) {
        for (SymbolId symbol : snapshot.symbols(path)) {
          if (symbol.qualifiedName().equals(name) || symbol.name().equals(name)) {
            found.add(symbol);
          }
        }
      }
      if (found.isEmpty()) {
        throw new UsageError("there is no symbol `" + name + "`; type its name as `module.name`");
      }
      found.forEach(symbol -> say(job, snapshot, symbol));
      job.stats(snapshot);
      return Ending.FINE;
    }
  }

  private void say(Job job, Snapshot snapshot, SymbolId symbol) {
    Dependencies dependencies = new Dependencies(snapshot);
    Collection<SymbolId> used = dependencies.usedBy(symbol);
    Collection<SymbolId> users = dependencies.usersOf(symbol);
    if (options.json) {
      ObjectNode object = Json.object();
      object.put("symbol", symbol.qualifiedName());
      object.set("uses", Json.array(names(used)));
      object.set("usedBy", Json.array(names(users)));
      job.report().text(Json.line(object));
      return;
    }
    job.report().text(symbol.qualifiedName() + "\n");
    names(used).forEach(each -> job.report().text("  uses    " + each + "\n"));
    names(users).forEach(each -> job.report().text("  used by " + each + "\n"));
  }

  private static List<String> names(Collection<SymbolId> symbols) {
    return symbols.stream().map(SymbolId::qualifiedName).toList();
  }
}
