package arenad.incremental;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.LocatedDiagnostic;
import arenad.diagnostic.LocatedDiagnostic.LocatedEdit;
import arenad.diagnostic.LocatedDiagnostic.LocatedFix;
import arenad.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Hints: where the corpus wants them and nowhere else; each fix leaves a program without mistakes and without that hint.
final class HintsTest {
  private static final Path ROOT = Path.of(System.getProperty("arenad.root"));
  private static final Pattern MARKER = Pattern.compile("// ! (H\\d{4})");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```arena( causes)?[^\n]*\n(.*?)^```");

  @TempDir Path folder;

  private TestProject project(String text) throws IOException {
    TestProject project = new TestProject(folder);
    project.write("src/main.arena", text);
    project.settle();
    return project;
  }

  private static List<LocatedDiagnostic> told(TestProject project) {
    List<Diagnostic> all = project.snapshot().diagnostics("src/main.arena");
    return new Places(project.snapshot()).sorted(all);
  }

  private static List<String> lines(List<LocatedDiagnostic> told) {
    return told.stream().map(each -> each.primary().from().line() + 1 + " " + each.code()).toList();
  }

  @TestFactory
  Stream<DynamicTest> theCorpus() throws IOException {
    List<Path> programs;
    try (Stream<Path> files = Files.list(ROOT.resolve("test-corpus/corpus/hints"))) {
      programs = files.sorted().toList();
    }
    assertFalse(programs.isEmpty());
    return programs.stream()
        .map(
            program ->
                DynamicTest.dynamicTest(program.getFileName().toString(), () -> check(program)));
  }

  private void check(Path program) throws IOException {
    String text = Files.readString(program);
    List<String> expected = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      Matcher marker = MARKER.matcher(line);
      if (marker.find()) {
        expected.add(number + " " + marker.group(1));
      }
    }
    List<LocatedDiagnostic> told = told(project(text));
    assertEquals(expected, lines(told));
    for (LocatedDiagnostic hint : told) {
      assertEquals(Severity.HINT, hint.severity());
      for (LocatedFix fix : hint.fixes()) {
        String mended = applied(text, fix);
        List<LocatedDiagnostic> then = told(project(mended));
        assertTrue(
            then.stream().allMatch(each -> each.severity() == Severity.HINT),
            () -> lines(then) + "\n" + mended);
        assertTrue(then.size() < told.size() || !then.toString().equals(told.toString()), mended);
      }
    }
  }

  private static String applied(String text, LocatedFix fix) {
    List<LocatedEdit> edits = new ArrayList<>(fix.edits());
    edits.sort(Comparator.comparingInt((LocatedEdit edit) -> edit.place().start()).reversed());
    StringBuilder mended = new StringBuilder(text);
    for (LocatedEdit edit : edits) {
      mended.replace(edit.place().start(), edit.place().end(), edit.newText());
    }
    return mended.toString();
  }

  @Test
  void thePagesShowProgramsThatDrawTheirHint() throws IOException {
    for (String code : Set.of("H0324", "H0328")) {
      Matcher block =
          BLOCK.matcher(Files.readString(ROOT.resolve("docs/diagnostics/" + code + ".md")));
      while (block.find()) {
        List<String> codes =
            told(project(block.group(2))).stream().map(each -> each.code().name()).toList();
        assertEquals(block.group(1) == null ? List.of() : List.of(code), codes, block.group(2));
      }
    }
  }

  @Test
  void aFixWritesWhatOneWouldWrite() throws IOException {
    String text =
        """
        main(): void => {
          const o = Owned<i64>.new(3);
          o.value += 1;
          const a = Arena.newRoot();
          defer a.free();
          print(f"{o.value} {o.value:x}");
        }
        """;
    LocatedDiagnostic hint = told(project(text)).getFirst();
    assertEquals(
        """
        main(): void => {
          let o: i64 = 3;
          o += 1;
          const a = Arena.newRoot();
          defer a.free();
          print(f"{o} {o:x}");
        }
        """,
        applied(text, hint.fixes().getFirst()));
  }

  @Test
  void hintsFollowTheStructsTheyDependOn() throws IOException {
    TestProject project = new TestProject(folder);
    project.write("src/shapes.arena", "export struct Table { rows: i64[10]; }\n");
    project.write(
        "src/main.arena",
        "import { Table } from shapes;\nmain(): void => {\n  let t = Table { rows: [0; 600] };\n}\n"
            .replace("600", "10"));
    project.settle();
    assertEquals(List.of(), lines(told(project)));
    project.write("src/shapes.arena", "export struct Table { rows: i64[10]; more: i64[600] ; }\n");
    project.settle();
    assertEquals(project.cleanState(), project.state());
    project.write(
        "src/main.arena",
        project.files().get("src/main.arena").replace("] }", "], more: [0; 600] }"));
    project.settle();
    assertEquals(List.of("3 H0324"), lines(told(project)));
    project.restart();
    project.settle();
    assertEquals(List.of("3 H0324"), lines(told(project)));
  }

  @Test
  void hintsStayWhileSomethingElseIsTyped() throws IOException {
    String text =
        "big(): i32 => { let t: i32[2000] = [0; 2000]; return t[0]; }\n"
            + "main(): void => { print(1); }\n";
    TestProject project = project(text);
    assertEquals(List.of("1 H0324"), lines(told(project)));
    for (int end = text.indexOf("main"); end < text.length(); end++) {
      project.write("src/main.arena", text.substring(0, end));
      project.settle();
      int at = end;
      assertTrue(lines(told(project)).contains("1 H0324"), () -> text.substring(0, at));
    }
  }
}
