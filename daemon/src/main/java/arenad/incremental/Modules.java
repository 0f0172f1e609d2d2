package arenad.incremental;

import arenad.resolve.Names;
import arenad.resolve.StandardModule;
import arenad.workspace.SourceFile;
import arenad.workspace.Sources;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/// The modules of the snapshot that a wave is making, and what their text says differently from the last
/// one. Lives within one [Wave].
///
/// A standard module is taken in when a file imports it and then stays: it cannot change.
final class Modules {
  private final Engine engine;
  private final Snapshot before;
  private final Sources sources;
  private final Work work;
  private final Set<StandardModule> wanted;
  private final NameChanges changes = NameChanges.none();
  private TreePMap<String, FileState> files;
  private TreePMap<String, FileState> library;

  /// @param wanted standard modules to be read besides those that are imported
  Modules(Engine engine, Snapshot before, Sources sources, Work work, Set<StandardModule> wanted) {
    this.engine = engine;
    this.before = before;
    this.sources = sources;
    this.work = work;
    this.wanted = wanted;
    this.files = before.files();
    this.library = before.library();
  }

  /// The user's modules, by path.
  TreePMap<String, FileState> files() {
    return files;
  }

  /// The standard modules that are read, by full name.
  TreePMap<String, FileState> library() {
    return library;
  }

  /// Filled by [#outline].
  NameChanges changes() {
    return changes;
  }

  /// Outlines the files that changed.
  void outline() {
    Sources.Changes changed = sources.since(before.sources());
    for (String path : changed.gone()) {
      FileState old = files.get(path);
      if (old != null) {
        changes.add(old.outline().module(), old, null);
        files = files.minus(path);
      }
    }
    for (SourceFile file : changed.present()) {
      work.cancellation().check();
      outline(file);
    }
    for (SourceFile file : changed.present()) {
      readImported(Objects.requireNonNull(files.get(file.path())));
    }
    wanted.forEach(this::read);
  }

  private void outline(SourceFile file) {
    FileState old = files.get(file.path());
    FileState now = new FileState(file, engine.outline(file, work));
    String module = now.outline().module();
    if (old != null && !old.outline().module().equals(module)) {
      changes.add(old.outline().module(), old, null);
      old = null;
    }
    changes.add(module, old, now);
    files = files.plus(file.path(), now);
  }

  /// Takes in the standard modules that a file imports, and what these import.
  private void readImported(FileState file) {
    for (Names.Import imported : file.imports().values()) {
      StandardModule module = StandardModule.at(imported.module());
      if (module != null) {
        read(module);
      }
    }
  }

  private void read(StandardModule module) {
    if (!library.containsKey(module.fullName())) {
      FileState file = engine.library().file(module);
      library = library.plus(module.fullName(), file);
      changes.add(module.fullName(), null, file);
      readImported(file);
    }
  }

  /// The file that is the module, or null.
  ///
  /// @throws Library.Wanted of a standard module that is not read
  @Nullable FileState module(String module) {
    StandardModule standard = StandardModule.named(module);
    if (standard == null) {
      return files.get(sources.project().fileOf(module));
    }
    FileState file = library.get(module);
    if (file == null) {
      throw new Library.Wanted(standard);
    }
    return file;
  }
}
