package arenad.workspace;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// The files of one project as they were when last looked at. Belongs to [Workspace].
///
/// A file whose stat has not changed is not read again, unless it was so young when it was read that
/// another write could hide behind the same times.
final class Disk {
  private record Known(FileStat stat, long readAt, SourceFile file) {}

  private final Function<SourceFile, List<String>> importsOf;
  private Map<String, Known> known = new HashMap<>();

  /// @param importsOf the modules that a file imports; what a single file outside of a project consists of
  Disk(Function<SourceFile, List<String>> importsOf) {
    this.importsOf = importsOf;
  }

  /// Looks at every file, reads those that changed, and gives them all by path.
  SortedMap<String, SourceFile> scan(Project project) {
    SortedMap<String, SourceFile> files = new TreeMap<>();
    Map<String, Known> seen = new HashMap<>();
    switch (project.kind()) {
      case PROJECT -> {
        for (Path file : sources(project)) {
          look(project, relative(project.root(), file), files, seen);
        }
      }
      case LOOSE -> followImports(project, files, seen);
    }
    known = seen;
    return files;
  }

  private void followImports(
      Project project, SortedMap<String, SourceFile> files, Map<String, Known> seen) {
    Deque<String> modules = new ArrayDeque<>(List.of(project.main()));
    Set<String> asked = new HashSet<>(modules);
    while (!modules.isEmpty()) {
      String module = modules.removeFirst();
      String path = project.fileOf(module);
      if (!module.equals(project.main()) && !Files.isRegularFile(project.root().resolve(path))) {
        continue;
      }
      for (String imported : importsOf.apply(look(project, path, files, seen))) {
        if (asked.add(imported)) {
          modules.addLast(imported);
        }
      }
    }
  }

  private SourceFile look(
      Project project, String path, Map<String, SourceFile> files, Map<String, Known> seen) {
    SourceFile file = current(project, path, seen);
    files.put(path, file);
    return file;
  }

  private SourceFile current(Project project, String path, Map<String, Known> seen) {
    String module = project.moduleOf(path);
    if (module == null) {
      throw new IllegalArgumentException(path + " is no module");
    }
    Path file = project.root().resolve(path);
    try {
      FileStat stat = FileStat.of(file);
      Known before = known.get(path);
      if (before != null
          && before.stat.equals(stat)
          && before.file.module().equals(module)
          && !stat.isRacy(before.readAt)) {
        seen.put(path, before);
        return before.file;
      }
      long readAt = now();
      SourceFile read = SourceFile.of(path, module, Files.readAllBytes(file));
      SourceFile same = before != null && before.file.isSameAs(read) ? before.file : read;
      seen.put(path, new Known(stat, readAt, same));
      return same;
    } catch (IOException failure) {
      return SourceFile.unreadable(path, module, Unreadable.reason(failure));
    }
  }

  private static long now() {
    return System.currentTimeMillis() * 1_000_000;
  }

  /// All module files below the source folder, in no order. Hidden folders are skipped, links are
  /// followed, a folder that contains itself is entered once.
  private static List<Path> sources(Project project) {
    List<Path> found = new ArrayList<>();
    Set<Object> entered = new HashSet<>();
    Deque<Path> folders = new ArrayDeque<>();
    folders.add(project.root().resolve(project.source()));
    while (!folders.isEmpty()) {
      Path folder = folders.removeFirst();
      if (!entered.add(identity(folder))) {
        continue;
      }
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        for (Path entry : entries) {
          String name = entry.getFileName().toString();
          if (name.startsWith(".")) {
            continue;
          }
          if (isModuleFile(name) && !Files.isDirectory(entry)) {
            found.add(entry);
          } else if (name.indexOf('.') < 0 && Files.isDirectory(entry)) {
            folders.addLast(entry);
          }
        }
      } catch (IOException | java.nio.file.DirectoryIteratorException gone) {
        // A folder that is not there has no files; one that may not be read has none for us.
        continue;
      }
    }
    return found;
  }

  /// `name.arena`; a name with more dots would be the module of another file.
  private static boolean isModuleFile(String name) {
    return name.endsWith(SourceFile.EXTENSION)
        && name.indexOf('.') == name.length() - SourceFile.EXTENSION.length()
        && name.length() > SourceFile.EXTENSION.length();
  }

  private static Object identity(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException gone) {
      return folder.toAbsolutePath();
    }
  }

  private static String relative(Path root, Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  /// The path without symbolic links as far as it exists.
  static Path canonical(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    try {
      return absolute.toRealPath();
    } catch (IOException missing) {
      Path parent = absolute.getParent();
      Path name = absolute.getFileName();
      return parent == null || name == null || Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)
          ? absolute
          : canonical(parent).resolve(name);
    }
  }
}
