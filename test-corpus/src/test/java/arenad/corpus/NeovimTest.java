package arenad.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Neovim as judge of the language server.
class NeovimTest {
  @TempDir Path home;

  @Test
  void neovimShowsWhatTheServerSays() throws Exception {
    assumeTrue(RealEditor.isThere("nvim"), "there is no nvim on the PATH (apt-get install neovim)");
    RealEditor editor = RealEditor.in(home);
    String setUp = editor.setUp("lua").toString();
    String script = editor.script("neovim.lua").toString();
    JsonObject seen =
        editor.run(
            List.of("nvim", "--headless", "--clean", "-n", "-c", "luafile " + setUp, "-S", script));
    editor.judge(seen);
    assertEquals("arena", seen.get("filetype").getAsString());
  }
}
