package arenad.lsp;

import arenad.ide.FileView;
import arenad.ide.Mendable;
import arenad.lsp.wire.Actions;
import arenad.lsp.wire.Places;
import arenad.text.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;

/// `textDocument/codeAction`.
final class CodeActionRequest {
  private CodeActionRequest() {}

  /// @param uri of a file, by its real path
  static List<CodeAction> answer(
      FileView file, CodeActionParams params, Function<Path, String> uri) {
    List<String> only = params.getContext().getOnly();
    if (only != null && only.stream().noneMatch(CodeActionRequest::includesQuickFixes)) {
      return List.of();
    }
    SourceText text = file.parsed().text();
    int start = Places.offset(text, params.getRange().getStart());
    int end = Places.offset(text, params.getRange().getEnd());
    Path root = file.snapshot().project().root();
    return Mendable.at(file, start, end).stream()
        .flatMap(each -> Actions.of(each, path -> uri.apply(root.resolve(path))).stream())
        .toList();
  }

  /// Kinds are a hierarchy: the empty one is above all.
  private static boolean includesQuickFixes(String kind) {
    return kind.isEmpty() || kind.equals(CodeActionKind.QuickFix);
  }
}
