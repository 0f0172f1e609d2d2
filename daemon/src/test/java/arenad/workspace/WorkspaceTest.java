package arenad.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkspaceTest {
  @TempDir Path temporary;
  Path root = Path.of("");

  @BeforeEach
  void project() throws IOException {
    root = temporary.toRealPath();
    write("arena.toml", "[project]\nname = \"demo\"\n");
    write("src/main.arena", "one");
  }

  private void write(String path, String text) throws IOException {
    Files.createDirectories(root.resolve(path).getParent());
    Files.writeString(root.resolve(path), text);
  }

  private static List<String> paths(Sources sources) {
    return List.copyOf(sources.files().keySet());
  }

  private static String text(Sources sources, String path) {
    SourceFile file = sources.file(path);
    return file == null ? "(none)" : file.text().text();
  }

  @Test
  void whatIsSavedIsSeenAndWhatIsNotChangedKeepsItsRevision() throws IOException {
    Workspace workspace = Workspace.ofProject(root);
    Sources first = workspace.refresh();
    assertSame(first, workspace.refresh());
    write("src/deep/er/vec.arena", "two");
    Sources second = workspace.refresh();
    assertEquals(List.of("src/deep/er/vec.arena", "src/main.arena"), paths(second));
    assertNotNull(second.module("deep.er.vec"));
    assertSame(first.file("src/main.arena"), second.file("src/main.arena"));
    Files.delete(root.resolve("src/main.arena"));
    Sources.Changes changes = workspace.refresh().since(second);
    assertEquals(List.of("src/main.arena"), changes.gone());
    assertEquals(List.of(), changes.present());
  }

  @Test
  void aChangeThatHidesBehindEqualTimesIsSeen() throws IOException {
    Workspace workspace = Workspace.ofProject(root);
    Path file = root.resolve("src/main.arena");
    workspace.refresh();
    FileTime time = Files.getLastModifiedTime(file);
    write("src/main.arena", "two");
    Files.setLastModifiedTime(file, time);
    assertEquals("two", text(workspace.refresh(), "src/main.arena"));
  }

  @Test
  void aFileThatWasTouchedAndSaysTheSameIsTheSame() throws IOException {
    Workspace workspace = Workspace.ofProject(root);
    Sources first = workspace.refresh();
    Files.setLastModifiedTime(root.resolve("src/main.arena"), FileTime.fromMillis(1));
    assertSame(first, workspace.refresh());
  }

  @Test
  void whatIsNoModuleIsLeftOut() throws IOException {
    write("src/.hidden.arena", "");
    write("src/.git/x.arena", "");
    write("src/a.b.arena", "");
    write("src/notes.txt", "");
    write("elsewhere.arena", "");
    Files.createDirectories(root.resolve("src/folder.arena"));
    Files.createSymbolicLink(root.resolve("src/round"), root.resolve("src"));
    Files.createSymbolicLink(root.resolve("src/broken"), root.resolve("nowhere"));
    assertEquals(List.of("src/main.arena"), paths(Workspace.ofProject(root).refresh()));
  }

  @Test
  void theSourceFolderIsWhereArenaTomlSays() throws IOException {
    write("arena.toml", "[project]\nsource = \"code\"\n");
    write("code/x.arena", "");
    Workspace workspace = Workspace.ofProject(root);
    assertEquals(List.of("code/x.arena"), paths(workspace.refresh()));
    write("arena.toml", "[project]\nsource = \"src\"\n");
    assertEquals(List.of("src/main.arena"), paths(workspace.refresh()));
  }

  @Test
  void aSingleFileBringsWhatItImports() throws IOException {
    write("loose/start.arena", "import a.b");
    write("loose/a/b.arena", "import c");
    write("loose/c.arena", "import start");
    write("loose/unrelated.arena", "");
    Workspace workspace =
        Workspace.ofFile(
            root.resolve("loose/start.arena"),
            file -> List.of(file.text().text().replace("import ", "")));
    assertEquals(List.of("a/b.arena", "c.arena", "start.arena"), paths(workspace.refresh()));
    Files.delete(root.resolve("loose/a/b.arena"));
    assertEquals(List.of("start.arena"), paths(workspace.refresh()));
  }

  @Test
  void anOverlayIsItsClientsAlone() throws IOException {
    Workspace workspace = Workspace.ofProject(root);
    workspace.refresh();
    try (Workspace.Layer one = workspace.newLayer();
        Workspace.Layer other = workspace.newLayer()) {
      one.put("src/main.arena", "unsaved");
      one.put("src/new.arena", "not on disk");
      assertEquals("unsaved", text(one.sources(), "src/main.arena"));
      assertEquals("not on disk", text(one.sources(), "src/new.arena"));
      assertEquals("one", text(other.sources(), "src/main.arena"));
      assertEquals("one", text(workspace.base(), "src/main.arena"));
      write("src/main.arena", "saved by somebody else");
      workspace.refresh();
      assertEquals("unsaved", text(one.sources(), "src/main.arena"));
      assertEquals("saved by somebody else", text(other.sources(), "src/main.arena"));
      one.remove("src/main.arena");
      assertEquals("saved by somebody else", text(one.sources(), "src/main.arena"));
    }
    assertEquals(0, workspace.layers());
  }

  @Test
  void revisionsGrowWithEveryChange() throws IOException {
    Workspace workspace = Workspace.ofProject(root);
    Workspace.Layer layer = workspace.newLayer();
    long before = layer.sources().revision();
    long made = layer.put("src/main.arena", "x");
    assertTrue(made > before);
    assertEquals(made, layer.sources().revision());
    assertNotEquals(made, layer.put("src/main.arena", "y"));
  }

  @Test
  void pathsAreFoundThroughLinksAndOutsideThereAreNone() throws IOException {
    Workspace workspace = Workspace.ofProject(root);
    Path link = Files.createSymbolicLink(root.resolve("link"), root.resolve("src"));
    assertEquals("src/main.arena", workspace.pathOf(link.resolve("main.arena")));
    assertEquals("src/unborn.arena", workspace.pathOf(link.resolve("unborn.arena")));
    assertNull(workspace.pathOf(root.resolve("other.arena")));
    assertNull(workspace.pathOf(Path.of("/")));
  }
}
