package arenad.daemon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Which build of arenad this process runs: a hash over the jars (or folders) of our classes. Caches
/// and daemons of another build are not ours.
public final class BuildId {
  private static final int DIGITS = 32;
  private static final String OURS = "arenad-";

  private final String hash;
  private final List<Path> parts;
  private final String stamp;

  private BuildId(List<Path> parts) {
    this.parts = parts;
    this.stamp = stampOf(parts);
    this.hash = hashOf(parts);
  }

  /// Of the running process.
  public static BuildId current() {
    return Running.ID;
  }

  /// 32 hexadecimal digits.
  public String hash() {
    return hash;
  }

  /// Whether the files that this process was started from have been replaced since.
  public boolean isReplaced() {
    return !stampOf(parts).equals(stamp);
  }

  private static final class Running {
    static final BuildId ID = new BuildId(ourParts());
  }

  private static List<Path> ourParts() {
    TreeSet<Path> parts = new TreeSet<>();
    for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
      Path path = Path.of(entry).toAbsolutePath();
      boolean ours = Files.isDirectory(path) || path.getFileName().toString().startsWith(OURS);
      if (!entry.isEmpty() && ours && Files.exists(path)) {
        parts.add(path);
      }
    }
    return List.copyOf(parts);
  }

  private static String hashOf(List<Path> parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(System.getProperty("java.vm.version").getBytes());
      for (Path file : filesOf(parts)) {
        digest.update(file.getFileName().toString().getBytes());
        digest.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (NoSuchAlgorithmException impossible) {
      throw new LinkageError("every Java platform has SHA-256", impossible);
    }
  }

  private static List<Path> filesOf(List<Path> parts) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path part : parts) {
      if (Files.isDirectory(part)) {
        try (Stream<Path> walk = Files.walk(part)) {
          walk.filter(Files::isRegularFile).sorted().forEach(files::add);
        }
      } else {
        files.add(part);
      }
    }
    return files;
  }

  private static String stampOf(List<Path> parts) {
    StringBuilder stamp = new StringBuilder();
    for (Path part : parts) {
      try {
        if (!Files.isDirectory(part)) {
          stamp.append(Files.readAttributes(part, "unix:ino,size,lastModifiedTime")).append('\n');
        }
      } catch (IOException gone) {
        stamp.append("gone\n");
      }
    }
    return stamp.toString();
  }
}
