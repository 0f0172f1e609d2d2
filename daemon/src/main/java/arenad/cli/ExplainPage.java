package arenad.cli;

import arenad.diagnostic.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The page of a code in `docs/diagnostics`, which the build puts beside the classes.
final class ExplainPage {
  private ExplainPage() {}

  /// The page's text, Markdown; of a code that this version never reports, its title.
  static String of(Code code) {
    String name = "/arenad/diagnostics/" + code.name() + ".md";
    try (InputStream page = ExplainPage.class.getResourceAsStream(name)) {
      return page == null
          ? "# " + code.name() + ": " + code.title() + "\n\nThis version does not report it.\n"
          : new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
