package arenad.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/// The one mutable thing: which text the files of one project have now, on disk and in each editor.
///
/// Every change happens under its lock and makes a new immutable [Sources]. It never analyses
/// anything. Listeners are told that something is new; they are called under no lock and must be quick.
public final class Workspace {
  private final Path root;
  private final @Nullable Path singleFile;
  private final Disk disk;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private long revision;
  private Sources base;
  private final List<Layer> layers = new ArrayList<>();

  private Workspace(
      Path root, @Nullable Path singleFile, Function<SourceFile, List<String>> importsOf) {
    this.root = root;
    this.singleFile = singleFile;
    this.disk = new Disk(importsOf);
    this.base = new Sources(project(), 0, TreePMap.empty());
  }

  /// The project in `root`, a folder with `arena.toml`. Nothing but that file is read yet.
  public static Workspace ofProject(Path root) {
    return new Workspace(root, null, _ -> List.of());
  }

  /// A single file outside of any project.
  ///
  /// @param importsOf the paths of the modules that a file imports
  public static Workspace ofFile(Path file, Function<SourceFile, List<String>> importsOf) {
    Path folder = Objects.requireNonNull(file.getParent(), "a file is in a folder");
    return new Workspace(folder, file, importsOf);
  }

  private Project project() {
    return singleFile == null ? ProjectFile.read(root) : Project.loose(singleFile);
  }

  /// Called after each change, by the thread that made it.
  public void listen(Runnable listener) {
    listeners.add(listener);
  }

  public void unlisten(Runnable listener) {
    listeners.remove(listener);
  }

  /// Looks at the disk and takes in everything that was saved before this call.
  public Sources refresh() {
    boolean changed;
    Sources now;
    synchronized (this) {
      Project project = project();
      SortedMap<String, SourceFile> files = disk.scan(project);
      changed = !project.equals(base.project()) || takeIn(project, files);
      if (changed) {
        revision++;
        base = new Sources(project, revision, updated(base.files(), files));
        layers.forEach(layer -> layer.sources = null);
      }
      now = base;
    }
    if (changed) {
      tell();
    }
    return now;
  }

  private boolean takeIn(Project project, Map<String, SourceFile> files) {
    Map<String, SourceFile> before = base.files();
    if (files.size() != before.size()) {
      return true;
    }
    for (SourceFile file : files.values()) {
      SourceFile old = before.get(file.path());
      if (old == null || old != file && !old.isSameAs(file)) {
        return true;
      }
    }
    return false;
  }

  private static TreePMap<String, SourceFile> updated(
      TreePMap<String, SourceFile> before, Map<String, SourceFile> now) {
    TreePMap<String, SourceFile> files = before;
    for (String path : before.keySet()) {
      if (!now.containsKey(path)) {
        files = files.minus(path);
      }
    }
    for (SourceFile file : now.values()) {
      SourceFile old = files.get(file.path());
      if (old == null || !old.isSameAs(file)) {
        files = files.plus(file.path(), file);
      }
    }
    return files;
  }

  /// The files as they were on disk when last looked at.
  public synchronized Sources base() {
    return base;
  }

  /// The revision of the newest change.
  public synchronized long revision() {
    return revision;
  }

  /// A view of the workspace for one client, which may lay texts over the files.
  public synchronized Layer newLayer() {
    Layer layer = new Layer();
    layers.add(layer);
    return layer;
  }

  public synchronized int layers() {
    return layers.size();
  }

  /// The path of a file relative to the root, with `/`; null when it is not a module of this workspace.
  public @Nullable String pathOf(Path file) {
    Path canonical = Disk.canonical(file);
    if (!canonical.startsWith(root)) {
      return null;
    }
    String path = root.relativize(canonical).toString().replace('\\', '/');
    return base().project().moduleOf(path) == null ? null : path;
  }

  private void tell() {
    listeners.forEach(Runnable::run);
  }

  /// One client's unsaved texts over the files that all share.
  public final class Layer implements AutoCloseable {
    private final Map<String, SourceFile> texts = new HashMap<>();
    private @Nullable Sources sources;

    private Layer() {}

    /// The text that the client has of a file, from now on instead of the one on disk.
    ///
    /// @param path relative to the root, as [Workspace#pathOf] gives it
    /// @return the revision that this change made
    public long put(String path, String text) {
      return change(
          () -> {
            String module = base.project().moduleOf(path);
            if (module == null) {
              throw new IllegalArgumentException(path + " is no module");
            }
            texts.put(path, SourceFile.of(path, module, text));
          });
    }

    /// From now on the file is what is on disk.
    public long remove(String path) {
      return change(() -> texts.remove(path));
    }

    private long change(Runnable edit) {
      long made;
      synchronized (Workspace.this) {
        edit.run();
        made = ++revision;
        sources = null;
      }
      tell();
      return made;
    }

    /// Whether the client has laid a text over that file.
    public boolean covers(String path) {
      synchronized (Workspace.this) {
        return texts.containsKey(path);
      }
    }

    /// All files as this client sees them now.
    public Sources sources() {
      synchronized (Workspace.this) {
        Sources made = sources;
        if (made == null) {
          TreePMap<String, SourceFile> files = base.files();
          for (SourceFile text : texts.values()) {
            files = files.plus(text.path(), text);
          }
          made = new Sources(base.project(), revision, files);
          sources = made;
        }
        return made;
      }
    }

    @Override
    public void close() {
      synchronized (Workspace.this) {
        layers.remove(this);
      }
    }
  }
}
