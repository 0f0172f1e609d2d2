package arenad.lsp;

import arenad.text.SourceText;
import arenad.workspace.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The sources of standard modules for an editor to show: files that cannot be written, unpacked
/// beside the cache when a definition leads to one.
///
/// @param folder of the cache
record StandardFiles(Path folder) {

  /// The path by which snapshots know an unpacked file; null for any other file.
  @Nullable String pathOf(Path file) {
    return file.startsWith(folder.resolve("std"))
        ? SourceFile.STANDARD + folder.resolve("std").relativize(file).toString().replace('\\', '/')
        : null;
  }

  /// Where the file lies that a snapshot knows by `path`; it is unpacked there if need be. Null when it is
  /// no standard module's.
  @Nullable Path place(String path, SourceText text) throws IOException {
    if (!path.startsWith(SourceFile.STANDARD)) {
      return null;
    }
    Path file = folder.resolve("std").resolve(path.substring(SourceFile.STANDARD.length()));
    byte[] bytes = text.bytes();
    if (!Files.exists(file) || !Arrays.equals(bytes, Files.readAllBytes(file))) {
      Files.createDirectories(file.getParent());
      Path draft = Files.createTempFile(file.getParent(), ".", SourceFile.EXTENSION);
      Files.write(draft, bytes);
      draft.toFile().setReadOnly();
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }
}
