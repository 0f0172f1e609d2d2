package arenad.cli;

import arenad.daemon.Daemons;
import arenad.incremental.Emission;
import arenad.incremental.Snapshot;
import arenad.jvm.link.TestList;
import arenad.store.Hash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(description = "runs the `test \"...\" => { }` blocks, one line each")
final class Test extends Command {
  @Parameters(index = "0", arity = "0..1", paramLabel = "PATH", description = "project or file")
  @Nullable String path;

  @Option(
      names = "--filter",
      paramLabel = "TEXT",
      description = "only tests whose name (`module: title`) contains it")
  String filter = "";

  @Option(
      names = "--checked",
      description = "stops at every touch of memory that has ended; slow, it tests the compiler")
  boolean checked;

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
      job.leaveOutputAlone();
      Snapshot snapshot = job.settle();
      Built built = Built.of(job, snapshot, false);
      if (built == null) {
        job.stats(snapshot);
        return Ending.ERRORS;
      }
      Path folder = target.addresses().cacheFolder();
      Path jar = (checked ? built.checked() : built).writeInto(folder);
      String only = target.filePath(job.analysis());
      Path list = list(folder.resolve("out"), TestList.of(Emission.code(snapshot, only), filter));
      job.stats(snapshot);
      return new Ending.Become(command(jar, list, snapshot), Map.of());
    }
  }

  /// Writes the list under a name that stands for its content, so that two runs do not disturb each other.
  private static Path list(Path folder, String text) throws IOException {
    Path list = folder.resolve(Hash.of(text.getBytes(StandardCharsets.UTF_8)) + ".tests");
    Files.writeString(list, text);
    Products.tidy(folder, list);
    return list;
  }

  private static List<String> command(Path jar, Path list, Snapshot snapshot) {
    List<String> command = new ArrayList<>(List.of(Daemons.java()));
    command.addAll(Daemons.JVM_FLAGS);
    command.addAll(List.of("-XX:+UseSerialGC", "-Xshare:auto"));
    command.addAll(List.of("-cp", jar.toString(), "arenad.launch.Tests", list.toString()));
    String source = snapshot.project().source();
    if (!source.isEmpty()) {
      command.add(source + "/");
    }
    return command;
  }
}
