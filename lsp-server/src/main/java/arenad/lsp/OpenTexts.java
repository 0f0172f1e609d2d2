package arenad.lsp;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.TextDocumentItem;

/// What an editor has open, followed from the messages that go by, so that it can be told again.
final class OpenTexts {
  private static final Gson GSON = new Gson();

  private final Map<String, TextDocumentItem> open = new LinkedHashMap<>();

  /// Takes note of a message if it is about the text of a document.
  void follow(Message message) {
    try {
      switch (message.method()) {
        case "textDocument/didOpen" -> {
          TextDocumentItem opened =
              GSON.fromJson(message.params(), DidOpenTextDocumentParams.class).getTextDocument();
          open.put(opened.getUri(), opened);
        }
        case "textDocument/didChange" ->
            change(GSON.fromJson(message.params(), DidChangeTextDocumentParams.class));
        case "textDocument/didClose" ->
            open.remove(message.params().getAsJsonObject("textDocument").get("uri").getAsString());
        default -> {
          return;
        }
      }
    } catch (JsonParseException | IllegalStateException | NullPointerException malformed) {
      // The server complains about it; there is nothing to follow.
      return;
    }
  }

  private void change(DidChangeTextDocumentParams params) {
    TextDocumentItem document = open.get(params.getTextDocument().getUri());
    if (document != null) {
      document.setText(TextEdits.applied(document.getText(), params.getContentChanges()));
      document.setVersion(params.getTextDocument().getVersion());
    }
  }

  /// A `didOpen` for each, with its text of now.
  List<Message> opened() {
    return open.values().stream()
        .map(
            document -> {
              JsonObject params = new JsonObject();
              params.add("textDocument", GSON.toJsonTree(document));
              return Message.notification("textDocument/didOpen", params);
            })
        .toList();
  }
}
