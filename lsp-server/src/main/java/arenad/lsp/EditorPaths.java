package arenad.lsp;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Files as the editor calls them.
///
/// An editor that came through a symbolic link must get back paths through that link, or it takes one
/// file for two. The links are learned from the paths that it sends.
final class EditorPaths {
  /// Folders by their real paths, as the editor calls them.
  private final Map<Path, Path> called = new HashMap<>();

  /// The file of a `file:` URI; null of any other.
  static @Nullable Path file(String uri) {
    try {
      URI parsed = URI.create(uri);
      return "file".equals(parsed.getScheme()) ? Path.of(parsed).normalize() : null;
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  /// Takes note of how the editor calls a file or folder.
  synchronized void learn(Path written) {
    Path path = written.toAbsolutePath().normalize();
    Path real = real(path);
    while (real != null && !path.equals(real)) {
      Path parent = path.getParent();
      if (parent == null
          || !sameName(path, real)
          || !Objects.equals(real(parent), real.getParent())) {
        called.putIfAbsent(real, path);
        return;
      }
      path = parent;
      real = real.getParent();
    }
  }

  private static boolean sameName(Path one, Path other) {
    return Objects.equals(one.getFileName(), other.getFileName());
  }

  private static @Nullable Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException missing) {
      Path parent = path.getParent();
      Path name = path.getFileName();
      Path folder = parent == null || name == null ? null : real(parent);
      return folder == null || name == null ? null : folder.resolve(name);
    }
  }

  /// The URI of a file, given by its real path.
  synchronized String uri(Path real) {
    for (Path folder = real; folder != null; folder = folder.getParent()) {
      Path link = called.get(folder);
      if (link != null) {
        return link.resolve(folder.relativize(real)).toUri().toString();
      }
    }
    return real.toUri().toString();
  }
}
