package arenad.cli;

import arenad.incremental.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(description = "makes one runnable jar")
final class Build extends Command {
  @Parameters(index = "0", arity = "0..1", paramLabel = "PATH", description = "project or file")
  @Nullable String path;

  @Option(
      names = "--production",
      description = "link directly (which every build does that is not for hot reload)")
  boolean production;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE.jar",
      description = "the jar; NAME.jar in the project's folder if left out")
  @Nullable String output;

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
    try (Job job = Job.of(invocation, target, options)) {
      Snapshot snapshot = job.settle();
      Built built = Built.of(job, snapshot, true);
      if (built == null) {
        job.stats(snapshot);
        return Ending.ERRORS;
      }
      Path jar = jar(invocation, target, snapshot);
      built.writeTo(jar);
      job.report().remark("built " + shown(invocation.cwd(), jar));
      job.stats(snapshot);
      return Ending.FINE;
    }
  }

  private Path jar(Invocation invocation, Target target, Snapshot snapshot) {
    if (output != null) {
      return invocation.cwd().resolve(output);
    }
    return target.loose()
        ? invocation.cwd().resolve(snapshot.project().name() + ".jar")
        : target.addresses().root().resolve(snapshot.project().name() + ".jar");
  }

  private static String shown(Path cwd, Path file) {
    return file.startsWith(cwd) ? cwd.relativize(file).toString() : file.toString();
  }
}
