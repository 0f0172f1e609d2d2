package arenad.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The page: files of ours put together, with the data between them.
final class Page {
  private static final List<String> SCRIPTS =
      List.of("model.js", "timeline.js", "control.js", "tables.js");

  private Page() {}

  static void write(Picture picture, Writer out) throws IOException {
    String frame = read("page.html");
    int at = 0;
    for (int mark = frame.indexOf('@'); mark >= 0; mark = frame.indexOf('@', at)) {
      out.write(frame, at, mark - at);
      at = frame.indexOf('@', mark + 1) + 1;
      String part = frame.substring(mark, at);
      switch (part) {
        case "@STYLE@" -> out.write(read("page.css"));
        case "@DATA@" -> picture.write(out);
        case "@SCRIPT@" -> {
          for (String script : SCRIPTS) {
            out.write(read(script));
          }
        }
        default -> throw new IllegalStateException(part);
      }
    }
    out.write(frame, at, frame.length() - at);
  }

  private static String read(String file) throws IOException {
    try (InputStream in = Page.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
