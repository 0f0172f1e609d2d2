package arenad.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every block marked `arena` in the documents compiles and, where it has a `main`, runs: as a module
/// if it declares something, else as the body of `main`.
class LanguageReferenceTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```arena\n(.*?)^```");
  private static final Pattern DECLARES =
      Pattern.compile(
          "(?m)^(export |struct |const \\w+: .*;$|test |[a-z]\\w*(<.*>)?\\(.*\\).*=> \\{)");

  @TestFactory
  Stream<DynamicTest> language(@TempDir Path home) throws IOException {
    return blocks(home, "docs/language.md");
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
