package arenad.jvm.link;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// Classes of Java that a program calls by `extern` and takes along: jars and folders of classes.
/// Those of the JDK are there without it.
public final class ClassPath {
  private static final String ANY_JAR = "*.jar";
  private static final String SERVICES = "META-INF/services/";

  private final List<Path> places;

  private ClassPath(List<Path> places) {
    this.places = List.copyOf(places);
  }

  /// @param entries jars and folders, relative to `root`; `lib/*.jar` is every jar in `lib`, if there is any
  /// @throws IOException when an entry that names a file is not there
  public static ClassPath of(Path root, List<String> entries) throws IOException {
    List<Path> places = new ArrayList<>();
    for (String entry : entries) {
      if (entry.equals(ANY_JAR) || entry.endsWith("/" + ANY_JAR)) {
        places.addAll(jars(root.resolve(entry.substring(0, entry.length() - ANY_JAR.length()))));
        continue;
      }
      Path place = root.resolve(entry);
      if (!Files.exists(place)) {
        throw new IOException("`" + entry + "` of the class path does not exist");
      }
      places.add(place);
    }
    return new ClassPath(places);
  }

  private static List<Path> jars(Path folder) throws IOException {
    List<Path> jars = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, ANY_JAR)) {
        found.forEach(jars::add);
      }
      jars.sort(null);
    }
    return jars;
  }

  /// All that the program takes along, by path. Of two files with one path the first counts, as it does for
  /// Java; lists of services are joined. Manifests and signatures, which hold for one jar alone, stay behind.
  public SortedMap<String, byte[]> files() throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (Path place : places) {
      if (Files.isDirectory(place)) {
        addFolder(place, files);
      } else {
        addJar(place, files);
      }
    }
    return files;
  }

  private static void addFolder(Path folder, Map<String, byte[]> files) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : all) {
      add(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file), files);
    }
  }

  private static void addJar(Path jar, Map<String, byte[]> files) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (!entry.isDirectory()) {
          try (InputStream in = zip.getInputStream(entry)) {
            add(entry.getName(), in.readAllBytes(), files);
          }
        }
      }
    }
  }

  private static void add(String name, byte[] bytes, Map<String, byte[]> files) {
    if (name.startsWith(SERVICES)) {
      files.merge(name, bytes, ClassPath::lines);
    } else if (!name.startsWith("META-INF/") && !name.equals("module-info.class")) {
      files.putIfAbsent(name, bytes);
    }
  }

  private static byte[] lines(byte[] one, byte[] other) {
    byte[] joined = new byte[one.length + 1 + other.length];
    System.arraycopy(one, 0, joined, 0, one.length);
    joined[one.length] = '\n';
    System.arraycopy(other, 0, joined, one.length + 1, other.length);
    return joined;
  }

  /// The class file of that name (`com.acme.Text`), or null when neither these nor the JDK have it.
  byte @Nullable [] classFile(String name) throws IOException {
    String path = name.replace('.', '/') + ".class";
    for (Path place : places) {
      byte[] bytes = Files.isDirectory(place) ? inFolder(place, path) : inJar(place, path);
      if (bytes != null) {
        return bytes;
      }
    }
    try (InputStream in = ClassLoader.getPlatformClassLoader().getResourceAsStream(path)) {
      return in == null ? null : in.readAllBytes();
    }
  }

  private static byte @Nullable [] inFolder(Path folder, String path) throws IOException {
    Path file = folder.resolve(path);
    return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
  }

  private static byte @Nullable [] inJar(Path jar, String path) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry entry = zip.getEntry(path);
      if (entry == null) {
        return null;
      }
      try (InputStream in = zip.getInputStream(entry)) {
        return in.readAllBytes();
      }
    }
  }
}
