package arenad.elaborate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Each file below `arenad/elaborate` in the test resources is a program with the diagnostics that
/// it draws as comments below their lines; its name is the sentence that it shows. Modules other
/// than `main` come first, each below a line `//// name`. With `UPDATE_EXPECT=1` in the environment
/// the comments are written anew.
final class ProgramsTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("arenad.root", ".."))
          .resolve("lang-core/src/test/resources/arenad/elaborate");

  @TestFactory
  Stream<DynamicTest> programsDrawTheDiagnosticsThatTheySay() throws IOException {
    return files().stream().map(file -> DynamicTest.dynamicTest(name(file), () -> check(file)));
  }

  /// All programs, for tests that want many.
  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".arena")).sorted().toList();
    }
  }

  private static String name(Path file) {
    String name = FOLDER.relativize(file).toString();
    return name.substring(0, name.length() - ".arena".length()).replace('-', ' ');
  }

  private static void check(Path file) throws IOException {
    String marked = Files.readString(file);
    if ("1".equals(System.getenv("UPDATE_EXPECT"))) {
      Files.writeString(file, Programs.remarked(marked));
    } else {
      Programs.check(marked);
    }
  }
}
