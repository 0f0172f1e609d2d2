package arenad.cli;

import arenad.daemon.Analysis;
import arenad.daemon.Host;
import arenad.incremental.Counters;
import arenad.incremental.Snapshot;
import arenad.incremental.Work;
import arenad.trace.ChromeTrace;
import arenad.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What the commands that analyse something have in common: the analysis, the report, the counts and
/// the trace of one run.
final class Job implements AutoCloseable {
  private final Invocation invocation;
  private final Target target;
  private final Options options;
  private final Host host;
  private final Analysis analysis;
  private final @Nullable ChromeTrace trace;
  private final Counters counters = new Counters();
  private final long start = System.nanoTime();
  private Report report;

  private Job(Invocation invocation, Target target, Options options) {
    this.invocation = invocation;
    this.target = target;
    this.options = options;
    this.trace = options.trace == null ? null : new ChromeTrace();
    this.host = invocation.hosts().of(target.addresses());
    this.analysis = target.analysis(host);
    this.report = Report.toOutput(invocation, options);
  }

  static Job of(Invocation invocation, Target target, Options options) {
    return new Job(invocation, target, options);
  }

  /// From now on everything of ours goes to standard error, since standard output is the program's.
  void leaveOutputAlone() {
    report = Report.toError(invocation, options);
  }

  Host host() {
    return host;
  }

  Analysis analysis() {
    return analysis;
  }

  Report report() {
    return report;
  }

  Invocation invocation() {
    return invocation;
  }

  /// The snapshot of everything that was saved before the command.
  Snapshot settle() {
    Snapshot snapshot = analysis.settle(invocation.cancellation(), tracing());
    counters.add(analysis.takeCounters());
    return snapshot;
  }

  /// What further work of this run reports to.
  Work work() {
    return new Work(invocation.cancellation(), counters, tracing());
  }

  private Trace tracing() {
    return trace == null ? Trace.none() : trace;
  }

  /// What is wrong with what the command is about.
  Findings findings(Snapshot snapshot) {
    return Findings.of(snapshot, target.filePath(analysis), target, this::shown);
  }

  /// Reports what is wrong.
  void findings(Findings findings) {
    report.findings(findings);
  }

  /// What a file is called in the output: relative to the project, or as it was given.
  String shown(String path) {
    if (!target.loose()) {
      return path;
    }
    Path folder = Path.of(target.written()).getParent();
    return folder == null ? path : folder.resolve(path).toString();
  }

  /// The path that the snapshot knows the single file by.
  ///
  /// @throws UsageError when the command is about a whole project
  String pathOfFile() throws UsageError {
    String path = target.filePath(analysis);
    if (path == null) {
      throw new UsageError("`" + target.written() + "` is no module; name a single file");
    }
    return path;
  }

  /// What is wrong with the whole program.
  Findings allFindings(Snapshot snapshot) {
    return Findings.of(snapshot, null, target, this::shown);
  }

  /// The last line, if it was asked for.
  void stats(Snapshot snapshot) {
    if (options.stats) {
      report.stats(snapshot, counters, (System.nanoTime() - start) / 1_000_000);
    }
  }

  @Override
  public void close() throws IOException {
    if (trace != null && options.trace != null) {
      Path file = invocation.cwd().resolve(options.trace);
      Files.writeString(file, trace.toJson());
    }
  }
}
