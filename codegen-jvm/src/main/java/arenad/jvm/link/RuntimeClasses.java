package arenad.jvm.link;

import arenad.jvm.emit.Emitted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The class files of the runtime.
///
/// @param files what goes into the program, by path, with slashes
/// @param recorder what goes only into a program that is recorded
public record RuntimeClasses(SortedMap<String, byte[]> files, SortedMap<String, byte[]> recorder) {
  public RuntimeClasses {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    recorder = Collections.unmodifiableSortedMap(new TreeMap<>(recorder));
  }

  private static final String ROOT = "arenad/";
  private static final String RECORDER = "arenad/record/";
  private static final String CLASS = ".class";

  /// @param place the runtime's jar, or the folder of its classes
  public static RuntimeClasses from(Path place) throws IOException {
    SortedMap<String, byte[]> all = Files.isDirectory(place) ? fromFolder(place) : fromJar(place);
    SortedMap<String, byte[]> recorder = new TreeMap<>(all);
    recorder.keySet().removeIf(name -> !name.startsWith(RECORDER));
    all.keySet().removeAll(recorder.keySet());
    return new RuntimeClasses(all, recorder);
  }

  /// The runtime that watches every access to memory: a touch of what has ended stops the program.
  public RuntimeClasses checked() {
    return new RuntimeClasses(CheckedRuntime.of(files), recorder);
  }

  /// The runtime that records what happens to memory, for one program.
  public RuntimeClasses recorded(List<Emitted.ClassFile> program) {
    SortedMap<String, byte[]> all = new TreeMap<>(recorder);
    all.put(RECORDER + "names.txt", VariableNames.of(program));
    return new RuntimeClasses(RecordedRuntime.of(files, all), recorder);
  }

  private static SortedMap<String, byte[]> fromFolder(Path folder) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.toList();
    }
    for (Path file : all) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      if (belongs(name)) {
        files.put(name, Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static SortedMap<String, byte[]> fromJar(Path jar) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (belongs(entry.getName())) {
          try (InputStream in = zip.getInputStream(entry)) {
            files.put(entry.getName(), in.readAllBytes());
          }
        }
      }
    }
    return files;
  }

  private static boolean belongs(String name) {
    return name.endsWith(CLASS)
        ? name.startsWith(ROOT) && !name.endsWith("package-info.class")
        : name.startsWith(RECORDER) && !name.endsWith("/");
  }
}
