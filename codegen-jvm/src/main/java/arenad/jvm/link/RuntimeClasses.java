package arenad.jvm.link;

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

/// The class files of the runtime, which go into every program.
///
/// @param files by path, with slashes
public record RuntimeClasses(SortedMap<String, byte[]> files) {
  public RuntimeClasses {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  private static final String ROOT = "arenad/";
  private static final String CLASS = ".class";

  /// @param place the runtime's jar, or the folder of its classes
  public static RuntimeClasses from(Path place) throws IOException {
    return new RuntimeClasses(Files.isDirectory(place) ? fromFolder(place) : fromJar(place));
  }

  /// The runtime that watches every access to memory: a touch of what has ended stops the program.
  public RuntimeClasses checked() {
    return new RuntimeClasses(CheckedRuntime.of(files));
  }

  private static SortedMap<String, byte[]> fromFolder(Path folder) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.toList();
    }
    for (Path file : all) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      if (isRuntimeClass(name)) {
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
        if (isRuntimeClass(entry.getName())) {
          try (InputStream in = zip.getInputStream(entry)) {
            files.put(entry.getName(), in.readAllBytes());
          }
        }
      }
    }
    return files;
  }

  private static boolean isRuntimeClass(String name) {
    return name.startsWith(ROOT) && name.endsWith(CLASS) && !name.endsWith("package-info.class");
  }
}
