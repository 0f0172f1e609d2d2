package arenad.daemon;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the daemon of a workspace is to be found, and where its files lie.
///
/// The socket is `$XDG_RUNTIME_DIR/arenad/HASH/socket` (or below `/tmp/arenad-UID`), HASH being the first 16
/// hexadecimal digits of the SHA-256 of the workspace's real path; the thin client computes the same.
/// Every folder on the way is its user's alone.
public final class Addresses {
  private static final int HASH_DIGITS = 16;

  private final Path root;
  private final boolean project;
  private final Map<String, String> environment;

  private Addresses(Path root, boolean project, Map<String, String> environment) {
    this.root = root;
    this.project = project;
    this.environment = environment;
  }

  /// @param root the workspace's folder, without symbolic links
  /// @param project whether it has an `arena.toml`
  public static Addresses of(Path root, boolean project) {
    return of(root, project, System.getenv());
  }

  static Addresses of(Path root, boolean project, Map<String, String> environment) {
    return new Addresses(root, project, environment);
  }

  public Path root() {
    return root;
  }

  public boolean isProject() {
    return project;
  }

  /// The folder of the socket and of the lock that makes two daemons impossible.
  public Path runtimeFolder() {
    return runtimeRoot().resolve("arenad").resolve(hash());
  }

  public Path socket() {
    return runtimeFolder().resolve("socket");
  }

  public Path lock() {
    return runtimeFolder().resolve("lock");
  }

  /// The folder of the cache, of build products and of the log.
  public Path cacheFolder() {
    if (project) {
      return root.resolve(".arenad");
    }
    String cache = environment.get("XDG_CACHE_HOME");
    Path folder =
        cache == null || cache.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(cache);
    return folder.resolve("arenad").resolve(hash());
  }

  public Path log() {
    return cacheFolder().resolve("daemon.log");
  }

  private Path runtimeRoot() {
    String runtime = environment.get("XDG_RUNTIME_DIR");
    return runtime == null || runtime.isEmpty()
        ? Path.of("/tmp", "arenad-" + userNumber())
        : Path.of(runtime);
  }

  /// Makes the runtime folder, or refuses one that somebody else could enter.
  ///
  /// @throws IOException when it cannot be made or is not ours alone
  void makeRuntimeFolder() throws IOException {
    Path folder = runtimeFolder();
    for (Path each : new Path[] {runtimeRoot(), folder.getParent(), folder}) {
      if (!Files.exists(each, LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectory(
            each,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
    }
    if (!Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(user())) {
      throw new IOException(folder + " belongs to another user");
    }
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  /// The user of this process.
  static UserPrincipal user() throws IOException {
    Path process = Path.of("/proc/self");
    return Files.exists(process)
        ? Files.getOwner(process)
        : process
            .getFileSystem()
            .getUserPrincipalLookupService()
            .lookupPrincipalByName(System.getProperty("user.name"));
  }

  private static long userNumber() {
    for (String path : new String[] {"/proc/self", System.getProperty("user.home")}) {
      Integer number = ownerNumber(Path.of(path));
      if (number != null) {
        return number;
      }
    }
    return 0;
  }

  private static @Nullable Integer ownerNumber(Path path) {
    try {
      return (Integer) Files.getAttribute(path, "unix:uid");
    } catch (IOException | UnsupportedOperationException unknown) {
      return null;
    }
  }

  private String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(root.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new LinkageError("every Java platform has SHA-256", impossible);
    }
  }
}
