package arenad.lsp;

import arenad.daemon.Analysis;
import arenad.daemon.Host;
import arenad.daemon.Session;
import arenad.incremental.Snapshot;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The documents that one editor has open, and the sessions that look after them: one for the
/// project, one more for each file outside of it.
final class Documents implements AutoCloseable {

  /// An open document.
  ///
  /// @param path as the session's snapshots know the file
  /// @param version what the editor calls this state of the text
  record Open(String uri, Session session, String path, int version, String text) {}

  private final Host host;
  private final Publisher publisher;
  private final Map<String, Open> open = new HashMap<>();
  private final Map<Analysis, Session> sessions = new HashMap<>();

  Documents(Host host, Publisher publisher) {
    this.host = host;
    this.publisher = publisher;
  }

  /// Begins to look after the project, before any of its files is opened.
  synchronized void beginProject() {
    session(host.project());
  }

  synchronized void open(String uri, int version, String text) {
    Path file = file(uri);
    if (file == null) {
      return;
    }
    Session session = session(host.project());
    String path = session.pathOf(file);
    if (path == null) {
      session = session(host.file(file));
      path = session.pathOf(file);
    }
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
    document.session().put(document.path(), document.text());
  }

  synchronized void close(String uri) {
    Open document = open.remove(uri);
    if (document != null) {
      document.session().remove(document.path());
    }
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

  /// The file of a `file:` URI; null of any other.
  static @Nullable Path file(String uri) {
    try {
      URI parsed = URI.create(uri);
      return "file".equals(parsed.getScheme()) ? Path.of(parsed) : null;
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  @Override
  public synchronized void close() {
    List<Session> all = new ArrayList<>(sessions.values());
    sessions.clear();
    open.clear();
    all.forEach(Session::close);
  }
}
