package arenad.cli;

import arenad.daemon.Analysis;
import arenad.daemon.Lineage;
import arenad.daemon.Lineage.Step;
import arenad.incremental.Snapshot;
import arenad.symbol.SymbolId;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    description = "on every change: what was re-elaborated, how long it took, what is wrong now")
final class Watch extends Command {
  /// How many names a line shows; the rest is a number.
  private static final int NAMES = 8;

  private static final long BETWEEN_LOOKS_MILLIS = 200;

  @Parameters(index = "0", arity = "0..1", paramLabel = "PATH", description = "project or file")
  @Nullable String path;

  @Option(names = "--run", description = "not supported yet")
  boolean run;

  @Option(names = "--hot", description = "not supported yet")
  boolean hot;

  @Override
  Place place() {
    return Place.DAEMON;
  }

  @Override
  Target target(Path cwd) throws UsageError {
    return Target.of(cwd, path);
  }

  @Override
  Ending run(Invocation invocation) throws UsageError, IOException {
    Target target = target(invocation.cwd());
    if (run || hot) {
      throw new UsageError("`watch --run` is not supported yet; type `arenad watch` without it");
    }
    try (Job job = Job.of(invocation, target, options)) {
      watch(job);
      return new Ending.Exit(130);
    }
  }

  private void watch(Job job) {
    Analysis analysis = job.analysis();
    Lineage base = analysis.base();
    BlockingQueue<Step> steps = new LinkedBlockingQueue<>();
    Consumer<Step> listener = steps::add;
    base.listen(listener);
    try (Analysis.Interest _ = analysis.watch()) {
      Snapshot first = job.settle();
      steps.clear();
      begin(job, first);
      while (!job.invocation().cancellation().isCancelled()) {
        Step step = next(steps, analysis, job);
        if (step != null && !step.changed().isEmpty()) {
          tell(job, step);
        }
      }
    } finally {
      base.unlisten(listener);
    }
  }

  /// In the daemon its observer looks at the disk; in a process of our own nobody else does.
  private static @Nullable Step next(BlockingQueue<Step> steps, Analysis analysis, Job job) {
    try {
      Step step = steps.poll(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
      if (step == null && job.invocation().daemon() == null) {
        analysis.settle(job.invocation().cancellation(), arenad.trace.Trace.none());
      }
      return step;
    } catch (InterruptedException nobodyInterruptsUs) {
      throw new IllegalStateException(nobodyInterruptsUs);
    }
  }

  private void begin(Job job, Snapshot snapshot) {
    Findings findings = job.findings(snapshot);
    if (options.json) {
      ObjectNode object = event("start", snapshot, findings);
      job.report().text(Json.line(object));
      return;
    }
    job.report()
        .text(
            "watching %s (%d files, %d symbols)%n"
                .formatted(
                    snapshot.project().name(), snapshot.paths().size(), snapshot.symbolCount()));
    wrong(job, findings);
  }

  private void tell(Job job, Step step) {
    Findings findings = job.findings(step.snapshot());
    List<String> names =
        step.counters().elaborated().stream()
            .filter(step.snapshot()::exists)
            .map(SymbolId::qualifiedName)
            .toList();
    if (options.json) {
      ObjectNode object = event("change", step.snapshot(), findings);
      object.set("changed", Json.array(step.changed()));
      object.set("elaborated", Json.array(names));
      object.put("millis", step.millis());
      job.report().text(Json.line(object));
      return;
    }
    job.report()
        .text(
            "%n%s: elaborated %s in %d ms%n"
                .formatted(String.join(", ", step.changed()), listed(names), step.millis()));
    wrong(job, findings);
  }

  private static ObjectNode event(String event, Snapshot snapshot, Findings findings) {
    ObjectNode object = Json.object();
    object.put("event", event);
    object.put("files", snapshot.paths().size());
    object.put("symbols", snapshot.symbolCount());
    object.put("errors", findings.errors());
    object.put("warnings", findings.warnings());
    ArrayNode all = object.putArray("diagnostics");
    findings.diagnostics().forEach(each -> all.add(Json.diagnostic(each)));
    return object;
  }

  private static void wrong(Job job, Findings findings) {
    job.findings(findings);
    if (findings.diagnostics().isEmpty()) {
      job.report().text("no errors\n");
    }
  }

  private static String listed(List<String> names) {
    if (names.isEmpty()) {
      return "nothing";
    }
    String shown = String.join(", ", names.subList(0, Math.min(NAMES, names.size())));
    int more = names.size() - NAMES;
    return names.size() + " (" + shown + (more > 0 ? " and " + more + " more" : "") + ")";
  }
}
