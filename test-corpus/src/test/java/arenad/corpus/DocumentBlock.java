package arenad.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/// A block marked `arena` in a document: a module if it declares something, else the body of a `main`. It compiles and, where it
/// has a `main`, runs. A block marked `text` right below it is what it prints. A block marked `arena causes CODE` is
/// refused with that code and no other.
///
/// @param line where it stands in the document
/// @param code of the mistake in it, or null where there is none
/// @param output what it prints, or null where nothing is said
record DocumentBlock(int line, String source, @Nullable String code, @Nullable String output) {
  private static final Pattern FORM =
      Pattern.compile("(?ms)^```arena(?: causes (\\w+))?\n(.*?)^```\n(?:```text\n(.*?)^```)?");
  private static final Pattern DECLARES =
      Pattern.compile(
          "(?m)^(export |struct |type |import |requirement |region \\w+;|extern |"
              + "const \\w+: .*;$|test |[a-z]\\w*(<.*>)?\\(.*\\).*=> \\{)");

  static List<DocumentBlock> in(String document) {
    List<DocumentBlock> blocks = new ArrayList<>();
    Matcher form = FORM.matcher(document);
    while (form.find()) {
      int line = (int) document.substring(0, form.start()).lines().count() + 1;
      blocks.add(new DocumentBlock(line, form.group(2), form.group(1), form.group(3)));
    }
    return blocks;
  }

  /// A test for each block of a document.
  static Stream<DynamicTest> tests(Path home, String name, String document) {
    Tool tool = new Tool(home);
    List<DocumentBlock> blocks = in(document);
    assertNotEquals(List.of(), blocks, name);
    return tool.thenStop(
        home,
        IntStream.range(0, blocks.size())
            .mapToObj(
                i ->
                    DynamicTest.dynamicTest(
                        name + ", line " + blocks.get(i).line,
                        () -> blocks.get(i).check(tool, home, "block" + i + ".arena"))));
  }

  private void check(Tool tool, Path home, String file) throws IOException, InterruptedException {
    String program =
        DECLARES.matcher(source).find() ? source : "main(): void => {\n" + source + "}\n";
    Files.writeString(home.resolve(file), program);
    Tool.Outcome checked = tool.run(home, "check", "--json", file);
    assertEquals(
        code == null ? List.of() : List.of(code),
        Told.of(checked.out()).stream().map(Told::code).toList(),
        () -> program + checked.told());
    if (code == null && program.contains("main(): ")) {
      Tool.Outcome ran = tool.run(home, "run", file);
      assertEquals(0, ran.status(), () -> program + ran.told());
      assertEquals(output == null ? ran.out() : output, ran.out(), program);
    }
  }
}
