package arenad.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Place;
import arenad.outline.Outline;
import arenad.outline.OutlineListing;
import arenad.symbol.SymbolId;
import arenad.syntax.Item;
import arenad.text.LineColumn;
import arenad.text.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The programs under `src/test/resources/parse` and what is to be made of them.
class SamplesTest {

  @TestFactory
  Stream<DynamicTest> whatIsRight() {
    return Samples.in("valid").stream()
        .map(
            sample ->
                DynamicTest.dynamicTest(sample.getFileName().toString(), () -> right(sample)));
  }

  private static void right(Path sample) {
    Parsed parsed = parsed(sample);
    assertEquals(List.of(), parsed.diagnostics());
    Golden.check(sample, "tree", TreeListing.of(parsed.tree().root()));
    Golden.check(sample, "ast", ast(parsed));
    Golden.check(sample, "outline", OutlineListing.of(Outline.of(parsed)));
  }

  @TestFactory
  Stream<DynamicTest> whatIsWrong() {
    return Samples.in("broken").stream()
        .map(
            sample ->
                DynamicTest.dynamicTest(sample.getFileName().toString(), () -> wrong(sample)));
  }

  private static void wrong(Path sample) {
    Parsed parsed = parsed(sample);
    StringBuilder out = new StringBuilder();
    for (Diagnostic diagnostic : parsed.diagnostics()) {
      out.append(listed(parsed, diagnostic)).append('\n');
    }
    out.append('\n').append(OutlineListing.of(Outline.of(parsed)));
    Golden.check(sample, "diagnostics", out.toString());
  }

  private static String listed(Parsed parsed, Diagnostic diagnostic) {
    Place.InModule place = (Place.InModule) diagnostic.primary();
    LineColumn start = parsed.text().position(place.start());
    LineColumn end = parsed.text().position(place.end());
    String range =
        (start.line() + 1)
            + ":"
            + (start.column() + 1)
            + "-"
            + (end.line() + 1)
            + ":"
            + (end.column() + 1);
    String notes =
        diagnostic.notes().stream()
            .map(note -> "\n  " + note.kind().name().toLowerCase(Locale.ROOT) + ": " + note.text())
            .collect(Collectors.joining());
    return range + " " + diagnostic.code() + " " + diagnostic.message() + notes;
  }

  private static Parsed parsed(Path sample) {
    return Parsed.of("sample", SourceText.of(Samples.text(sample)));
  }

  private static String ast(Parsed parsed) {
    StringBuilder out = new StringBuilder();
    for (Item item : parsed.head()) {
      out.append(AstListing.of(item));
    }
    for (SymbolId symbol : parsed.symbols()) {
      out.append(AstListing.of(parsed.item(symbol)));
    }
    return out.toString();
  }
}
