package arenad.lsp;

import arenad.daemon.Session;
import arenad.incremental.Places;
import arenad.incremental.Snapshot;
import arenad.lsp.wire.Diagnostics;
import arenad.text.SourceText;
import arenad.workspace.Project;
import arenad.workspace.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
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
    if (!documents.has(session)) {
      return;
    }
    Map<String, Told> files = told.computeIfAbsent(session, _ -> new HashMap<>());
    Set<String> asked = new TreeSet<>(files.isEmpty() ? snapshot.paths() : snapshot.touched());
    asked.addAll(documents.pathsOf(session));
    files.forEach(
        (path, last) -> {
          if (!last.diagnostics().isEmpty()) {
            asked.add(path);
          }
        });
    asked.remove(Project.FILE);
    Path root = snapshot.project().root();
    UnaryOperator<String> uri = path -> documents.uri(root.resolve(path));
    Places places = new Places(snapshot);
    for (String path : asked) {
      Documents.Open document = documents.at(session, path);
      if (document == null || isOf(snapshot.file(path), document)) {
        List<Diagnostic> found = shown(places, snapshot.diagnostics(path), uri);
        Integer version = document == null ? null : document.version();
        tell(files, path, uri.apply(path), new Told(version, found));
      }
    }
    List<Diagnostic> mistakes = mistakes(snapshot.project(), uri, places);
    tell(files, Project.FILE, uri.apply(Project.FILE), new Told(null, mistakes));
  }

  private static boolean isOf(@Nullable SourceFile file, Documents.Open document) {
    return file != null && file.text().text().equals(document.text());
  }

  private static List<Diagnostic> shown(
      Places places, List<arenad.diagnostic.Diagnostic> found, UnaryOperator<String> uri) {
    return places.sorted(found).stream().map(each -> Diagnostics.of(each, uri)).toList();
  }

  /// What is wrong in `arena.toml`.
  private static List<Diagnostic> mistakes(
      Project project, UnaryOperator<String> uri, Places places) {
    if (project.mistakes().isEmpty()) {
      return List.of();
    }
    SourceText text;
    try {
      text = SourceText.of(Files.readAllBytes(project.root().resolve(Project.FILE)));
    } catch (IOException unreadable) {
      text = SourceText.of("");
    }
    return shown(places.with(Project.FILE, text), project.mistakes(), uri);
  }

  private void tell(Map<String, Told> files, String path, String uri, Told now) {
    Told before = files.put(path, now);
    boolean nothingEver = before == null && now.diagnostics().isEmpty() && now.version() == null;
    if (client != null && !now.equals(before) && !nothingEver) {
      client.publishDiagnostics(
          new PublishDiagnosticsParams(uri, now.diagnostics(), now.version()));
    }
  }

  /// Takes back what was told of the files of a session that has ended.
  synchronized void forget(Documents documents, Session session) {
    Map<String, Told> files = told.remove(session);
    if (files == null || client == null) {
      return;
    }
    Path root = session.sources().project().root();
    for (Map.Entry<String, Told> file : files.entrySet()) {
      if (!file.getValue().diagnostics().isEmpty()) {
        String uri = documents.uri(root.resolve(file.getKey()));
        client.publishDiagnostics(new PublishDiagnosticsParams(uri, List.of()));
      }
    }
  }
}
