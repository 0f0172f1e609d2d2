package arenad.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arenad.diagnostic.Code;
import arenad.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every code has a page in `docs/diagnostics`, which `arenad explain` shows. The program on it that
/// causes the mistake has exactly that one; the mended program has none. Hints are for editors: of them `check` says nothing.
class DiagnosticPagesTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```arena( causes)?[^\n]*\n(.*?)^```");

  /// What no single program shows that is checked: files that are no text or too deep, several modules, what
  /// only running asks for, projects, hints that only editors show.
  private static final Set<Code> NOT_OF_A_PROGRAM =
      EnumSet.of(
          Code.E0004, Code.E0005, Code.E0104, Code.E0217, Code.E0218, Code.E0601, Code.E0602);

  @TestFactory
  Stream<DynamicTest> pages(@TempDir Path home) {
    Tool tool = new Tool(home);
    return tool.thenStop(
        home,
        Arrays.stream(Code.values())
            .map(code -> DynamicTest.dynamicTest(code.name(), () -> check(tool, home, code))));
  }

  private static void check(Tool tool, Path home, Code code)
      throws IOException, InterruptedException {
    Path page = Tool.ROOT.resolve("docs/diagnostics").resolve(code.name() + ".md");
    assertTrue(Files.exists(page), () -> "no page " + page);
    String text = Files.readString(page);
    assertTrue(text.startsWith("# " + code.name() + ": " + code.title() + "\n"), text);
    int number = 0;
    boolean causes = NOT_OF_A_PROGRAM.contains(code);
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      causes |= block.group(1) != null;
      Path file = home.resolve(code.name().toLowerCase(Locale.ROOT) + number++ + ".arena");
      Files.writeString(file, block.group(2));
      boolean isTold = block.group(1) != null && code.severity() != Severity.HINT;
      List<String> expected = isTold ? List.of(code.name()) : List.of();
      assertEquals(expected, told(tool, home, file), block.group(2));
    }
    assertTrue(causes, () -> code + " has no program that causes it");
  }

  private static List<String> told(Tool tool, Path home, Path file)
      throws IOException, InterruptedException {
    Tool.Outcome outcome = tool.run(home, "check", "--json", file.getFileName().toString());
    List<String> codes = new ArrayList<>();
    Told.of(outcome.out()).forEach(told -> codes.add(told.code()));
    return codes;
  }
}
