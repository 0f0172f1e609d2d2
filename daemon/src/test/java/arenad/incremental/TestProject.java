package arenad.incremental;

import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.LocatedDiagnostic;
import arenad.ir.IrText;
import arenad.jvm.emit.Emitted;
import arenad.outline.SymbolOutline;
import arenad.store.Hash;
import arenad.store.MemoryStore;
import arenad.store.RecordStore;
import arenad.symbol.SymbolId;
import arenad.trace.Log;
import arenad.trace.Trace;
import arenad.workspace.Sources;
import arenad.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A project in a temporary folder, followed by an engine from edit to edit.
final class TestProject {
  private final Path root;
  private final Map<String, String> files = new TreeMap<>();
  private final RecordStore store = new MemoryStore();
  private Engine engine = new Engine(store, Log.none());
  private Workspace workspace;
  private Snapshot snapshot;

  TestProject(Path root) throws IOException {
    this.root = root;
    Files.writeString(root.resolve("arena.toml"), "[project]\nname = \"test\"\n");
    Files.createDirectories(root.resolve("src"));
    workspace = Workspace.ofProject(root);
    snapshot = engine.nothing(workspace.base());
  }

  /// The texts of all files, by path.
  Map<String, String> files() {
    return files;
  }

  void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    files.put(path, text);
  }

  void delete(String path) throws IOException {
    Files.deleteIfExists(root.resolve(path));
    files.remove(path);
  }

  /// A process of its own that finds what this one has stored.
  void restart() {
    engine = new Engine(store, Log.none());
    workspace = Workspace.ofProject(root);
    snapshot = engine.nothing(workspace.base());
  }

  /// Brings the snapshot up to date.
  ///
  /// @return what was done
  Counters settle() {
    Counters counters = new Counters();
    Sources sources = workspace.refresh();
    snapshot =
        engine.advance(snapshot, sources, new Work(new Cancellation(), counters, Trace.none()));
    return counters;
  }

  Snapshot snapshot() {
    return snapshot;
  }

  /// Everything that a user could see of the snapshot.
  String state() {
    return state(snapshot);
  }

  /// The same of a build from nothing.
  String cleanState() {
    Engine fresh = new Engine(new MemoryStore(), Log.none());
    Sources sources = Workspace.ofProject(root).refresh();
    return state(fresh.advance(fresh.nothing(sources), sources, Work.quiet()));
  }

  /// Every diagnostic as `src/main.arena:2:28 E0201 message`, hints too.
  static List<String> diagnostics(Snapshot snapshot) {
    List<Diagnostic> all = new ArrayList<>();
    snapshot.paths().forEach(path -> all.addAll(snapshot.diagnostics(path)));
    return new Places(snapshot).sorted(all).stream().map(TestProject::line).toList();
  }

  private static String line(LocatedDiagnostic diagnostic) {
    return "%s:%d:%d %s %s%s %s %s %s"
        .formatted(
            diagnostic.primary().file(),
            diagnostic.primary().from().line() + 1,
            diagnostic.primary().from().column() + 1,
            diagnostic.code(),
            diagnostic.message(),
            diagnostic.related().stream()
                .map(step -> " | " + step.place().start() + " " + step.message())
                .collect(Collectors.joining()),
            diagnostic.label(),
            diagnostic.notes(),
            diagnostic.fixes().stream().map(LocatedDiagnostic.LocatedFix::title).toList());
  }

  private static String state(Snapshot snapshot) {
    StringBuilder out = new StringBuilder();
    boolean errors = false;
    for (String path : snapshot.paths()) {
      errors |= snapshot.diagnostics(path).stream().anyMatch(Diagnostic::isError);
      out.append("file ").append(path).append('\n');
      for (SymbolOutline outline : snapshot.outline(path).symbols()) {
        symbol(snapshot, outline.id(), out);
      }
    }
    diagnostics(snapshot).forEach(each -> out.append(each).append('\n'));
    if (!errors) {
      for (Emitted.ClassFile file : Emission.of(snapshot, Work.quiet()).classes()) {
        out.append("class ").append(file.internalName()).append(' ');
        out.append(Hash.of(file.bytes())).append('\n');
      }
    }
    return out.toString();
  }

  private static void symbol(Snapshot snapshot, SymbolId symbol, StringBuilder out) {
    out.append(symbol).append('\n');
    out.append("  declaration ").append(snapshot.declaration(symbol)).append('\n');
    out.append("  result ").append(snapshot.result(symbol)).append('\n');
    out.append("  contract ").append(snapshot.contract(symbol)).append('\n');
    var graph = snapshot.graph(symbol);
    if (graph != null) {
      out.append("  graph ").append(snapshot.body(symbol).graph()).append('\n');
      out.append(IrText.of(graph));
    }
  }

  /// The symbols of which a stage has run and which still are, as `module.name`.
  Set<String> elaborated(Counters counters) {
    return counters.elaborated().stream()
        .filter(snapshot::exists)
        .map(SymbolId::qualifiedName)
        .collect(Collectors.toCollection(java.util.TreeSet::new));
  }
}
