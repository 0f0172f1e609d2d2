package arenad.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Expected outputs in files of their own. With `UPDATE_EXPECT=1` in the environment they are written
/// instead of compared.
public final class Golden {
  private static final boolean UPDATE = "1".equals(System.getenv("UPDATE_EXPECT"));

  private Golden() {}

  /// Checks `actual` against the file beside `source` with another extension.
  public static void check(Path source, String extension, String actual) {
    String name = source.getFileName().toString().replaceFirst("\\.arena$", "." + extension);
    Path expected = source.resolveSibling(name);
    try {
      if (UPDATE) {
        Files.writeString(expected, actual);
      }
      assertEquals(Files.readString(expected), actual, expected.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
