package arenad.lsp;

import arenad.ide.Definition;
import arenad.ide.FileView;
import arenad.lsp.wire.Places;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;

/// `textDocument/definition`.
final class DefinitionRequest {
  private DefinitionRequest() {}

  /// @param uri of a file, by its real path
  /// @param standard where the sources of standard modules are shown
  static List<Location> answer(
      FileView file, Position position, Function<Path, String> uri, StandardFiles standard) {
    Definition found = Definition.at(file, Places.offset(file.parsed().text(), position));
    if (found == null) {
      return List.of();
    }
    String place = uri.apply(place(file, found, standard));
    return List.of(new Location(place, Places.range(found.text(), found.start(), found.end())));
  }

  private static Path place(FileView file, Definition found, StandardFiles standard) {
    try {
      Path unpacked = standard.place(found.path(), found.text());
      return unpacked != null ? unpacked : file.snapshot().project().root().resolve(found.path());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
