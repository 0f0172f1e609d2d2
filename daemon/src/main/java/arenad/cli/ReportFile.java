package arenad.cli;

import arenad.workspace.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// The file of `--memory-report`: it must be there to be written before the program starts, since it is written when that ends.
final class ReportFile {
  private ReportFile() {}

  /// @throws UsageError if nothing can be written there
  static Path of(Path file) throws UsageError {
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (Files.isDirectory(file)) {
      throw new UsageError("`" + file + "` is a folder; type `--memory-report=FILE.html`");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw new UsageError("there is no folder `" + folder + "` for the memory report");
    }
    boolean isNew = Files.notExists(file);
    try {
      Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND).close();
      if (isNew) {
        Files.delete(file);
      }
    } catch (IOException refused) {
      throw new UsageError("`" + file + "` cannot be written, so there is no memory report");
    }
    return file.toAbsolutePath().normalize();
  }

  /// What a recorded program is told.
  static List<String> properties(Path file, Project project, Options options) {
    List<String> properties =
        new ArrayList<>(
            List.of(
                "-Darenad.record.file=" + file,
                "-Darenad.record.title="
                    + (project.name().isEmpty() ? project.main() : project.name()),
                "-Darenad.source=" + (project.source().isEmpty() ? "" : project.source() + "/")));
    if (options.quiet || options.json) {
      properties.add("-Darenad.record.quiet=true");
    }
    return properties;
  }
}
