package arenad.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `arenad lsp` as an editor sees it: a real process, a real daemon behind it.
class LanguageServerTest {
  @TempDir Path home;
  private Tool tool;
  private Path project;
  private Path main;

  @BeforeEach
  void project() throws Exception {
    tool = new Tool(home);
    SmallProject small = SmallProject.in(home.resolve("project"));
    project = small.root();
    main = small.main();
  }

  @AfterEach
  void endDaemon() throws Exception {
    tool.stop(project);
  }

  @Test
  void aLifetimeErrorComesWhileTypingAndGoesWithItsFix() throws Exception {
    try (Editor editor = Editor.in(tool, project)) {
      editor.open(main);
      assertEquals(List.of(), editor.diagnosticsOf(main, 1));
      Range text = new Range(new Position(9, 13), new Position(9, 19));
      editor.type(main, 2, text, "f\"n{1}\"");
      List<Diagnostic> wrong = editor.diagnosticsOf(main, 2);
      assertEquals(1, wrong.size(), wrong::toString);
      Diagnostic only = wrong.getFirst();
      assertEquals("E0301", only.getCode().getLeft());
      assertEquals(9, only.getRange().getStart().getLine());
      assertFalse(only.getRelatedInformation().isEmpty(), "the chain of reasons is told");
      Range planted = new Range(new Position(9, 13), new Position(9, 20));
      editor.type(main, 3, planted, "\"fine again\"");
      assertEquals(List.of(), editor.diagnosticsOf(main, 3));
      assertEquals(SmallProject.MAIN, Files.readString(main), "nothing was saved");
    }
  }

  @Test
  void theFixOfADiagnosticMendsIt() throws Exception {
    try (Editor editor = Editor.in(tool, project)) {
      editor.open(main, SmallProject.MAIN.replace("\"fine\"", "f\"n{1}\""));
      assertEquals(1, editor.diagnosticsOf(main, 1).size());
      assertEquals(List.of(), editor.fixes(main, 3, 0));
      CodeAction fix = editor.fixes(main, 9, 15).getFirst();
      assertEquals("Copy it into `root`", fix.getTitle());
      assertEquals("E0301", fix.getDiagnostics().getFirst().getCode().getLeft());
      List<TextEdit> edits = fix.getEdit().getChanges().get(main.toUri().toString());
      assertEquals(1, edits.size(), edits::toString);
      editor.type(main, 2, edits.getFirst().getRange(), edits.getFirst().getNewText());
      assertEquals(List.of(), editor.diagnosticsOf(main, 2));
    }
  }

  @Test
  void hoverShowsTheContractAsTheCommandPrintsIt() throws Exception {
    Tool.Outcome printed = tool.run(project, "contract", "src/main.arena:example");
    assertEquals(
        """
        example(obj: &Foo, name: String): String
          requires Lifetime(name) >= Lifetime(obj)
          returns Lifetime(Return) = Lifetime(obj)
        """,
        printed.out(),
        printed::told);
    try (Editor editor = Editor.in(tool, project)) {
      editor.open(main);
      String atCall = editor.hover(main, 10, 10);
      assertTrue(atCall.contains(printed.out().strip()), atCall);
      assertTrue(atCall.contains("Renames `obj`."), atCall);
      String atVariable = editor.hover(main, 9, 3);
      assertTrue(atVariable.contains("foo: &Foo"), atVariable);
    }
  }

  @Test
  void definitionLeadsToOtherFiles() throws Exception {
    try (Editor editor = Editor.in(tool, project)) {
      editor.open(main);
      List<? extends Location> struct = editor.definition(main, 3, 15);
      assertEquals(
          project.resolve("src/model.arena").toUri().toString(), struct.getFirst().getUri());
      assertEquals(new Position(0, 14), struct.getFirst().getRange().getStart());
      List<? extends Location> field = editor.definition(main, 9, 7);
      assertEquals(new Position(1, 2), field.getFirst().getRange().getStart());
      List<? extends Location> local = editor.definition(main, 9, 3);
      assertEquals(new Position(8, 6), local.getFirst().getRange().getStart());
    }
  }

  @Test
  void theOutlineHasFieldsAndMethodsBelowTheirStruct() throws Exception {
    Path model = project.resolve("src/model.arena");
    try (Editor editor = Editor.in(tool, project)) {
      editor.open(model);
      List<DocumentSymbol> symbols = editor.symbols(model);
      assertEquals(List.of("Foo"), symbols.stream().map(DocumentSymbol::getName).toList());
      assertEquals(
          List.of("name", "length"),
          symbols.getFirst().getChildren().stream().map(DocumentSymbol::getName).toList());
    }
  }

  @Test
  void twoEditorsKeepTheirUnsavedTextsApart() throws Exception {
    try (Editor one = Editor.in(tool, project);
        Editor two = Editor.in(tool, project)) {
      one.open(main);
      two.open(main);
      assertEquals(List.of(), one.diagnosticsOf(main, 1));
      assertEquals(List.of(), two.diagnosticsOf(main, 1));
      one.type(main, 2, new Range(new Position(9, 13), new Position(9, 19)), "1");
      assertEquals(1, one.diagnosticsOf(main, 2).size());
      two.type(main, 2, new Range(new Position(9, 13), new Position(9, 19)), "\"x\"");
      assertEquals(List.of(), two.diagnosticsOf(main, 2));
    }
  }
}
