package arenad.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// A running program takes nothing from the Java heap.
class HeapTest {

  @TestFactory
  Stream<DynamicTest> examplesTakeNothingFromTheJavaHeapOnceTheyAreWarm(@TempDir Path home) {
    return Stream.of("nbody", "json", "tiny", "particles")
        .map(example -> DynamicTest.dynamicTest(example, () -> check(new Tool(home), example)));
  }

  private static void check(Tool tool, String name) throws Exception {
    Path example = tool.copyOf("examples/" + name);
    try {
      Tool.Outcome built = tool.run(example, "build", "-o", "program.jar");
      assertEquals(0, built.status(), built::told);
    } finally {
      tool.stop(example);
    }
    Process probe =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    example.resolve("program.jar")
                        + File.pathSeparator
                        + System.getProperty("java.class.path"),
                    HeapProbe.class.getName()))
            .directory(example.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    String taken = new String(probe.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, probe.waitFor(), taken);
    assertEquals("0", taken);
  }
}
