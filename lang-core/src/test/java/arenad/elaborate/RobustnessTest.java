package arenad.elaborate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.fail;

import arenad.diagnostic.Diagnostic;
import arenad.parse.Parsed;
import arenad.symbol.SymbolId;
import arenad.syntax.Tokens;
import arenad.text.SourceText;
import arenad.typed.TypedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RobustnessTest {
  /// Enough for 1,000 levels, with some to spare. The daemon's threads have far more.
  private static final long STACK = 8L << 20;

  @Test
  void everyPrefixAndEveryDeletionOfATokenElaborates() throws IOException {
    for (Path file : ProgramsTest.files()) {
      String source = Files.readString(file);
      Tokens tokens = Parsed.of("main", SourceText.of(source)).tree().tokens();
      for (int i = 0; i < tokens.count(); i++) {
        elaborate(source.substring(0, tokens.start(i)));
        elaborate(source.substring(0, tokens.start(i)) + source.substring(tokens.end(i)));
      }
    }
  }

  /// What is not whole has a reason that somebody is told.
  private static void elaborate(String source) {
    Workbench program = Workbench.of(source);
    try {
      List<Diagnostic> diagnostics = program.diagnostics();
      program.functions().forEach(TypedText::of);
      if (diagnostics.stream().noneMatch(Diagnostic::isError)) {
        for (SymbolId symbol : program.symbols()) {
          if (program.hasBody(symbol) && program.elaborated(symbol).function() == null) {
            fail(symbol + " is not whole, and nobody says why:\n" + source);
          }
        }
      }
    } catch (RuntimeException e) {
      throw new AssertionError("in this program:\n" + source, e);
    }
  }

  @Test
  void aThousandLevelsElaborate() throws InterruptedException {
    int n = 990;
    Map<String, String> programs = new LinkedHashMap<>();
    programs.put(
        "parentheses", "main(): i32 => { return " + "(".repeat(n) + "1" + ")".repeat(n) + "; }");
    programs.put("minus", "main(x: i32): i32 => { return " + "- ".repeat(n) + "x; }");
    programs.put("not", "main(x: bool): bool => { return " + "!".repeat(n) + "x; }");
    programs.put(
        "calls",
        "f(x: i32): i32 => { return x; } main(): i32 => { return "
            + "f(".repeat(n)
            + "1"
            + ")".repeat(n)
            + "; }");
    programs.put("choices", "main(b: bool): i32 => { return " + "b ? 1 : ".repeat(n) + "2; }");
    programs.put("sums", "main(x: i32): i32 => { return x" + " + x".repeat(n) + "; }");
    programs.put("conditions", "main(x: bool): bool => { return x" + " && x".repeat(n) + "; }");
    programs.put("defaults", "main(x: i32?): i32? => { return x" + " ?? x".repeat(n) + "; }");
    programs.put(
        "indexes",
        "main(x: i32[1]): i32 => { return " + "x[".repeat(n) + "0" + "]".repeat(n) + "; }");
    programs.put(
        "lists", "main(): void => { let x = " + "[".repeat(n) + "0" + "]".repeat(n) + "; }");
    programs.put(
        "members", "struct S { s: &S; } main(x: &S): &S => { return x" + ".s".repeat(n) + "; }");
    programs.put("blocks", "main(): void => { " + "{".repeat(n) + "}".repeat(n) + " }");
    programs.put(
        "whiles", "main(b: bool): void => { " + "while (b) {".repeat(n) + "}".repeat(n) + " }");
    programs.put(
        "alternatives",
        "main(x: i32): void => { if (x == 0) {}" + " else if (x == 1) {}".repeat(n) + " }");
    programs.put(
        "types", "main(x: " + "Array<".repeat(n) + "i32" + ">".repeat(n) + "): void => {}");
    programs.put("constants", "const X = 1" + " + 1".repeat(n) + ";");
    for (Map.Entry<String, String> program : programs.entrySet()) {
      assertNull(failureOf(program.getValue()), program.getKey());
    }
  }

  private static @Nullable Throwable failureOf(String source) throws InterruptedException {
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              Workbench program = Workbench.of(source);
              assertEquals(List.of(), program.diagnostics());
              program.functions().forEach(TypedText::of);
            },
            "deep",
            STACK);
    thread.setUncaughtExceptionHandler((_, thrown) -> failure.set(thrown));
    thread.start();
    thread.join();
    return failure.get();
  }
}
