package arenad.lsp;

import arenad.daemon.Addresses;
import arenad.workspace.Project;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Which workspace an editor is about.
final class EditorWorkspace {
  private EditorWorkspace() {}

  /// The daemon of the workspace that `initialize` names; of `cwd` when it names none.
  static Addresses addresses(JsonObject initialize, Path cwd) {
    Path folder = folder(initialize);
    Path at = real(folder == null || !Files.isDirectory(folder) ? cwd : folder);
    Path root = Project.rootAbove(at);
    return root == null ? Addresses.of(at, false) : Addresses.of(root, true);
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException gone) {
      return folder.toAbsolutePath().normalize();
    }
  }

  private static @Nullable Path folder(JsonObject initialize) {
    if (initialize.get("workspaceFolders") instanceof JsonArray folders && !folders.isEmpty()) {
      return folders.get(0) instanceof JsonObject folder ? file(folder, "uri") : null;
    }
    return file(initialize, "rootUri");
  }

  private static @Nullable Path file(JsonObject in, String name) {
    JsonElement uri = in.get(name);
    return uri != null && uri.isJsonPrimitive() ? EditorPaths.file(uri.getAsString()) : null;
  }
}
