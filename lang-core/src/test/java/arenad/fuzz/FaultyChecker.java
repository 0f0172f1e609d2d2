package arenad.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// The checker with all [SourceFault]s compiled into it, in a class loader of its own that has all of the language's core a second time.
final class FaultyChecker extends ClassLoader {

  private static final Path SOURCES =
      Path.of(
          System.getProperty("arenad.root", ".."), "lang-core", "src", "main", "java", "arenad");

  private final Map<String, byte[]> classes;
  private final List<SourceFault> planted;
  private final List<String> withoutPlace;

  private FaultyChecker(
      Map<String, byte[]> classes, List<SourceFault> planted, List<String> withoutPlace) {
    super("faulty", FaultyChecker.class.getClassLoader());
    this.classes = classes;
    this.planted = planted;
    this.withoutPlace = withoutPlace;
  }

  /// The faults that it has, by their numbers.
  List<SourceFault> planted() {
    return planted;
  }

  /// The faults whose place in the source is no more what the list says.
  List<String> withoutPlace() {
    return withoutPlace;
  }

  static FaultyChecker of(List<SourceFault> faults) throws IOException {
    Map<String, String> sources = new LinkedHashMap<>();
    List<SourceFault> planted = new ArrayList<>();
    List<String> withoutPlace = new ArrayList<>();
    for (SourceFault fault : faults) {
      Path file = SOURCES.resolve(fault.file());
      String source = sources.get(fault.file());
      if (source == null) {
        source = Files.exists(file) ? Files.readString(file) : "";
      }
      if (fault.fits(source)) {
        sources.put(fault.file(), fault.into(source, planted.size()));
        planted.add(fault);
      } else {
        withoutPlace.add(fault.name());
      }
    }
    return new FaultyChecker(compiled(sources), List.copyOf(planted), withoutPlace);
  }

  private static Map<String, byte[]> compiled(Map<String, String> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Map<String, ByteArrayOutputStream> out = new HashMap<>();
    StringWriter complaints = new StringWriter();
    List<JavaFileObject> units = new ArrayList<>();
    sources.forEach((file, text) -> units.add(new Source(file, text)));
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("-proc:none", "-nowarn", "-cp", System.getProperty("java.class.path"));
      boolean fine =
          compiler.getTask(complaints, new InMemory(files, out), null, options, null, units).call();
      if (!fine) {
        throw new IllegalStateException(complaints.toString());
      }
    }
    Map<String, byte[]> classes = new HashMap<>();
    out.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
    return classes;
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String file, String text) {
      super(URI.create("string:///arenad/" + file), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreErrors) {
      return text;
    }
  }

  private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> out;

    InMemory(JavaFileManager files, Map<String, ByteArrayOutputStream> out) {
      super(files);
      this.out = out;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, javax.tools.FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("mem:///" + name.replace('.', '/')), kind) {
        @Override
        public OutputStream openOutputStream() {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          out.put(name, bytes);
          return bytes;
        }
      };
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith("arenad.")) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known == null ? define(name) : known;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    byte[] faulty = classes.get(name);
    String file = name.replace('.', '/') + ".class";
    try (InputStream in = getParent().getResourceAsStream(file)) {
      if (faulty == null && in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = faulty == null ? in.readAllBytes() : faulty;
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
