package arenad.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Emacs with eglot as judge of the language server.
class EmacsTest {
  private static final String PACKAGES = "(package-initialize)";

  @TempDir Path home;

  @Test
  void emacsShowsWhatTheServerSays() throws Exception {
    assumeTrue(
        RealEditor.isThere("emacs") && hasEglot(),
        "there is no emacs with eglot on the PATH (apt-get install emacs-nox elpa-eglot)");
    RealEditor editor = RealEditor.in(home);
    String setUp = editor.setUp("elisp").toString();
    String script = editor.script("emacs.el").toString();
    JsonObject seen =
        editor.run(
            List.of("emacs", "--batch", "-q", "--eval", PACKAGES, "-l", setUp, "-l", script));
    editor.judge(seen);
    assertEquals("arena-mode", seen.get("mode").getAsString());
  }

  private static boolean hasEglot() throws Exception {
    String question = "(kill-emacs (if (require 'eglot nil t) 0 1))";
    return new ProcessBuilder("emacs", "--batch", "-q", "--eval", PACKAGES, "--eval", question)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }
}
