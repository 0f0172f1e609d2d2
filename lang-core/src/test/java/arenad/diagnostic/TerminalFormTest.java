package arenad.diagnostic;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arenad.text.SourceText;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class TerminalFormTest {

  @Test
  void theSourceStandsWithItsLabelsInTheOrderOfTheText() {
    String source =
        """
        main(): void => {
          let root = Arena.newRoot();
          let node = root.new(Node {});
          let tmp = f"n{i}";

          node.name = tmp;
        }
        """;
    Diagnostic diagnostic =
        Diagnostic.of(Code.E0301, at(source, "tmp;"), "`tmp` does not live long enough")
            .labelled("needs Lifetime(tmp) >= Lifetime(node)")
            .because(at(source, "f\"n{i}\""), "`tmp` is a temporary of this call")
            .because(at(source, "node"), "`node` lives in `root`")
            .help("copy it into the arena: `tmp.clone(root)`");
    assertEquals(
        """
        error[E0301]: `tmp` does not live long enough
          --> src/main.arena:6:15
         3 |   let node = root.new(Node {});
           |       ---- `node` lives in `root`
         4 |   let tmp = f"n{i}";
           |             ------- `tmp` is a temporary of this call
          ...
         6 |   node.name = tmp;
           |               ^^^^ needs Lifetime(tmp) >= Lifetime(node)
           = help: copy it into the arena: `tmp.clone(root)`
        """,
        rendered(diagnostic, source));
  }

  @Test
  void tabsAndWideCharactersKeepTheCaretsBelowTheirText() {
    String source = "\t日本 x";
    assertEquals(
        """
        error[E0101]: no `x` here
          --> src/main.arena:1:5
         1 |     日本 x
           |          ^
        """,
        rendered(Diagnostic.of(Code.E0101, at(source, "x"), "no `x` here"), source));
  }

  @Test
  void ofAVeryLongLineOnlyThePartAroundTheSpanIsShown() {
    String source = "a".repeat(200_000) + "?" + "b".repeat(200_000);
    String text = rendered(Diagnostic.of(Code.E0006, at(source, "?"), "what is this"), source);
    assertTrue(text.length() < 600, text);
    assertTrue(text.contains("...aaa") && text.contains("bbb..."), text);
  }

  @Test
  void aFixOnALineOfItsOwnIsIndentedLikeItsNeighbour() {
    String source = "f() {\n\tlet a = Arena.newRoot();\n}\n";
    Place place = at(source, "let a = Arena.newRoot();");
    Diagnostic diagnostic =
        Diagnostic.of(Code.W0322, place, "`a` is never freed")
            .fix(
                new Fix(
                    "Add `defer a.free();`",
                    List.of(new Edit.InsertLineAfter(place, "defer a.free();"))));
    LocatedDiagnostic located = located(diagnostic, source);
    assertEquals("\n\tdefer a.free();", located.fixes().getFirst().edits().getFirst().newText());
  }

  private static String rendered(Diagnostic diagnostic, String source) {
    return TerminalForm.of(located(diagnostic, source), Palette.PLAIN);
  }

  private static LocatedDiagnostic located(Diagnostic diagnostic, String source) {
    return requireNonNull(LocatedDiagnostic.of(diagnostic, in(source)));
  }

  private static Place at(String source, String word) {
    int start = source.indexOf(word);
    return new Place.InModule("main", start, start + word.length());
  }

  private static Locator in(String source) {
    SourceText text = SourceText.of(source);
    return place ->
        place instanceof Place.InModule(_, int start, int end)
            ? new Located("src/main.arena", text, start, end)
            : null;
  }
}
