package arenad.lsp;

import arenad.ide.Definition;
import arenad.ide.FileView;
import arenad.lsp.wire.Places;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;

/// `textDocument/definition`.
final class DefinitionRequest {
  private DefinitionRequest() {}

  /// @param uri of a file, by its real path
  static List<Location> answer(FileView file, Position position, Function<Path, String> uri) {
    Definition found = Definition.at(file, Places.offset(file.parsed().text(), position));
    if (found == null) {
      return List.of();
    }
    Path place = file.snapshot().project().root().resolve(found.path());
    return List.of(
        new Location(uri.apply(place), Places.range(found.text(), found.start(), found.end())));
  }
}
