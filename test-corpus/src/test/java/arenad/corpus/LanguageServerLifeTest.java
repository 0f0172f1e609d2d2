package arenad.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How `arenad lsp` begins and ends, and what becomes of an editor whose daemon ends.
class LanguageServerLifeTest {
  private static final Pattern PROCESS = Pattern.compile("process (\\d+)");
  private static final Range NAMED = new Range(new Position(10, 21), new Position(10, 28));

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
  void anotherDaemonGoesOnWithTheUnsavedTextOfTheOneThatWasKilled() throws Exception {
    Path main = project.main();
    try (Editor editor = Editor.in(tool, project.root())) {
      editor.open(main);
      editor.type(main, 2, NAMED, "f\"n{1}\"");
      assertEquals(List.of("E0306"), codes(editor.diagnosticsOf(main, 2)));
      kill();
      String hover = editor.hover(main, 3, 2);
      assertTrue(hover.contains("requires Lifetime(name) >= Lifetime(obj)"), hover);
      assertEquals(List.of("E0306"), codes(editor.diagnosticsOf(main, 2)));
      editor.type(main, 3, NAMED, "\"fine!\"");
      assertEquals(List.of(), editor.diagnosticsOf(main, 3));
      assertEquals(SmallProject.MAIN, Files.readString(main), "nothing was saved");
    }
  }

  @Test
  void aDaemonThatWasStoppedStaysSoUntilTheEditorNeedsOne() throws Exception {
    Path main = project.main();
    try (Editor editor = Editor.in(tool, project.root())) {
      editor.open(main);
      assertEquals(List.of(), editor.diagnosticsOf(main, 1));
      tool.stop(project.root());
      assertTrue(tool.run(project.root(), "status").out().contains("not running"));
      editor.type(main, 2, NAMED, "1");
      assertEquals(List.of("E0201"), codes(editor.diagnosticsOf(main, 2)));
    }
  }

  @Test
  void whatIsNoEditorIsToldSo() throws Exception {
    for (String said :
        List.of("hello\n", "Content-Length: x\r\n\r\n", "Content-Length: 2\r\n\r\n{}")) {
      Process process = tool.start(project.root(), "lsp");
      process.getOutputStream().write(said.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
      assertEquals(2, process.waitFor(), said);
      assertEquals(-1, process.getInputStream().read(), "nothing is said on standard output");
    }
  }

  @Test
  void anEditorThatIsGoneLeavesNothingBehind() throws Exception {
    Process process = tool.start(project.root(), "lsp", "--stdio", "--clientProcessId=1");
    process.getOutputStream().close();
    assertEquals(0, process.waitFor());
    Editor crashed = Editor.in(tool, project.root());
    crashed.open(project.main());
    assertEquals(1, crashed.crash());
  }

  private void kill() throws Exception {
    String status = tool.run(project.root(), "status").out();
    Matcher number = PROCESS.matcher(status);
    assertTrue(number.find(), status);
    ProcessHandle daemon = ProcessHandle.of(Long.parseLong(number.group(1))).orElseThrow();
    assertTrue(daemon.destroyForcibly());
    daemon.onExit().get();
  }

  private static List<String> codes(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(each -> each.getCode().getLeft()).toList();
  }
}
