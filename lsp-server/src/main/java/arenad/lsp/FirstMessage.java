package arenad.lsp;

import arenad.daemon.Addresses;
import arenad.workspace.Project;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The first message of an editor, `initialize`, read only to find its workspace.
///
/// @param bytes the message as it was sent, header included
/// @param body its JSON
record FirstMessage(byte[] bytes, String body) {
  private static final int LONGEST_HEADER = 4096;
  private static final int LONGEST_BODY = 64 << 20;

  /// Null when the input ends before a whole message.
  ///
  /// @throws IOException when what comes is no message of the protocol
  static @Nullable FirstMessage read(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (!bytes.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        return null;
      }
      bytes.write(next);
      if (bytes.size() > LONGEST_HEADER) {
        throw new IOException("what comes on standard input is not the language server protocol");
      }
    }
    int length = length(bytes.toString(StandardCharsets.US_ASCII));
    byte[] body = in.readNBytes(length);
    bytes.write(body);
    return body.length < length
        ? null
        : new FirstMessage(bytes.toByteArray(), new String(body, StandardCharsets.UTF_8));
  }

  private static int length(String header) throws IOException {
    for (String line : header.split("\r\n")) {
      if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
        try {
          int length = Integer.parseInt(line.substring(15).strip());
          if (length >= 0 && length <= LONGEST_BODY) {
            return length;
          }
        } catch (NumberFormatException notANumber) {
          break;
        }
      }
    }
    throw new IOException("the first message on standard input has no Content-Length");
  }

  /// The daemon of the workspace that the message names; of `cwd` when it names none.
  Addresses addresses(Path cwd) {
    Path folder = workspace();
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

  private @Nullable Path workspace() {
    JsonObject params = object(parsed(), "params");
    if (params == null) {
      return null;
    }
    if (params.get("workspaceFolders") instanceof JsonArray folders && !folders.isEmpty()) {
      return folders.get(0) instanceof JsonObject folder ? file(folder, "uri") : null;
    }
    return file(params, "rootUri");
  }

  private @Nullable JsonElement parsed() {
    try {
      return JsonParser.parseString(body);
    } catch (JsonParseException malformed) {
      return null;
    }
  }

  private static @Nullable JsonObject object(@Nullable JsonElement in, String name) {
    return in instanceof JsonObject object && object.get(name) instanceof JsonObject found
        ? found
        : null;
  }

  private static @Nullable Path file(JsonObject in, String name) {
    JsonElement uri = in.get(name);
    return uri != null && uri.isJsonPrimitive() ? EditorPaths.file(uri.getAsString()) : null;
  }
}
