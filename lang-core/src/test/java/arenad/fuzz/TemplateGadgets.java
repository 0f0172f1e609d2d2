package arenad.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The gadgets that are written as text, in the resources beside this package: each begins with `@ name` and is a [Template].
final class TemplateGadgets {

  static final List<Gadget> ALL =
      List.of("generics", "closures", "containers", "views", "references", "values", "channels")
          .stream()
          .flatMap(file -> of(text("gadgets/" + file + ".txt")).stream())
          .toList();

  private TemplateGadgets() {}

  /// What their programs are made with besides the [Prelude], a line each.
  static String declarations() {
    return text("gadgets/declarations.arena");
  }

  private static List<Gadget> of(String file) {
    List<Gadget> gadgets = new ArrayList<>();
    List<String> text = new ArrayList<>();
    for (String line : file.lines().toList()) {
      if (line.startsWith("@ ")) {
        List<String> template = new ArrayList<>();
        gadgets.add(
            new Gadget(line.substring(2), moves -> Template.of(List.copyOf(template), moves)));
        text = template;
      } else if (!line.isBlank()) {
        text.add(line);
      }
    }
    return gadgets;
  }

  private static String text(String name) {
    try (InputStream in =
        Objects.requireNonNull(TemplateGadgets.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
