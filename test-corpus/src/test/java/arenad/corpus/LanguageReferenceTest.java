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
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every block marked `arena` in the documents compiles and, where it has a `main`, runs: as a module
/// if it declares something, else as the body of `main`.
class LanguageReferenceTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```arena\n(.*?)^```");
  private static final Pattern DECLARES =
      Pattern.compile(
          "(?m)^(export |import |struct |const \\w+: .*;$|test |[a-z]\\w*(<.*>)?\\(.*\\).*=> \\{)");

  @TestFactory
  Stream<DynamicTest> language(@TempDir Path home) throws IOException {
    return blocks(home, "docs/language.md");
  }

  @TestFactory
  Stream<DynamicTest> library(@TempDir Path home) throws IOException {
    return blocks(home, "docs/library.md");
  }

  /// The examples in the documentation of standard modules, which hover shows.
  @TestFactory
  Stream<DynamicTest> libraryInHover(@TempDir Path home) throws IOException {
    Tool tool = new Tool(home);
    StringBuilder all = new StringBuilder();
    for (StandardModule module : StandardModule.values()) {
      all.append(new String(StandardSource.of(module), StandardCharsets.UTF_8));
    }
    String documentation =
        all.toString()
            .lines()
            .filter(line -> line.startsWith("///"))
            .map(line -> line.substring(Math.min(4, line.length())))
            .collect(Collectors.joining("\n", "", "\n"));
    List<String> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(documentation);
    while (matcher.find()) {
      blocks.add(matcher.group(1));
    }
    return tool.thenStop(
        home,
        IntStream.range(0, blocks.size())
            .mapToObj(
                i ->
                    DynamicTest.dynamicTest(
                        "example " + i, () -> check(tool, home, "hover" + i, blocks.get(i)))));
  }

  @Test
  void theLibrarysReferenceHasAllThatIsExported() throws IOException {
    String reference = Files.readString(Tool.ROOT.resolve("docs/library.md"));
    List<String> missing = new ArrayList<>();
    for (StandardModule module : StandardModule.values()) {
      int start = reference.indexOf("\n## " + module.shortName() + "\n");
      int end = reference.indexOf("\n## ", start + 1);
      String section =
          start < 0 ? "" : reference.substring(start, end < 0 ? reference.length() : end);
      String source = new String(StandardSource.of(module), StandardCharsets.UTF_8);
      Outline outline = Outline.of(Parsed.of(module.fullName(), SourceText.of(source)));
      for (SymbolOutline symbol : outline.symbols()) {
        String name = symbol.id().name();
        boolean isThere =
            Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(section).find();
        if (symbol.exported() && !isThere) {
          missing.add(symbol.id().qualifiedName());
        }
      }
    }
    assertEquals(List.of(), missing);
  }

  private static Stream<DynamicTest> blocks(Path home, String document) throws IOException {
    Tool tool = new Tool(home);
    String text = Files.readString(Tool.ROOT.resolve(document));
    List<String> blocks = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(text);
    while (matcher.find()) {
      blocks.add(matcher.group(1));
      lines.add((int) text.substring(0, matcher.start()).lines().count() + 1);
    }
    return tool.thenStop(
        home,
        IntStream.range(0, blocks.size())
            .mapToObj(
                i ->
                    DynamicTest.dynamicTest(
                        document + ", line " + lines.get(i),
                        () -> check(tool, home, "block" + i, blocks.get(i)))));
  }

  private static void check(Tool tool, Path home, String name, String block)
      throws IOException, InterruptedException {
    String source = program(block);
    Files.writeString(home.resolve(name + ".arena"), source);
    Tool.Outcome checked = tool.run(home, "check", name + ".arena");
    assertEquals(0, checked.status(), () -> source + checked.told());
    assertEquals("", checked.out(), () -> source + checked.told());
    if (source.contains("main(): ")) {
      Tool.Outcome ran = tool.run(home, "run", name + ".arena");
      assertEquals(0, ran.status(), () -> source + ran.told());
    }
  }

  private static String program(String block) {
    return DECLARES.matcher(block).find() ? block : "main(): void => {\n" + block + "}\n";
  }
}
