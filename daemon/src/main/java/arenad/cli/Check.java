package arenad.cli;

import arenad.incremental.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(description = "elaborates and reports what is wrong; builds nothing")
final class Check extends Command {
  @Parameters(index = "0", arity = "0..1", paramLabel = "PATH", description = "project or file")
  @Nullable String path;

  @Option(
      names = "--wait",
      description = "answer only when everything saved before is accounted for (it always is)")
  boolean wait;

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
    try (Job job = Job.of(invocation, target(invocation.cwd()), options)) {
      Snapshot snapshot = job.settle();
      Findings findings = job.findings(snapshot);
      job.findings(findings);
      job.stats(snapshot);
      return findings.hasErrors() ? Ending.ERRORS : Ending.FINE;
    }
  }
}
