package arenad.cli;

import arenad.daemon.Addresses;
import arenad.daemon.Analysis;
import arenad.daemon.Host;
import arenad.workspace.Project;
import arenad.workspace.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What a command is about.
///
/// @param addresses of the workspace
/// @param file a single file, by its real path; null for the whole project
/// @param loose whether `file` is outside of the project's sources, so that it stands for itself
/// @param written the path as the user wrote it, or "."
record Target(Addresses addresses, @Nullable Path file, boolean loose, String written) {

  /// @param written as the user wrote it, or null for "here"
  /// @throws UsageError when there is nothing there that a command could be about
  static Target of(Path cwd, @Nullable String written) throws UsageError {
    String name = written == null ? "." : written;
    Path path = real(cwd, name);
    Path root = Project.rootAbove(Files.isDirectory(path) ? path : folderOf(path));
    boolean isProjectFile = path.endsWith(Project.FILE) || Files.isDirectory(path);
    if (isProjectFile) {
      if (root == null) {
        throw new UsageError(
            "there is no "
                + Project.FILE
                + " in `"
                + name
                + "` or above it; type `arenad new DIR` to make a project, or name a single file");
      }
      return new Target(Addresses.of(root, true), null, false, name);
    }
    if (!path.toString().endsWith(SourceFile.EXTENSION)) {
      throw new UsageError(
          "`" + name + "` is neither a folder nor a file that ends in " + SourceFile.EXTENSION);
    }
    if (root == null) {
      return new Target(Addresses.of(folderOf(path), false), path, true, name);
    }
    return new Target(Addresses.of(root, true), path, !isModuleOf(root, path), name);
  }

  private static boolean isModuleOf(Path root, Path file) {
    Project project = Project.read(root);
    return project.moduleOf(root.relativize(file).toString()) != null;
  }

  private static Path real(Path cwd, String written) throws UsageError {
    try {
      return cwd.resolve(written).toRealPath();
    } catch (IOException | InvalidPathException missing) {
      throw new UsageError("`" + written + "` does not exist");
    }
  }

  private static Path folderOf(Path file) {
    Path folder = file.getParent();
    return folder == null ? file : folder;
  }

  /// The analysis that knows it.
  Analysis analysis(Host host) {
    return file != null && loose ? host.file(file) : host.project();
  }

  /// The path that snapshots know the single file by; null for the whole project.
  @Nullable String filePath(Analysis analysis) {
    return file == null ? null : analysis.workspace().pathOf(file);
  }
}
