package arenad.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file with what is expected. With `UPDATE_EXPECT=1` it is rewritten instead of compared.
final class Expected {
  private static final boolean UPDATE = "1".equals(System.getenv("UPDATE_EXPECT"));

  private Expected() {}

  /// Compares a text with the file below the checkout.
  static void matches(Path file, String actual) throws IOException {
    if (UPDATE) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, actual);
    }
    String expected = Files.exists(file) ? Files.readString(file) : "";
    assertEquals(expected, actual, () -> file + " (UPDATE_EXPECT=1 rewrites it)");
  }
}
