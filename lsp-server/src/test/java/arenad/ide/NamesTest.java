package arenad.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import arenad.diagnostic.Severity;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Each file below `arenad/ide` in the test resources is a correct program; the comments below a line say
/// what an editor is told of the name above their caret:
///
/// ```
///   const n = size(xs);
/// //          ^ hover: size(xs: Array<i32>): i32
/// //          ^ definition: 3:1 size
/// ```
///
/// With `UPDATE_EXPECT=1` in the environment what follows `hover` and `definition` is written anew.
final class NamesTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("arenad.root", ".."))
          .resolve("lsp-server/src/test/resources/arenad/ide");
  private static final String FILE = "src/main.arena";

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> editorsAreToldOfNamesWhatTheProgramsSay() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList().stream()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }
  }

  private void check(Path file) throws IOException {
    String marked = Files.readString(file);
    FileView view = view(marked);
    String told = new MarkedNames(view).written();
    noHiddenNames(view);
    if ("1".equals(System.getenv("UPDATE_EXPECT"))) {
      Files.writeString(file, told);
    } else {
      assertEquals(marked, told);
    }
  }

  /// What elaboration makes up is named with a sign that no name has.
  private static void noHiddenNames(FileView view) {
    for (int i = 0; i < view.parsed().text().length(); i++) {
      HoverText hover = HoverText.at(view, i, false);
      assertFalse(hover != null && hover.markdown().contains("%"), () -> String.valueOf(hover));
    }
  }

  private FileView view(String text) throws IOException {
    Files.createDirectories(folder.resolve("src"));
    Files.writeString(folder.resolve("arena.toml"), "[project]\nname = \"test\"\n");
    Files.writeString(folder.resolve(FILE), text);
    Engine engine = new Engine(new MemoryStore(), Log.none());
    Workspace workspace = Workspace.ofProject(folder);
    Snapshot snapshot =
        engine.advance(engine.nothing(workspace.base()), workspace.refresh(), Work.quiet());
    assertEquals(List.of(), errors(snapshot));
    FileView view = FileView.of(snapshot, FILE);
    assertNotNull(view);
    return view;
  }

  private static List<String> errors(Snapshot snapshot) {
    return new Places(snapshot)
        .sorted(snapshot.diagnostics(FILE)).stream()
            .filter(each -> each.severity() == Severity.ERROR)
            .map(each -> each.primary().start() + " " + each.message())
            .toList();
  }
}
