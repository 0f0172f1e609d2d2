package arenad.checker;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.LocatedDiagnostic;
import arenad.diagnostic.LocatedDiagnostic.LocatedEdit;
import arenad.diagnostic.LocatedDiagnostic.LocatedFix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every fix of every diagnostic of the corpus and of the pages does what it promises: when it is applied, its
/// diagnostic is gone and nothing else is wrong that was not before.
class FixesTest {

  private static final Path ROOT = Path.of(System.getProperty("arenad.root", ".."));
  private static final List<String> FOLDERS =
      List.of("test-corpus/corpus/lifetimes", "test-corpus/corpus/check");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```arena causes[^\n]*\n(.*?)^```");

  @TestFactory
  Stream<DynamicTest> fixesOfTheCorpus() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : FOLDERS) {
      try (Stream<Path> all = Files.walk(ROOT.resolve(folder))) {
        all.filter(file -> file.toString().endsWith(".arena")).sorted().forEach(files::add);
      }
    }
    return files.stream()
        .map(file -> DynamicTest.dynamicTest(name(file), () -> check(Files.readString(file))));
  }

  @TestFactory
  Stream<DynamicTest> fixesOfThePages() throws IOException {
    List<Path> pages;
    try (Stream<Path> all = Files.list(ROOT.resolve("docs/diagnostics"))) {
      pages = all.sorted().toList();
    }
    return pages.stream()
        .map(page -> DynamicTest.dynamicTest(name(page), () -> checkPage(Files.readString(page))));
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static void checkPage(String page) {
    Matcher block = BLOCK.matcher(page);
    while (block.find()) {
      check(block.group(1));
    }
  }

  private static List<Diagnostic> diagnostics(CheckedProgram program) {
    List<Diagnostic> all = new ArrayList<>(program.before());
    all.addAll(program.lifetimes());
    return all;
  }

  private static void check(String source) {
    CheckedProgram program = CheckedProgram.of(source);
    List<Diagnostic> before = diagnostics(program);
    List<String> broken = new ArrayList<>();
    for (Diagnostic diagnostic : before) {
      LocatedDiagnostic located = program.located(diagnostic);
      for (LocatedFix fix : located == null ? List.<LocatedFix>of() : located.fixes()) {
        List<String> left = codes(before);
        left.remove(diagnostic.code().name());
        String fixed = applied(source, fix.edits());
        CheckedProgram again = CheckedProgram.of(fixed);
        List<Diagnostic> after = diagnostics(again);
        List<String> surplus = codes(after);
        left.forEach(surplus::remove);
        if (!surplus.isEmpty()) {
          broken.add(told(fix, fixed, again, after, surplus));
        }
      }
    }
    assertTrue(broken.isEmpty(), () -> String.join("\n----\n", broken));
  }

  private static String told(
      LocatedFix fix,
      String fixed,
      CheckedProgram program,
      List<Diagnostic> after,
      List<String> surplus) {
    StringBuilder text =
        new StringBuilder("\"" + fix.title() + "\" leaves " + surplus + " in\n" + fixed);
    after.stream()
        .filter(diagnostic -> surplus.contains(diagnostic.code().name()))
        .forEach(diagnostic -> text.append(program.shown(diagnostic)));
    return text.toString();
  }

  private static List<String> codes(List<Diagnostic> diagnostics) {
    List<String> codes = new ArrayList<>();
    diagnostics.forEach(diagnostic -> codes.add(diagnostic.code().name()));
    return codes;
  }

  /// The later edits first, so that the places of the earlier ones stay.
  static String applied(String source, List<LocatedEdit> edits) {
    StringBuilder text = new StringBuilder(source);
    int end = source.length() + 1;
    for (LocatedEdit edit :
        edits.stream()
            .sorted(Comparator.comparingInt((LocatedEdit each) -> each.place().start()).reversed())
            .toList()) {
      if (edit.place().end() > end) {
        fail("edits that overlap: " + edits);
      }
      text.replace(edit.place().start(), edit.place().end(), edit.newText());
      end = edit.place().start();
    }
    return text.toString();
  }
}
