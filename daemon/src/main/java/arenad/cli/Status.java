package arenad.cli;

import arenad.daemon.Addresses;
import arenad.daemon.Daemon;
import arenad.daemon.Host;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(description = "the daemon: alive, memory, cache size, clients")
final class Status extends Command {
  @Parameters(index = "0", arity = "0..1", paramLabel = "PATH", description = "project or file")
  @Nullable String path;

  @Override
  Place place() {
    return Place.DAEMON_IF_RUNNING;
  }

  @Override
  Target target(Path cwd) throws UsageError {
    return Workspaces.target(cwd, path);
  }

  @Override
  Ending run(Invocation invocation) throws UsageError, IOException {
    Daemon daemon = invocation.daemon();
    if (daemon == null) {
      notRunning(invocation);
    } else {
      running(invocation, daemon);
    }
    return Ending.FINE;
  }

  private void notRunning(Invocation invocation) throws UsageError, IOException {
    Target target = target(invocation.cwd());
    long cache = size(target.addresses().cacheFolder());
    if (options.json) {
      invocation
          .console()
          .out(Json.line(Json.object().put("running", false).put("cacheBytes", cache)));
    } else {
      invocation.console().outLine("daemon:   not running");
      invocation.console().outLine("cache:    " + megabytes(cache));
    }
  }

  private void running(Invocation invocation, Daemon daemon) {
    Host host = daemon.host();
    Addresses addresses = host.addresses();
    Runtime runtime = Runtime.getRuntime();
    long heap = runtime.totalMemory() - runtime.freeMemory();
    long millis = ManagementFactory.getRuntimeMXBean().getUptime();
    if (options.json) {
      ObjectNode object = Json.object();
      object.put("running", true);
      object.put("pid", ProcessHandle.current().pid());
      object.put("workspace", addresses.root().toString());
      object.put("uptimeMillis", millis);
      object.put("heapBytes", heap);
      object.put("cacheBytes", host.cacheSize());
      object.put("cachePersistent", host.isPersistent());
      object.put("clients", daemon.clients() - 1);
      object.put("version", Version.line());
      invocation.console().out(Json.line(object));
      return;
    }
    Console console = invocation.console();
    console.outLine("daemon:   running, process " + ProcessHandle.current().pid());
    console.outLine("version:  " + Version.line());
    console.outLine("project:  " + addresses.root());
    console.outLine("up:       " + millis / 1000 + " s");
    console.outLine("memory:   " + megabytes(heap));
    console.outLine(
        "cache:    " + megabytes(host.cacheSize()) + (host.isPersistent() ? "" : " (in memory)"));
    // This command is a client, too, and not the one that is meant.
    console.outLine("clients:  " + (daemon.clients() - 1));
  }

  private static String megabytes(long bytes) {
    return "%.1f MB".formatted(bytes / 1e6);
  }

  private static long size(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.mapToLong(Status::sizeOf).sum();
    }
  }

  private static long sizeOf(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (IOException gone) {
      return 0;
    }
  }
}
