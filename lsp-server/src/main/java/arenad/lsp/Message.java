package arenad.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// One message of the protocol as it goes over the wire.
///
/// @param body its JSON, in UTF-8
/// @param json the same, read; empty when it is no JSON object, which its receiver will complain about
record Message(byte[] body, JsonObject json) {
  private static final int LONGEST_HEADER = 4096;
  private static final int LONGEST_BODY = 256 << 20;

  /// What comes is not the protocol, and nothing more can be understood of it.
  static final class NotTheProtocol extends IOException {
    private static final long serialVersionUID = 1;

    NotTheProtocol(String message) {
      super(message);
    }
  }

  static Message of(JsonObject json) {
    json.addProperty("jsonrpc", "2.0");
    return new Message(json.toString().getBytes(StandardCharsets.UTF_8), json);
  }

  static Message notification(String method, JsonObject params) {
    JsonObject json = new JsonObject();
    json.addProperty("method", method);
    json.add("params", params);
    return of(json);
  }

  /// Null when the input ends before a whole message.
  static @Nullable Message read(InputStream in) throws IOException {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    int length = -1;
    while (true) {
      int next = in.read();
      if (next < 0) {
        return null;
      }
      header.write(next);
      if (next == '\n') {
        String line = header.toString(StandardCharsets.US_ASCII).strip();
        header.reset();
        if (line.isEmpty()) {
          break;
        }
        length = Math.max(length, length(line));
      } else if (header.size() > LONGEST_HEADER) {
        throw new NotTheProtocol("a line of a header does not end");
      }
    }
    if (length < 0) {
      throw new NotTheProtocol("a message has no Content-Length");
    }
    byte[] body = in.readNBytes(length);
    return body.length < length ? null : new Message(body, parsed(body));
  }

  /// What a line of the header says the length is; -1 when it says something else.
  private static int length(String line) throws NotTheProtocol {
    int colon = line.indexOf(':');
    if (colon < 0) {
      throw new NotTheProtocol("`" + line + "` is no line of a header");
    }
    if (!line.substring(0, colon).equalsIgnoreCase("Content-Length")) {
      return -1;
    }
    try {
      int length = Integer.parseInt(line.substring(colon + 1).strip());
      if (length >= 0 && length <= LONGEST_BODY) {
        return length;
      }
    } catch (NumberFormatException notANumber) {
      throw new NotTheProtocol("`" + line + "` has no length");
    }
    throw new NotTheProtocol("`" + line + "` is no length of a message");
  }

  private static JsonObject parsed(byte[] body) {
    try {
      return JsonParser.parseString(new String(body, StandardCharsets.UTF_8))
              instanceof JsonObject object
          ? object
          : new JsonObject();
    } catch (JsonParseException malformed) {
      return new JsonObject();
    }
  }

  /// The method of a request or notification; empty for an answer.
  String method() {
    JsonElement method = json.get("method");
    return method != null && method.isJsonPrimitive() ? method.getAsString() : "";
  }

  /// The id of a request or answer, or null.
  @Nullable String id() {
    JsonElement id = json.get("id");
    return id == null || id.isJsonNull() ? null : id.toString();
  }

  JsonObject params() {
    return json.get("params") instanceof JsonObject params ? params : new JsonObject();
  }

  void writeTo(OutputStream out) throws IOException {
    byte[] header =
        ("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    byte[] whole = new byte[header.length + body.length];
    System.arraycopy(header, 0, whole, 0, header.length);
    System.arraycopy(body, 0, whole, header.length, body.length);
    out.write(whole);
    out.flush();
  }
}
