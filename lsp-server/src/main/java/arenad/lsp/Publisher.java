package arenad.lsp;

import arenad.daemon.Session;
import arenad.incremental.Places;
import arenad.incremental.Snapshot;
import arenad.lsp.wire.Diagnostics;
import arenad.workspace.SourceFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/// Tells the editor what is wrong in each new snapshot, as far as it differs from what it was told last.
///
/// Files that the snapshot's wave did not touch are asked again only when they have diagnostics, whose
/// related places may have moved. The diagnostics of an open document carry the version of the text
/// they are about; a snapshot of an older text says nothing about it.
final class Publisher {
  private final Map<Session, Map<String, Told>> told = new HashMap<>();
  private @Nullable LanguageClient client;

  /// What the editor was told last of one file.
  private record Told(@Nullable Integer version, List<Diagnostic> diagnostics) {}

  void connect(LanguageClient client) {
    this.client = client;
  }

  /// Called by the session's thread.
  synchronized void publish(Documents documents, Session session, Snapshot snapshot) {
    Map<String, Told> files = told.computeIfAbsent(session, _ -> new HashMap<>());
    Set<String> asked = new TreeSet<>(files.isEmpty() ? snapshot.paths() : snapshot.touched());
    asked.addAll(documents.pathsOf(session));
    files.forEach(
        (path, last) -> {
          if (!last.diagnostics().isEmpty()) {
            asked.add(path);
          }
        });
    for (String path : asked) {
      Documents.Open document = documents.at(session, path);
      if (document == null || isOf(snapshot.file(path), document)) {
        tell(files, snapshot, path, document);
      }
    }
  }

  private static boolean isOf(@Nullable SourceFile file, Documents.Open document) {
    return file != null && file.text().text().equals(document.text());
  }

  private void tell(
      Map<String, Told> files, Snapshot snapshot, String path, Documents.@Nullable Open document) {
    Path root = snapshot.project().root();
    UnaryOperator<String> uri = each -> root.resolve(each).toUri().toString();
    Places places = new Places(snapshot, UnaryOperator.identity());
    List<Diagnostic> diagnostics =
        places.sorted(snapshot.diagnostics(path)).stream()
            .map(each -> Diagnostics.of(each, uri))
            .toList();
    Told now = new Told(document == null ? null : document.version(), diagnostics);
    Told before = files.put(path, now);
    boolean nothingEver = before == null && diagnostics.isEmpty() && document == null;
    if (client == null || now.equals(before) || nothingEver) {
      return;
    }
    String name = document == null ? uri.apply(path) : document.uri();
    client.publishDiagnostics(new PublishDiagnosticsParams(name, diagnostics, now.version()));
  }
}
