package arenad.std;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class IoFailureTest {
  @Test
  void exceptionsAndWordsOfTheSystemAreTold() {
    assertEquals(IoFailure.NOT_FOUND, IoFailure.of(new NoSuchFileException("x")));
    assertEquals(IoFailure.NOT_FOUND, IoFailure.of(new InvalidPathException("x", "nul")));
    assertEquals(IoFailure.NO_PERMISSION, IoFailure.of(new AccessDeniedException("x")));
    assertEquals(IoFailure.IS_FOLDER, IoFailure.of(new IOException("Is a directory")));
    assertEquals(
        IoFailure.NO_SPACE,
        IoFailure.of(new FileSystemException("x", null, "No space left on device")));
    assertEquals(IoFailure.OTHER, IoFailure.of(new IOException()));
    assertEquals(IoFailure.OTHER, IoFailure.of(new IllegalStateException()));
  }

  @Test
  void theNumbersAreThoseOfTheStandardLibrary() {
    assertEquals(2, IoFailure.NOT_FOUND.ordinal());
    assertEquals(3, IoFailure.NO_PERMISSION.ordinal());
    assertEquals(8, IoFailure.NOT_UTF8.ordinal());
    assertEquals(10, IoFailure.NO_SPACE.ordinal());
  }
}
