package arenad.lsp;

import arenad.ide.Definition;
import arenad.ide.FileView;
import arenad.lsp.wire.Places;
import java.util.List;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;

/// `textDocument/definition`.
final class DefinitionRequest {
  private DefinitionRequest() {}

  static List<Location> answer(FileView file, Position position) {
    Definition found = Definition.at(file, Places.offset(file.parsed().text(), position));
    if (found == null) {
      return List.of();
    }
    String uri = file.snapshot().project().root().resolve(found.path()).toUri().toString();
    return List.of(new Location(uri, Places.range(found.text(), found.start(), found.end())));
  }
}
