package arenad.lsp.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import arenad.diagnostic.LocatedDiagnostic;
import arenad.ide.FileView;
import arenad.ide.Mendable;
import arenad.incremental.Engine;
import arenad.incremental.Places;
import arenad.incremental.Snapshot;
import arenad.incremental.Work;
import arenad.store.MemoryStore;
import arenad.trace.Log;
import arenad.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.TextEdit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Hints as an editor gets them: with the severity of hints, with their fix as a quick fix, the same in every snapshot.
final class HintsTest {
  private static final String FILE = "src/main.arena";
  private static final String OWNER =
      """
      main(): void => {
        const o = Owned<i32>.new(3);
        print(f"{o.value}");
      }
      """;

  @TempDir Path folder;

  private Snapshot settled(Engine engine, Snapshot from, Workspace workspace, String text)
      throws IOException {
    Files.createDirectories(folder.resolve("src"));
    Files.writeString(folder.resolve("arena.toml"), "[project]\nname = \"test\"\n");
    Files.writeString(folder.resolve(FILE), text);
    return engine.advance(from, workspace.refresh(), Work.quiet());
  }

  private Snapshot of(String text) throws IOException {
    Files.writeString(folder.resolve("arena.toml"), "[project]\nname = \"test\"\n");
    Engine engine = new Engine(new MemoryStore(), Log.none());
    Workspace workspace = Workspace.ofProject(folder);
    return settled(engine, engine.nothing(workspace.base()), workspace, text);
  }

  private static List<Diagnostic> told(Snapshot snapshot) {
    return new Places(snapshot)
        .sorted(snapshot.diagnostics(FILE)).stream()
            .map(each -> Diagnostics.of(each, path -> "file:///" + path))
            .toList();
  }

  @Test
  void aHintIsOfTheSeverityThatEditorsShowDiscreetly() throws IOException {
    Diagnostic hint = told(of(OWNER)).getFirst();
    assertEquals(DiagnosticSeverity.Hint, hint.getSeverity());
    assertEquals("H0328", hint.getCode().getLeft());
    assertEquals(1, hint.getRange().getStart().getLine());
    assertEquals(8, hint.getRange().getStart().getCharacter());
  }

  @Test
  void itsFixIsAQuickFixWhereTheCursorIs() throws IOException {
    Snapshot snapshot = of(OWNER);
    FileView file = FileView.of(snapshot, FILE);
    assertNotNull(file);
    int cursor = OWNER.indexOf("o = ");
    LocatedDiagnostic mendable = Mendable.at(file, cursor, cursor).getFirst();
    CodeAction action = Actions.of(mendable, path -> "file:///" + path).getFirst();
    assertEquals("Keep `o` on the stack", action.getTitle());
    assertEquals(
        List.of(": i32", "", "", "o"),
        action.getEdit().getChanges().get("file:///" + FILE).stream()
            .map(TextEdit::getNewText)
            .toList());
  }

  @Test
  void hintsOfOtherFunctionsStayWhileOneIsTyped() throws IOException {
    Engine engine = new Engine(new MemoryStore(), Log.none());
    Files.writeString(folder.resolve("arena.toml"), "[project]\nname = \"test\"\n");
    Workspace workspace = Workspace.ofProject(folder);
    Snapshot snapshot = engine.nothing(workspace.base());
    String more = "\nother(n: i32): i32 => { return (n + 1) * 2; }\n";
    Diagnostic first = null;
    for (int end = 0; end <= more.length(); end += 3) {
      snapshot = settled(engine, snapshot, workspace, OWNER + more.substring(0, end));
      List<Diagnostic> hints =
          told(snapshot).stream()
              .filter(each -> each.getSeverity() == DiagnosticSeverity.Hint)
              .toList();
      assertEquals(1, hints.size(), more.substring(0, end));
      first = first == null ? hints.getFirst() : first;
      assertEquals(first, hints.getFirst());
    }
  }
}
