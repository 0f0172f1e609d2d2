package arenad.cli;

import arenad.daemon.Daemons;
import arenad.incremental.Snapshot;
import arenad.workspace.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    description = "builds what changed and runs `main`",
    footer =
        "The program's arguments stand behind `--`. Its exit status is the command's; 101 after a"
            + " panic or a trap of --checked.")
final class Run extends Command {
  @Parameters(index = "0", arity = "0..1", paramLabel = "PATH", description = "project or file")
  @Nullable String path;

  @Option(names = "--hot", description = "not supported yet")
  boolean hot;

  @Option(
      names = "--checked",
      description = "stops at every touch of memory that has ended; slow, it tests the compiler")
  boolean checked;

  @Option(
      names = "--memory-report",
      paramLabel = "FILE",
      description = "writes a page that shows arenas and regions over time")
  @Nullable String memoryReport;

  /// What stands behind `--`.
  List<String> programArguments = List.of();

  /// What the JVM must open for the runtime stands in the manifest of the jar; on the command line it would make the start slower.
  /// There is next to nothing to collect, so the collector that starts fastest. Walks over trees are a fifth faster with one more
  /// level of a recursive function inlined than the JVM does by itself; more levels make them slower again.
  private static final List<String> JVM_FLAGS =
      List.of("-XX:+UseSerialGC", "-Xshare:auto", "-XX:MaxRecursiveInlineLevel=2");

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
    if (hot) {
      throw new UsageError("`--hot` is not supported yet; type `arenad run` without it");
    }
    Path report =
        memoryReport == null ? null : ReportFile.of(invocation.cwd().resolve(memoryReport));
    try (Job job = Job.of(invocation, target, options)) {
      job.leaveOutputAlone();
      Snapshot snapshot = job.settle();
      Built built = Built.of(job, snapshot, true);
      if (built == null) {
        job.stats(snapshot);
        return Ending.ERRORS;
      }
      Built moded = checked ? built.checked() : built;
      moded = report == null ? moded : moded.recorded();
      Path jar = moded.writeInto(target.addresses().cacheFolder());
      job.stats(snapshot);
      return new Ending.Become(command(jar, report, snapshot.project()), Map.of());
    }
  }

  private List<String> command(Path jar, @Nullable Path report, Project project) {
    List<String> command = new ArrayList<>(List.of(Daemons.java()));
    if (report != null) {
      command.addAll(ReportFile.properties(report, project, options));
    }
    command.addAll(JVM_FLAGS);
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(programArguments);
    return command;
  }
}
