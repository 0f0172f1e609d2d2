package arenad.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arenad.fuzz.Compiled;
import arenad.symbol.SymbolId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every program of the corpus' folders `run` and `idiomatic` prints on the oracle what stands beside it, apart from those
/// that want the library (its sources are no part of a workbench) and those that print how large something is in memory.
final class CorpusTest {

  private static final Path CORPUS =
      Path.of(System.getProperty("arenad.root", ".."), "test-corpus", "corpus");

  private static final Pattern BEYOND =
      Pattern.compile(
          "(?m)^import"
              + " .*\\b(collections|io|json|memory|random|text);|env\\.get|time\\.sleep|\\.sort\\(|\\.bytes\\b");

  @TestFactory
  List<DynamicTest> programPrintsWhatStandsBesideIt() throws IOException {
    return programs("run");
  }

  @TestFactory
  List<DynamicTest> idiomaticProgramPrintsWhatStandsBesideIt() throws IOException {
    return programs("idiomatic");
  }

  private static List<DynamicTest> programs(String folder) throws IOException {
    try (Stream<Path> files = Files.list(CORPUS.resolve(folder))) {
      return files
          .filter(file -> file.toString().endsWith(".arena") && isWithinReach(file))
          .sorted()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)))
          .toList();
    }
  }

  private static boolean isWithinReach(Path file) {
    try {
      return !BEYOND.matcher(Files.readString(file)).find();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void check(Path file) throws IOException {
    Compiled compiled = Compiled.of(Files.readString(file));
    assertEquals(List.of(), compiled.errors());
    SymbolId main = new SymbolId("main", SymbolId.Kind.FUNCTION, "main");
    Interpreter.Run run =
        Interpreter.run(
            compiled.runnable(), compiled.workbench()::declaration, main, () -> false, 10_000_000);
    String name = file.getFileName().toString().replace(".arena", ".out");
    assertEquals(Files.readString(file.resolveSibling(name)), run.outcome().output());
    assertEquals(0, run.dangling());
  }
}
