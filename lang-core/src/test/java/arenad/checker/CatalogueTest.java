package arenad.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arenad.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The catalogue of lifetime programs of the corpus, without the tool around the checker: each has
/// exactly the mistakes that its markers say, on their lines, and no other.
class CatalogueTest {

  private static final Path PROGRAMS = Path.of("../test-corpus/corpus/lifetimes");

  /// `// ^^^ error E0301: words of the message`, below the line that it is about.
  private static final Pattern MARKER =
      Pattern.compile("^\\s*//\\s*(?:\\^+|!)\\s*(error|warning) ([EW]\\d{4})(?:: (.*))?$");

  @TestFactory
  Stream<DynamicTest> programs() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(PROGRAMS)) {
      files = all.filter(file -> file.toString().endsWith(".arena")).sorted().toList();
    }
    assertTrue(files.size() > 50, "the catalogue is there");
    return files.stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    PROGRAMS.relativize(file).toString(), () -> check(Files.readString(file))));
  }

  static void check(String source) {
    CheckedProgram program = CheckedProgram.of(source);
    List<String> told = new ArrayList<>();
    StringBuilder shown = new StringBuilder();
    List<Diagnostic> diagnostics = new ArrayList<>(program.before());
    diagnostics.addAll(program.lifetimes());
    for (Diagnostic diagnostic : diagnostics) {
      told.add(program.line(diagnostic) + 1 + " " + diagnostic.code());
      shown.append(program.shown(diagnostic));
      assertTrue(diagnostic.message().length() < 120, diagnostic::message);
    }
    assertEquals(sorted(expected(source)), sorted(told), shown::toString);
  }

  private static String sorted(List<String> lines) {
    return String.join("\n", lines.stream().sorted().toList());
  }

  private static List<String> expected(String source) {
    List<String> expected = new ArrayList<>();
    String[] lines = source.split("\n", -1);
    int about = 0;
    for (int i = 0; i < lines.length; i++) {
      Matcher marker = MARKER.matcher(lines[i]);
      if (marker.matches()) {
        expected.add(about + 1 + " " + marker.group(2));
      } else {
        about = i;
      }
    }
    return expected;
  }
}
