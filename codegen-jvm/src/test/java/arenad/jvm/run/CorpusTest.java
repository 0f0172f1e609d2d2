package arenad.jvm.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every program of the corpus' `run` folder, emitted and run: what it prints and how it ends.
final class CorpusTest {

  private static final Path RUN =
      Path.of(System.getProperty("arenad.root", ".."), "test-corpus", "corpus", "run");

  @TempDir Path folder;

  @TestFactory
  List<DynamicTest> programPrintsWhatStandsBesideIt() throws IOException {
    try (Stream<Path> files = Files.list(RUN)) {
      return files
          .filter(file -> file.toString().endsWith(".arena"))
          .sorted()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)))
          .toList();
    }
  }

  private void check(Path file) throws IOException, InterruptedException {
    SourceProgram program = SourceProgram.of(Files.readString(file));
    Path jar = folder.resolve(file.getFileName() + ".jar");
    program.link(jar);
    Child.Run run = Child.java(folder, List.of("-Xshare:auto", "-jar", jar.toString()));
    assertEquals(beside(file, ".out", ""), run.output());
    assertEquals(
        beside(file, ".status", "0").strip(), Integer.toString(run.status()), run.errors());
  }

  private static String beside(Path file, String suffix, String otherwise) throws IOException {
    String name = file.getFileName().toString().replace(".arena", suffix);
    Path beside = file.resolveSibling(name);
    return Files.exists(beside) ? Files.readString(beside) : otherwise;
  }
}
