package arenad.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which files an editor may open, wherever they lie and whatever becomes of them on disk.
class LanguageServerFilesTest {
  @TempDir Path home;
  private Tool tool;
  private SmallProject project;

  @BeforeEach
  void project() throws Exception {
    tool = new Tool(home);
    project = SmallProject.in(home.resolve("project"));
  }

  @AfterEach
  void endDaemon() throws Exception {
    tool.stop(project.root());
  }

  @Test
  void aFileOutsideOfAnyProjectIsLookedAfterWhileItIsOpen() throws Exception {
    Path lone =
        Files.writeString(home.resolve("lone.arena"), "main(): void => { let x: i32 = \"\"; }\n");
    try (Editor editor = Editor.in(tool, project.root())) {
      editor.open(lone);
      assertEquals(List.of("E0201"), codes(editor.diagnosticsOf(lone, 1)));
      editor.close(lone);
      assertEquals(List.of(), editor.awaitDiagnosticsOf(lone).getDiagnostics());
    }
  }

  @Test
  void aProjectBelowTheFolderThatIsOpenIsAProject() throws Exception {
    Path above = Files.createDirectories(home.resolve("above"));
    SmallProject below = SmallProject.in(above.resolve("examples/below"));
    Path deep = Files.createDirectories(below.root().resolve("src/deep"));
    Path part = Files.writeString(deep.resolve("part.arena"), "import { Foo } from model;\n");
    try (Editor editor = Editor.in(tool, above)) {
      editor.open(part);
      assertEquals(List.of(), editor.diagnosticsOf(part, 1));
      assertEquals(
          below.model().toUri().toString(), editor.definition(part, 0, 10).getFirst().getUri());
    } finally {
      tool.stop(above);
    }
  }

  @Test
  void anEditorThatCameThroughALinkGetsBackPathsThroughIt() throws Exception {
    Path link = Files.createSymbolicLink(home.resolve("link"), project.root());
    Path main = link.resolve("src/main.arena");
    Path bad = project.root().resolve("src/bad.arena");
    Files.writeString(bad, "f(): i32 => { return \"\"; }\n");
    try (Editor editor = Editor.in(tool, link)) {
      assertEquals(
          List.of("E0201"),
          codes(editor.awaitDiagnosticsOf(link.resolve("src/bad.arena")).getDiagnostics()));
      editor.open(main);
      assertEquals(List.of(), editor.diagnosticsOf(main, 1));
      assertEquals(
          link.resolve("src/model.arena").toUri().toString(),
          editor.definition(main, 3, 15).getFirst().getUri());
    }
  }

  @Test
  void renamingAFileOnDiskMovesItsModule() throws Exception {
    Path main = project.main();
    Path renamed = project.root().resolve("src/shapes.arena");
    try (Editor editor = Editor.in(tool, project.root())) {
      editor.open(main);
      assertEquals(List.of(), editor.diagnosticsOf(main, 1));
      Files.move(project.model(), renamed);
      assertTrue(codes(editor.diagnosticsOf(main, 1)).contains("E0103"));
      editor.type(main, 2, new Range(new Position(0, 20), new Position(0, 25)), "shapes");
      assertEquals(List.of(), editor.diagnosticsOf(main, 2));
    }
  }

  @Test
  void aFileThatIsNotUtf8SaysSoUntilTheEditorHasItsOwnTextOfIt() throws Exception {
    Path bad = project.root().resolve("src/bad.arena");
    Files.write(bad, new byte[] {'/', '/', (byte) 0xFF, '\n'});
    try (Editor editor = Editor.in(tool, project.root())) {
      assertEquals(List.of("E0004"), codes(editor.awaitDiagnosticsOf(bad).getDiagnostics()));
      editor.open(bad, "// ÿ\n");
      assertEquals(List.of(), editor.diagnosticsOf(bad, 1));
      editor.close(bad);
      assertEquals(List.of("E0004"), codes(editor.awaitDiagnosticsOf(bad).getDiagnostics()));
    }
  }

  @Test
  void aMistakeInTheProjectFileShowsInIt() throws Exception {
    Path file = project.root().resolve("arena.toml");
    Files.writeString(file, "[project]\nnome = \"p\"\n");
    try (Editor editor = Editor.in(tool, project.root())) {
      Diagnostic only = editor.awaitDiagnosticsOf(file).getDiagnostics().getFirst();
      assertEquals("E0601", only.getCode().getLeft());
      assertEquals(1, only.getRange().getStart().getLine());
      Files.writeString(file, "[project]\nname = \"p\"\n");
      assertEquals(List.of(), editor.awaitDiagnosticsOf(file).getDiagnostics());
    }
  }

  @Test
  void aPlaceThatTheTextDoesNotHaveIsNoFault() throws Exception {
    Path main = project.main();
    try (Editor editor = Editor.in(tool, project.root())) {
      editor.open(main);
      assertEquals("", editor.hover(main, 1000, 0));
      assertEquals("", editor.hover(main, -1, -1));
      editor.type(main, 2, new Range(new Position(900, 0), new Position(901, 7)), "// end\n");
      assertEquals(List.of(), editor.diagnosticsOf(main, 2));
      assertEquals("", editor.hover(home.resolve("nowhere.arena"), 0, 0));
    }
  }

  @Test
  void hoverTellsTheReasonsOfAnError() throws Exception {
    Path main = project.main();
    String text = SmallProject.MAIN.replace("\"fine\"", "f\"n{1}\"");
    try (Editor editor = Editor.in(tool, project.root())) {
      editor.open(main, text);
      assertEquals(
          """
          Why E0301:

          1. line 9: `foo` lives in `root`
          2. line 7: arena `root` begins here\
          """,
          editor.hover(main, 9, 15));
    }
  }

  @Test
  void hoverShowsTheSignatureOfAFunctionWithErrors() throws Exception {
    Path main = project.main();
    try (Editor editor = Editor.in(tool, project.root())) {
      editor.open(main, SmallProject.MAIN.replace("return obj.name;", "return 1;"));
      String shown = editor.hover(main, 3, 2);
      assertTrue(
          shown.startsWith("```arena\nexample(obj: &Foo, name: String): String\n```"), shown);
      assertTrue(shown.contains("its body has errors"), shown);
    }
  }

  private static List<String> codes(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(each -> each.getCode().getLeft()).toList();
  }
}
