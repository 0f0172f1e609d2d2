package arenad.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The programs in the documents do what is said of them.
class DocumentsTest {

  @TestFactory
  Stream<DynamicTest> language(@TempDir Path home) throws IOException {
    return blocks(home, "docs/language.md");
  }

  @TestFactory
  Stream<DynamicTest> tour(@TempDir Path home) throws IOException {
    return blocks(home, "docs/tour.md");
  }

  @TestFactory
  Stream<DynamicTest> library(@TempDir Path home) throws IOException {
    return blocks(home, "docs/library.md");
  }

  private static Stream<DynamicTest> blocks(Path home, String document) throws IOException {
    return DocumentBlock.tests(home, document, Files.readString(Tool.ROOT.resolve(document)));
  }
}
