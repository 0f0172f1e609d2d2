package arenad.workspace;

import arenad.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a workspace is about.
///
/// @param root the folder, without symbolic links; paths of files are relative to it
/// @param kind a folder with `arena.toml`, or a single file
/// @param source where modules begin: a folder below `root`, or empty for `root` itself
/// @param main the module that `run` starts
/// @param classpath jars and folders of classes that `extern` functions are looked for in, relative to
///     `root`
/// @param mistakes what is wrong with `arena.toml`
public record Project(
    Path root,
    Kind kind,
    String name,
    String version,
    String source,
    String main,
    List<String> classpath,
    List<Diagnostic> mistakes) {

  /// The file that makes a folder a project.
  public static final String FILE = "arena.toml";

  /// The class path of a project that names none: every jar in its folder `lib`.
  static final List<String> CLASSPATH = List.of("lib/*.jar");

  public enum Kind {
    /// All `.arena` files below `source` are its modules.
    PROJECT,
    /// No `arena.toml`: the file `main`, and what it imports from beside it.
    LOOSE
  }

  public Project {
    classpath = List.copyOf(classpath);
    mistakes = List.copyOf(mistakes);
  }

  /// The folder of the project that a file lies in, by its real path, or null.
  public static @Nullable Path rootOf(Path file) {
    return rootAbove(Disk.canonical(file));
  }

  /// Reads the `arena.toml` in `root`.
  public static Project read(Path root) {
    return ProjectFile.read(root);
  }

  /// The nearest folder at or above `path` that is a project, or null.
  public static @Nullable Path rootAbove(Path path) {
    for (Path folder = path; folder != null; folder = folder.getParent()) {
      if (java.nio.file.Files.isRegularFile(folder.resolve(FILE))) {
        return folder;
      }
    }
    return null;
  }

  /// A single file outside of any project.
  static Project loose(Path file) {
    Path root = Objects.requireNonNull(file.getParent(), "a file is in a folder");
    String name = file.getFileName().toString();
    String module =
        name.endsWith(SourceFile.EXTENSION)
            ? name.substring(0, name.length() - SourceFile.EXTENSION.length())
            : name;
    return new Project(root, Kind.LOOSE, module, "0.0.0", "", module, List.of(), List.of());
  }

  /// The module of a file, given relative to the root with `/`; null for what is no module.
  public @Nullable String moduleOf(String file) {
    String prefix = source.isEmpty() ? "" : source + "/";
    if (!file.startsWith(prefix) || !file.endsWith(SourceFile.EXTENSION)) {
      return null;
    }
    String path = file.substring(prefix.length(), file.length() - SourceFile.EXTENSION.length());
    return path.replace('/', '.');
  }

  /// The file of a module, relative to the root, whether it exists or not.
  public String fileOf(String module) {
    if (kind == Kind.LOOSE && module.equals(main)) {
      return main + SourceFile.EXTENSION;
    }
    String prefix = source.isEmpty() ? "" : source + "/";
    return prefix + module.replace('.', '/') + SourceFile.EXTENSION;
  }
}
