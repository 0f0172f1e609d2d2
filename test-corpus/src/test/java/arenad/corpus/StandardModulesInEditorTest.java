package arenad.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.Location;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an editor shows of the standard library: documentation, contracts, sources.
class StandardModulesInEditorTest {
  private static final String MAIN =
      """
      import { Random } from random;
      import std.text;
      import math;

      main(): void => {
        let root = Arena.newRoot();
        defer root.free();
        let dice = Random(1);
        print(text.repeat(f"{dice.range(1, 7)}", 2, root));
        print(math.sqrt(2.0));
      }
      """;

  @TempDir Path home;
  private Tool tool;
  private Path main;
  private SmallProject project;

  @BeforeEach
  void project() throws Exception {
    tool = new Tool(home);
    project = SmallProject.in(home.resolve("project"));
    main = project.root().resolve("src/main.arena");
    Files.writeString(main, MAIN);
  }

  @AfterEach
  void endDaemon() throws Exception {
    tool.stop(project.root());
  }

  @Test
  void hoverShowsDocumentationAndContracts() throws Exception {
    try (Editor editor = Editor.in(tool, project.root())) {
      editor.open(main);
      assertEquals(List.of(), editor.diagnosticsOf(main, 1));
      String repeat = editor.hover(main, 8, 13);
      assertTrue(repeat.contains("repeat(s: String, count: i32, a: Arena): String"), repeat);
      assertTrue(repeat.contains("returns Lifetime(Return) = Lifetime(a)"), repeat);
      assertTrue(repeat.contains("one after another"), repeat);
      assertTrue(editor.hover(main, 8, 30).contains("each is equally likely"));
      assertTrue(editor.hover(main, 9, 14).contains("The square root"));
    }
  }

  @Test
  void aDefinitionLeadsToASourceThatCanBeLookedAtAndNotChanged() throws Exception {
    try (Editor editor = Editor.in(tool, project.root())) {
      editor.open(main);
      assertEquals(List.of(), editor.diagnosticsOf(main, 1));
      Location found = editor.definition(main, 8, 13).getFirst();
      Path file = Path.of(URI.create(found.getUri()));
      assertTrue(file.endsWith(".arenad/std/text.arena"), file::toString);
      String line = Files.readAllLines(file).get(found.getRange().getStart().getLine());
      assertTrue(line.startsWith("export repeat("), line);
      assertFalse(file.toFile().canWrite() && !"root".equals(System.getProperty("user.name")));
      editor.open(file);
      int body = found.getRange().getStart().getLine() + 4;
      assertTrue(editor.hover(file, body, 6).contains("StringBuffer"));
    }
  }
}
