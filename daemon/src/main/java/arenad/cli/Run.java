package arenad.cli;

import arenad.daemon.Daemons;
import arenad.incremental.Snapshot;
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

  @Option(names = "--memory-report", paramLabel = "FILE", description = "not supported yet")
  @Nullable String memoryReport;

  /// What stands behind `--`.
  List<String> programArguments = List.of();

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
    if (hot || memoryReport != null) {
      String flag = hot ? "--hot" : "--memory-report";
      throw new UsageError("`" + flag + "` is not supported yet; type `arenad run` without it");
    }
    try (Job job = Job.of(invocation, target, options)) {
      job.leaveOutputAlone();
      Snapshot snapshot = job.settle();
      Built built = Built.of(job, snapshot, true);
      if (built == null) {
        job.stats(snapshot);
        return Ending.ERRORS;
      }
      Path jar = (checked ? built.checked() : built).writeInto(target.addresses().cacheFolder());
      job.stats(snapshot);
      return new Ending.Become(command(jar), Map.of());
    }
  }

  private List<String> command(Path jar) {
    List<String> command = new ArrayList<>(List.of(Daemons.java()));
    command.addAll(Daemons.JVM_FLAGS);
    command.addAll(List.of("-XX:+UseSerialGC", "-Xshare:auto", "-jar", jar.toString()));
    command.addAll(programArguments);
    return command;
  }
}
