package arenad.lsp;

import arenad.ide.FileView;
import arenad.ide.HoverText;
import arenad.lsp.wire.Places;
import arenad.text.SourceText;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.jspecify.annotations.Nullable;

/// `textDocument/hover`.
final class HoverRequest {
  private HoverRequest() {}

  static @Nullable Hover answer(FileView file, Position position, EditorAbilities editor) {
    SourceText text = file.parsed().text();
    HoverText hover =
        HoverText.at(file, Places.offset(text, position), !editor.showsRelatedInformation());
    return hover == null
        ? null
        : new Hover(
            new MarkupContent(MarkupKind.MARKDOWN, hover.markdown()),
            Places.range(text, hover.start(), hover.end()));
  }
}
