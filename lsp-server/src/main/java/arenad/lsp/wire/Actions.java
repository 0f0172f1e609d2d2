package arenad.lsp.wire;

import arenad.diagnostic.LocatedDiagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;

/// The fixes of diagnostics as quick fixes.
public final class Actions {
  private Actions() {}

  /// One for each fix; the first is the preferred one.
  ///
  /// @param uri of a file, by its path as the diagnostic has it
  public static List<CodeAction> of(LocatedDiagnostic diagnostic, UnaryOperator<String> uri) {
    List<CodeAction> actions = new ArrayList<>();
    for (LocatedDiagnostic.LocatedFix fix : diagnostic.fixes()) {
      CodeAction action = new CodeAction(fix.title());
      action.setKind(CodeActionKind.QuickFix);
      action.setDiagnostics(List.of(Diagnostics.of(diagnostic, uri)));
      action.setEdit(edit(fix, uri));
      if (actions.isEmpty()) {
        action.setIsPreferred(true);
      }
      actions.add(action);
    }
    return actions;
  }

  private static WorkspaceEdit edit(LocatedDiagnostic.LocatedFix fix, UnaryOperator<String> uri) {
    Map<String, List<TextEdit>> changes = new LinkedHashMap<>();
    for (LocatedDiagnostic.LocatedEdit edit : fix.edits()) {
      changes
          .computeIfAbsent(uri.apply(edit.place().file()), _ -> new ArrayList<>())
          .add(
              new TextEdit(
                  Places.range(edit.place().text(), edit.place().start(), edit.place().end()),
                  edit.newText()));
    }
    return new WorkspaceEdit(changes);
  }
}
