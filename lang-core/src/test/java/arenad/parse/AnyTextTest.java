package arenad.parse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arenad.diagnostic.Code;
import arenad.outline.Outline;
import arenad.symbol.SymbolId;
import arenad.syntax.Tokens;
import arenad.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/// Whatever the text, it is parsed, nothing of it is lost, and it does not take long.
class AnyTextTest {
  private static final Duration SHORT = Duration.ofSeconds(20);

  /// Parses, reads all that can be read off, and checks that the tree prints as the text.
  private static Parsed parsed(byte[] bytes) {
    Parsed parsed = Parsed.of("m", SourceText.of(bytes));
    String printed = TreeListing.text(parsed.tree());
    assertEquals(parsed.text().text(), printed);
    assertArrayEquals(bytes, SourceText.of(printed).bytes());
    readAll(parsed);
    return parsed;
  }

  private static Parsed parsed(String text) {
    return parsed(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void readAll(Parsed parsed) {
    Outline.of(parsed);
    parsed.head();
    for (SymbolId symbol : parsed.symbols()) {
      parsed.item(symbol);
      parsed.positions(symbol);
    }
  }

  @Test
  void randomBytes() {
    Random random = new Random(1);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = new byte[random.nextInt(400)];
      random.nextBytes(bytes);
      parsed(bytes);
    }
  }

  @Test
  void manyRandomBytesAreOneMistake() {
    byte[] bytes = new byte[200_000];
    new Random(2).nextBytes(bytes);
    Parsed parsed = Assertions.assertTimeout(SHORT, () -> parsed(bytes));
    assertEquals(List.of(Code.E0004), parsed.diagnostics().stream().map(d -> d.code()).toList());
  }

  @Test
  void randomCharactersOfPrograms() {
    String characters = "{}()[]<>&|=!?.,:;+-*/\"'\\f \n\n  abz019@#é\u0000\t";
    Random random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(120); length > 0; length--) {
        text.append(characters.charAt(random.nextInt(characters.length())));
      }
      parsed(text.toString());
    }
  }

  @Test
  void randomTokensOfPrograms() {
    String grammar = Samples.text(Samples.ROOT.resolve("valid/grammar.arena"));
    Tokens tokens = Parsed.of("m", SourceText.of(grammar)).tree().tokens();
    Random random = new Random(4);
    for (int i = 0; i < 1_500; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(150); length > 0; length--) {
        text.append(tokens.textOf(random.nextInt(tokens.count())));
        text.append(random.nextInt(8) == 0 ? "\n" : " ");
      }
      parsed(text.toString());
    }
  }

  @Test
  void everyPrefixOfEverySample() {
    for (Path sample : Samples.in("valid")) {
      String text = Samples.text(sample);
      for (int length = 0; length < text.length(); length++) {
        parsed(text.substring(0, length));
      }
    }
  }

  @Test
  void everySampleWithoutOneToken() {
    for (Path sample : Samples.in("valid")) {
      String text = Samples.text(sample);
      Tokens tokens = Parsed.of("m", SourceText.of(text)).tree().tokens();
      for (int token = 0; token < tokens.count(); token++) {
        parsed(text.substring(0, tokens.start(token)) + text.substring(tokens.end(token)));
      }
    }
  }

  @Test
  void theEmptyTextIsAModule() {
    assertTrue(parsed("").diagnostics().isEmpty());
    assertTrue(parsed("\n\n").diagnostics().isEmpty());
    assertTrue(parsed("// nothing").diagnostics().isEmpty());
  }

  @Test
  void aByteOrderMarkIsTrivia() {
    assertTrue(parsed("\uFEFFmain(): void => {}").diagnostics().isEmpty());
    assertFalse(parsed("main(): void => {\uFEFF}").diagnostics().isEmpty());
  }

  @Test
  void tenThousandLevelsAreOneMistake() {
    withSmallStack(AnyTextTest::tenThousandLevels);
  }

  private static void tenThousandLevels() {
    int depth = 10_000;
    assertTooDeep("f(): i32 => { return " + "(".repeat(depth) + "1" + ")".repeat(depth) + "; }");
    assertTooDeep("f(): i32 => { return " + "(".repeat(depth));
    assertTooDeep("f(): i32 => { return " + "[".repeat(depth) + "]".repeat(depth) + "; }");
    assertTooDeep("f(): i32 => " + "{".repeat(depth) + "}".repeat(depth));
    assertTooDeep("f(): i32 => { return " + "-".repeat(depth) + "1; }");
    assertTooDeep("f(): i32 => { return " + "f(".repeat(depth) + ")".repeat(depth) + "; }");
    assertTooDeep("f(): i32 => { return 1" + " + 1".repeat(depth) + "; }");
    assertTooDeep("f(): i32 => { return a" + ".b".repeat(depth) + "; }");
    assertTooDeep("f(): i32 => { return a" + "?b:c".repeat(depth) + "; }");
    assertTooDeep("f(): i32 => { " + "if (a) { } else ".repeat(depth) + "{ } }");
    assertTooDeep("f(): i32 => { " + "if (a) ".repeat(depth) + "{ } }");
    assertTooDeep("f(): i32 => { " + "match a { case A: ".repeat(depth) + "}".repeat(depth + 1));
    assertTooDeep("f(): i32 => { " + "match a: case A: ".repeat(depth) + "}");
    assertTooDeep(
        "f(): i32 => { x = " + "match a { case A => ".repeat(depth) + "}".repeat(depth) + "}");
    assertTooDeep("f(): i32 => { x = " + "() => ".repeat(depth) + "1 }");
    assertTooDeep("f(): i32 => { x = " + "() => {".repeat(depth) + "}".repeat(depth) + "}");
    assertTooDeep("f(): i32 => { " + "defer ".repeat(depth) + "x(); }");
    assertTooDeep("f(): i32 => { x as " + "&".repeat(depth) + "i32; }");
    assertTooDeep("f(x: " + "&".repeat(depth) + "i32): void => {}");
    assertTooDeep("f(x: i32" + "? ".repeat(depth) + "): void => {}");
    assertTooDeep("f(x: " + "Array<".repeat(depth) + ">".repeat(depth) + "): void => {}");
    assertTooDeep("f(x: " + "[".repeat(depth) + "]".repeat(depth) + "): void => {}");
    assertTooDeep("f(): void => { let " + "[".repeat(depth) + "]".repeat(depth) + " = x; }");
    assertTooDeep("f(): void => { f\"" + "{f\"".repeat(depth) + "\"}".repeat(depth) + "\"; }");
    assertTooDeep("f(): void => { a" + " < a".repeat(depth) + "; }");
    assertTooDeep("f(): void => { a" + " as b".repeat(depth) + "; }");
  }

  private static void assertTooDeep(String text) {
    Parsed parsed = parsed(text);
    assertEquals(
        List.of(Code.E0005),
        parsed.diagnostics().stream().map(d -> d.code()).toList(),
        () -> text.substring(0, 30) + ": " + parsed.diagnostics());
  }

  @Test
  void aThousandLevelsAreAllowed() {
    withSmallStack(AnyTextTest::aThousandLevels);
  }

  private static void aThousandLevels() {
    int depth = 1_000;
    assertFine("f(): i32 => { return " + "(".repeat(depth) + "1" + ")".repeat(depth) + "; }");
    assertFine("f(): i32 => { return f(" + "f(".repeat(depth - 1) + ")".repeat(depth) + "; }");
    assertFine("f(): i32 => { return 1" + " + 1".repeat(depth) + "; }");
    assertFine("f(): void => { " + "if (a) { ".repeat(depth) + "}".repeat(depth) + "}");
    assertFine("f(x: " + "Array<".repeat(depth) + "i32" + ">".repeat(depth) + "): void => {}");
  }

  private static void assertFine(String text) {
    assertEquals(List.of(), parsed(text).diagnostics());
  }

  /// Nesting up to the limit takes less than 2 MB of stack, interpreted or compiled.
  private static void withSmallStack(Runnable task) {
    Throwable[] thrown = new Throwable[1];
    Thread thread = new Thread(null, task, "small stack", 2 << 20);
    thread.setUncaughtExceptionHandler((_, error) -> thrown[0] = error);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (thrown[0] != null) {
      throw new AssertionError(thrown[0]);
    }
  }

  @Test
  void longLinesAreRead() {
    Assertions.assertTimeout(
        SHORT,
        () -> {
          parsed("const S = \"" + "x".repeat(400_000) + "\";");
          parsed("f(): void => {" + " g(1);".repeat(70_000) + "}");
          parsed(" f(): void => {}".repeat(30_000));
          parsed("f(): void => { g(" + "1, ".repeat(130_000) + "); }");
          parsed("match a: case A: b() ".repeat(20_000));
          parsed("f(): void => { match a:" + " case A: b()".repeat(30_000) + "}");
          parsed("a ".repeat(200_000));
          parsed("f(\n".repeat(100_000));
          parsed("f(): x => {\n".repeat(40_000));
          parsed("f\"{".repeat(100_000));
          parsed("/*".repeat(200_000));
          parsed("\"\n".repeat(100_000));
          parsed("(x): ".repeat(80_000));
          parsed("f(): void => { " + "((((x)".repeat(60_000));
          parsed("f(): void => { " + "a<".repeat(200_000));
          parsed("const X = 1\n}\n".repeat(30_000));
          parsed("struct A {\n".repeat(30_000));
          parsed("f(): void => { '".repeat(30_000));
        });
  }
}
