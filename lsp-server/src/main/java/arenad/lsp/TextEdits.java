package arenad.lsp;

import arenad.lsp.wire.Places;
import arenad.text.SourceText;
import java.util.List;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/// Applies the edits of a `didChange` to a text, in order.
final class TextEdits {
  private TextEdits() {}

  static String applied(String text, List<TextDocumentContentChangeEvent> changes) {
    String now = text;
    for (TextDocumentContentChangeEvent change : changes) {
      if (change.getRange() == null) {
        now = change.getText();
        continue;
      }
      SourceText source = SourceText.of(now);
      int start = Places.offset(source, change.getRange().getStart());
      int end = Math.max(start, Places.offset(source, change.getRange().getEnd()));
      now = now.substring(0, start) + change.getText() + now.substring(end);
    }
    return now;
  }
}
