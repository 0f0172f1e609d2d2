package arenad.cli;

import arenad.daemon.Addresses;
import arenad.workspace.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The workspaces of commands that are about a daemon rather than a program.
final class Workspaces {
  private Workspaces() {}

  /// What `status`, `stop`, `clean` and `logs` mean: like other commands, and outside of any project the
  /// daemon of the folder's single files.
  ///
  /// @throws UsageError when the path that was given does not exist
  static Target target(Path cwd, @Nullable String path) throws UsageError {
    Path at = path == null ? cwd : cwd.resolve(path);
    if (!Files.exists(at)) {
      throw new UsageError("`" + path + "` does not exist");
    }
    if (Files.isDirectory(at) && Project.rootAbove(at.toAbsolutePath().normalize()) == null) {
      return new Target(Addresses.of(real(at), false), null, true, path == null ? "." : path);
    }
    return Target.of(cwd, path);
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (java.io.IOException gone) {
      return path.toAbsolutePath();
    }
  }
}
