package arenad.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real editor as judge of the language server: Neovim without a window, set up as
/// `docs/editors.md` says. `neovim.lua` is what it does; here is what it must have seen.
class NeovimTest {
  private static final long SECONDS = 180;

  /// The first block of Lua in the documentation.
  private static final Pattern SET_UP = Pattern.compile("```lua\n(.*?)```", Pattern.DOTALL);

  /// What is saved has a lifetime error.
  private static final String SAVED = SmallProject.MAIN.replace("\"fine\"", "f\"n{1}\"");

  @TempDir Path home;

  @Test
  void neovimShowsWhatTheServerSays() throws Exception {
    assumeTrue(isThere(), "there is no nvim on the PATH (apt-get install neovim)");
    Tool tool = new Tool(home);
    SmallProject small = SmallProject.in(home.resolve("project"));
    Files.writeString(small.main(), SAVED);
    Path project = small.root();
    try {
      JsonObject seen = run(tool, project);
      JsonElement problem = seen.get("problem");
      assertNull(problem, () -> problem + "\n" + seen);
      judge(tool, project, seen);
    } finally {
      tool.stop(project);
    }
  }

  private static void judge(Tool tool, Path project, JsonObject seen) throws Exception {
    assertEquals("arena", seen.get("filetype").getAsString());
    assertDiagnostic("E0301", 9, seen.getAsJsonArray("opened"));
    assertDiagnostic("E0306", 10, seen.getAsJsonArray("typed"));
    Files.writeString(project.resolve("src/main.arena"), SmallProject.MAIN);
    Tool.Outcome printed = tool.run(project, "contract", "src/main.arena:example");
    String hover = seen.get("hover").getAsString();
    List<String> lines = printed.out().lines().toList();
    assertTrue(lines.size() >= 3, printed::told);
    lines.forEach(line -> assertTrue(hover.contains(line), () -> line + "\nis not in\n" + hover));
    assertTrue(hover.contains("Renames `obj`."), hover);
    assertEquals("model.arena:1", seen.get("definition").getAsString());
    assertEquals(
        List.of("example", "main"),
        seen.getAsJsonArray("symbols").asList().stream().map(JsonElement::getAsString).toList());
    assertTrue(seen.get("unchanged").getAsBoolean(), "nothing was saved");
  }

  private static void assertDiagnostic(String code, int line, JsonArray all) {
    assertEquals(1, all.size(), all::toString);
    JsonObject only = all.get(0).getAsJsonObject();
    assertEquals(code, only.get("code").getAsString(), only::toString);
    assertEquals(line, only.get("line").getAsInt(), only::toString);
    assertEquals("arenad", only.get("source").getAsString(), only::toString);
  }

  private JsonObject run(Tool tool, Path project) throws Exception {
    Path script = home.resolve("story.lua");
    try (InputStream text = NeovimTest.class.getResourceAsStream("neovim.lua")) {
      Files.copy(text, script);
    }
    Path setUp = Files.writeString(home.resolve("arena.lua"), setUp());
    Path seen = home.resolve("seen.json");
    Path log = home.resolve("neovim.log");
    ProcessBuilder builder =
        new ProcessBuilder(
                "nvim",
                "--headless",
                "--clean",
                "-n",
                "-S",
                setUp.toString(),
                "-S",
                script.toString())
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    tool.surround(builder);
    builder.environment().put("ARENAD_SEEN", seen.toString());
    builder.environment().put("XDG_STATE_HOME", home.resolve("state").toString());
    Process neovim = builder.start();
    neovim.getOutputStream().close();
    if (!neovim.waitFor(SECONDS, TimeUnit.SECONDS)) {
      neovim.destroyForcibly();
      throw new IOException("Neovim does not end: " + Files.readString(log));
    }
    assertTrue(Files.exists(seen), () -> "Neovim ends early: " + read(log));
    return JsonParser.parseString(Files.readString(seen)).getAsJsonObject();
  }

  private static String setUp() throws IOException {
    Path documentation = Tool.ROOT.resolve("docs/editors.md");
    Matcher block = SET_UP.matcher(Files.readString(documentation));
    assertTrue(block.find(), documentation + " has no block of Lua");
    return block.group(1);
  }

  private static boolean isThere() {
    String path = System.getenv("PATH");
    return path != null
        && Pattern.compile(":")
            .splitAsStream(path)
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "nvim")));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }
}
