package arenad.lsp;

import arenad.daemon.Analysis;
import arenad.daemon.Host;
import arenad.daemon.Session;
import arenad.incremental.Snapshot;
import arenad.workspace.Project;
import arenad.workspace.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The documents that one editor has open, and the sessions that look after them: one for each
/// project that they belong to, one more for each file outside of any.
final class Documents implements AutoCloseable {

  /// An open document. That of a standard module is only looked at: its text is the compiler's.
  ///
  /// @param path as the session's snapshots know the file
  /// @param version what the editor calls this state of the text
  record Open(String uri, Session session, String path, int version, String text) {

    /// The file's real path.
    Path file() {
      return session.sources().project().root().resolve(path);
    }

    boolean isStandard() {
      return path.startsWith(SourceFile.STANDARD);
    }
  }

  private final Host host;
  private final Publisher publisher;
  private final StandardFiles standard;
  private final EditorPaths paths = new EditorPaths();
  private final Map<String, Open> open = new HashMap<>();
  private final Map<Analysis, Session> sessions = new HashMap<>();

  Documents(Host host, Publisher publisher) {
    this.host = host;
    this.publisher = publisher;
    this.standard = new StandardFiles(host.addresses().cacheFolder());
  }

  /// Where the sources of standard modules are shown.
  StandardFiles standard() {
    return standard;
  }

  /// Begins to look after the workspace's project, if it is one, before any of its files is opened.
  ///
  /// @param folders of the workspace, as the editor calls them
  synchronized void begin(List<Path> folders) {
    folders.forEach(paths::learn);
    if (host.addresses().isProject()) {
      session(host.project());
    }
  }

  synchronized void open(String uri, int version, String text) {
    Path file = EditorPaths.file(uri);
    if (file == null) {
      return;
    }
    paths.learn(file);
    String standardPath = standard.pathOf(file);
    if (standardPath != null) {
      sessions.values().stream()
          .findFirst()
          .ifPresent(session -> take(new Open(uri, session, standardPath, version, text)));
      return;
    }
    Session session = sessionOf(file);
    String path = session.pathOf(file);
    if (path != null) {
      take(new Open(uri, session, path, version, text));
    }
  }

  synchronized void change(String uri, int version, String text) {
    Open document = open.get(uri);
    if (document != null) {
      take(new Open(uri, document.session(), document.path(), version, text));
    }
  }

  private void take(Open document) {
    open.put(document.uri(), document);
    if (!document.isStandard()) {
      document.session().put(document.path(), document.text());
    }
  }

  void close(String uri) {
    Session unused = closed(uri);
    if (unused != null) {
      unused.close();
      publisher.forget(this, unused);
    }
  }

  /// The session that nothing is open in any more, of a project that the editor did not come for.
  private synchronized @Nullable Session closed(String uri) {
    Open document = open.remove(uri);
    if (document == null) {
      return null;
    }
    Session session = document.session();
    if (!document.isStandard()) {
      session.remove(document.path());
    }
    if (session == sessions.get(host.project()) || !pathsOf(session).isEmpty()) {
      return null;
    }
    sessions.values().remove(session);
    return session;
  }

  /// Whether a session is still one of these.
  synchronized boolean has(Session session) {
    return sessions.containsValue(session);
  }

  /// Looks at the disk in every session.
  synchronized void refresh() {
    sessions.values().forEach(Session::refresh);
  }

  synchronized @Nullable Open get(String uri) {
    return open.get(uri);
  }

  /// The paths of the documents that are open in a session.
  synchronized List<String> pathsOf(Session session) {
    return open.values().stream()
        .filter(document -> document.session() == session)
        .map(Open::path)
        .toList();
  }

  /// The open document that a session knows by `path`, or null.
  synchronized @Nullable Open at(Session session, String path) {
    for (Open document : open.values()) {
      if (document.session() == session && document.path().equals(path)) {
        return document;
      }
    }
    return null;
  }

  /// The snapshot of everything that the editor sent before this call; null when the document is not open.
  @Nullable CompletableFuture<Snapshot> snapshot(String uri) {
    Open document = get(uri);
    return document == null ? null : document.session().snapshot();
  }

  /// How the editor calls a file, given by its real path.
  synchronized String uri(Path file) {
    for (Open document : open.values()) {
      if (document.file().equals(file)) {
        return document.uri();
      }
    }
    return paths.uri(file);
  }

  /// The session of the project that a file is a module of, else one of the file's own.
  private Session sessionOf(Path file) {
    Path root = Project.rootOf(file);
    if (root != null) {
      Analysis project = host.project(root);
      if (project.workspace().pathOf(file) != null) {
        return session(project);
      }
    }
    return session(host.file(file));
  }

  private Session session(Analysis analysis) {
    return sessions.computeIfAbsent(
        analysis,
        each -> {
          Session session = each.open();
          session.listen(snapshot -> publisher.publish(this, session, snapshot));
          session.refresh();
          return session;
        });
  }

  @Override
  public synchronized void close() {
    List<Session> all = new ArrayList<>(sessions.values());
    sessions.clear();
    open.clear();
    all.forEach(Session::close);
  }
}
