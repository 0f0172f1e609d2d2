package arenad.workspace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/// The text of a whole project at one moment, as one client sees it.
///
/// @param revision grows with every change of the workspace, whoever made it
/// @param files by path, in order
public record Sources(Project project, long revision, TreePMap<String, SourceFile> files) {

  /// What differs between two moments, in the order of paths.
  ///
  /// @param present files that are new or hold something else
  /// @param gone paths that are no more
  public record Changes(List<SourceFile> present, List<String> gone) {
    public boolean isEmpty() {
      return present.isEmpty() && gone.isEmpty();
    }
  }

  public @Nullable SourceFile file(String path) {
    return files.get(path);
  }

  /// The file of a module, or null.
  public @Nullable SourceFile module(String module) {
    return files.get(project.fileOf(module));
  }

  public Collection<SourceFile> all() {
    return files.values();
  }

  /// What has changed from `older` to this.
  public Changes since(Sources older) {
    List<SourceFile> present = new ArrayList<>();
    List<String> gone = new ArrayList<>();
    if (files == older.files) {
      return new Changes(present, gone);
    }
    Iterator<SourceFile> before = older.files.values().iterator();
    @Nullable SourceFile old = next(before);
    for (SourceFile file : files.values()) {
      while (old != null && old.path().compareTo(file.path()) < 0) {
        gone.add(old.path());
        old = next(before);
      }
      if (old == null || !old.path().equals(file.path())) {
        present.add(file);
        continue;
      }
      if (old != file && !old.isSameAs(file)) {
        present.add(file);
      }
      old = next(before);
    }
    while (old != null) {
      gone.add(old.path());
      old = next(before);
    }
    return new Changes(present, gone);
  }

  private static @Nullable SourceFile next(Iterator<SourceFile> files) {
    return files.hasNext() ? files.next() : null;
  }
}
