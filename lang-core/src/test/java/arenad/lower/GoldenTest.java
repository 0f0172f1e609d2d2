package arenad.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arenad.fuzz.Compiled;
import arenad.ir.IrFunction;
import arenad.ir.IrText;
import arenad.ir.IrVerifier;
import arenad.parse.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Each file below `arenad/lower` in the test resources is a program, with its graphs in the `.ir` file
/// beside it; its name is the sentence that it shows. With `UPDATE_EXPECT=1` the graphs are written anew.
final class GoldenTest {

  private static final Path FOLDER =
      Path.of(System.getProperty("arenad.root", ".."))
          .resolve("lang-core/src/test/resources/arenad/lower");

  @TestFactory
  List<DynamicTest> programsHaveTheGraphsThatStandBesideThem() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".arena"))
          .sorted()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)))
          .toList();
    }
  }

  private static void check(Path file) throws IOException {
    Compiled compiled = Compiled.of(Files.readString(file));
    assertEquals(List.of(), compiled.errors());
    for (IrFunction function : compiled.functions().values()) {
      assertEquals(List.of(), IrVerifier.problemsOf(function));
    }
    String graphs =
        compiled.functions().values().stream().map(IrText::of).collect(Collectors.joining("\n"));
    Golden.check(file, "ir", graphs);
  }
}
