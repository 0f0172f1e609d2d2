package arenad.resolve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The Arena source of standard modules, which is part of the compiler.
public final class StandardSource {
  private StandardSource() {}

  /// The bytes of the module's source, in UTF-8.
  public static byte[] of(StandardModule module) {
    String resource = "/arenad/std/" + module.shortName() + ".arena";
    try (InputStream in = StandardSource.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the compiler is incomplete: no " + resource);
      }
      return in.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
