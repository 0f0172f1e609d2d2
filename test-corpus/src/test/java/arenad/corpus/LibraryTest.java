package arenad.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arenad.outline.Outline;
import arenad.outline.SymbolOutline;
import arenad.parse.Parsed;
import arenad.resolve.StandardModule;
import arenad.resolve.StandardSource;
import arenad.text.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The documentation of the standard library is whole and true.
class LibraryTest {

  /// The examples in the documentation of standard modules, which hover shows.
  @TestFactory
  Stream<DynamicTest> examplesInHover(@TempDir Path home) {
    String documentation =
        Arrays.stream(StandardModule.values())
            .flatMap(module -> source(module).lines())
            .filter(line -> line.startsWith("///"))
            .map(line -> line.substring(Math.min(4, line.length())))
            .collect(Collectors.joining("\n", "", "\n"));
    return DocumentBlock.tests(home, "hover", documentation);
  }

  @Test
  void theReferenceHasAllThatIsExported() throws IOException {
    String reference = Files.readString(Tool.ROOT.resolve("docs/library.md"));
    List<String> missing = new ArrayList<>();
    for (StandardModule module : StandardModule.values()) {
      int start = reference.indexOf("\n## " + module.shortName() + "\n");
      int end = reference.indexOf("\n## ", start + 1);
      String section =
          start < 0 ? "" : reference.substring(start, end < 0 ? reference.length() : end);
      Outline outline = Outline.of(Parsed.of(module.fullName(), SourceText.of(source(module))));
      for (SymbolOutline symbol : outline.symbols()) {
        String name = symbol.id().simpleName();
        boolean isThere =
            Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(section).find();
        if (symbol.exported() && !isThere) {
          missing.add(symbol.id().qualifiedName());
        }
      }
    }
    assertEquals(List.of(), missing);
  }

  private static String source(StandardModule module) {
    return new String(StandardSource.of(module), StandardCharsets.UTF_8);
  }
}
