package arenad.daemon;

import java.io.File;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finding the daemon of a workspace, and starting it.
public final class Daemons {
  private static final long PATIENCE_NANOS = 60_000_000_000L;
  private static final long LARGEST_LOG = 1 << 20;

  /// What every JVM of ours needs: Unsafe for the runtime, the selector for Xodus, malloc and mmap.
  public static final List<String> JVM_FLAGS =
      List.of(
          "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
          "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
          "--enable-native-access=ALL-UNNAMED");

  private static final List<String> DAEMON_FLAGS =
      List.of("-XX:+UseG1GC", "-XX:+UseCompactObjectHeaders", "-Xms64m");

  private Daemons() {}

  /// A connection to the daemon, if one is running.
  public static @Nullable Connection find(Addresses addresses) {
    Path socket = addresses.socket();
    try {
      if (!Files.exists(socket)
          || !Files.getOwner(addresses.runtimeFolder(), LinkOption.NOFOLLOW_LINKS)
              .equals(Addresses.user())) {
        return null;
      }
      SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
      try {
        channel.connect(UnixDomainSocketAddress.of(socket));
        return new Connection(channel);
      } catch (IOException dead) {
        channel.close();
        return null;
      }
    } catch (IOException noSuchFolder) {
      return null;
    }
  }

  /// A connection to the daemon, which is started if none is running.
  ///
  /// @throws IOException when it does not come up; the message says where its log is
  public static Connection findOrStart(Addresses addresses) throws IOException {
    Connection running = find(addresses);
    if (running != null) {
      return running;
    }
    Process process = start(addresses);
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() < deadline) {
      Connection connection = find(addresses);
      if (connection != null) {
        return connection;
      }
      // A daemon that finds another one at work ends with 0, and that other one is about to answer.
      if (!process.isAlive() && process.exitValue() != 0) {
        break;
      }
      pause(5);
    }
    throw new IOException("the daemon does not start; its log is " + addresses.log());
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException nobodyInterruptsUs) {
      throw new IllegalStateException(nobodyInterruptsUs);
    }
  }

  /// The java of this process.
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static Process start(Addresses addresses) throws IOException {
    Files.createDirectories(addresses.cacheFolder());
    List<String> command = new ArrayList<>();
    // The daemon must outlive the terminal and its Ctrl-C: a session of its own where there is
    // `setsid`, and in any case deaf to these signals, which a JVM leaves as it finds them.
    command.addAll(
        List.of(
            "/bin/sh",
            "-c",
            "trap '' INT HUP; if command -v setsid > /dev/null; then exec setsid \"$@\"; fi; exec"
                + " \"$@\"",
            "sh"));
    command.add(java());
    command.addAll(JVM_FLAGS);
    command.addAll(DAEMON_FLAGS);
    command.addAll(installationFlags());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "arenad.cli.Main"));
    command.add("--serve");
    command.add(addresses.root().toString());
    return new ProcessBuilder(command)
        .directory(new File("/"))
        .redirectInput(new File("/dev/null"))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log(addresses)))
        .start();
  }

  /// Where we are installed, and the cache of linked classes that `bin/train` has made there; a JVM
  /// that it does not fit does without and says nothing. In training the daemon writes one as it ends.
  private static List<String> installationFlags() {
    String home = System.getProperty("arenad.home");
    if (home == null) {
      return List.of();
    }
    List<String> flags = new ArrayList<>(List.of("-Darenad.home=" + home));
    String training = System.getenv("ARENAD_TRAIN");
    Path cache = Path.of(home, "lib", "arenad.aot");
    if (training != null) {
      flags.add("-XX:AOTCacheOutput=" + training);
    } else if (Files.exists(cache)) {
      flags.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off"));
    }
    return flags;
  }

  private static File log(Addresses addresses) throws IOException {
    Path log = addresses.log();
    if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
      Files.move(
          log,
          log.resolveSibling(log.getFileName() + ".1"),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
    return log.toFile();
  }

  /// Sends the first line of a connection.
  public static void greet(Connection connection, String greeting) throws IOException {
    connection.out().write((greeting + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
