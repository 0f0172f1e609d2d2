package arenad.jvm.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arenad.jvm.emit.Emitted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A running program takes nothing from the Java heap.
final class HeapTest {

  private static final Path EXAMPLES = Path.of(System.getProperty("arenad.root", ".."), "examples");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"nbody", "json", "tiny"})
  void exampleTakesNothingFromTheJavaHeapOnceItIsWarm(String example) throws Exception {
    SourceProgram program = SourceProgram.of(sources(EXAMPLES.resolve(example).resolve("src")));
    for (Emitted.ClassFile file : program.classes()) {
      Path target = folder.resolve(file.internalName() + ".class");
      Files.createDirectories(target.getParent());
      Files.write(target, file.bytes());
    }
    Child.Run run =
        Child.java(
            folder,
            List.of(
                "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                HeapProbe.class.getName(),
                folder.toString()));
    assertEquals("0", run.errors());
  }

  private static Map<String, String> sources(Path folder) throws IOException {
    Map<String, String> sources = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".arena")).sorted().toList()) {
        String name = folder.relativize(file).toString().replace(".arena", "").replace('/', '.');
        sources.put(name, Files.readString(file));
      }
    }
    return sources;
  }
}
