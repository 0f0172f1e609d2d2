package arenad.outline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arenad.parse.Parsed;
import arenad.symbol.SymbolId;
import arenad.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutlineTest {
  private static final String SOURCE =
      """
      import math;

      struct Vec { x: f32;
        /// How long it is.
        length(self): f32 => { return self.x; }
        y: f32;
      }

      // Adds.
      add(a: i32, b: i32): i32 => {
        return a + b;
      }

      test "adds" => { assert(add(1, 2) == 3); }
      """;

  private static Outline outline(String source) {
    return Outline.of(Parsed.of("m", SourceText.of(source)));
  }

  /// The difference that replacing a piece of [#SOURCE] makes.
  private static OutlineDiff diff(String piece, String by) {
    assertTrue(SOURCE.contains(piece), piece);
    return OutlineDiff.between(outline(SOURCE), outline(SOURCE.replace(piece, by)));
  }

  private static SymbolId id(SymbolId.Kind kind, String name) {
    return new SymbolId("m", kind, name);
  }

  private static final SymbolId ADD = id(SymbolId.Kind.FUNCTION, "add");
  private static final SymbolId VEC = id(SymbolId.Kind.STRUCT, "Vec");
  private static final SymbolId LENGTH = id(SymbolId.Kind.METHOD, "Vec.length");

  @Test
  void whiteSpaceAndCommentsChangeNothing() {
    assertTrue(diff("return a + b;", "\n\n    return a /* plus */ + b; // done").isEmpty());
    assertTrue(diff("// Adds.", "/// Adds two numbers.\n\n\n").isEmpty());
    assertTrue(diff("import math;", "// What we need.\nimport math ;").isEmpty());
    assertTrue(diff("\n", "\r\n").isEmpty());
  }

  @Test
  void aLineBreakThatEndsAStatementIsNoWhiteSpace() {
    assertEquals(List.of(ADD), diff("return a + b;", "return\n    a + b;").rewritten());
  }

  @Test
  void movingADeclarationChangesNothing() {
    int test = SOURCE.indexOf("test");
    String moved = SOURCE.substring(test) + SOURCE.substring(0, test);
    assertTrue(OutlineDiff.between(outline(SOURCE), outline(moved)).isEmpty());
  }

  @Test
  void anEditOfABodyRewrites() {
    assertEquals(
        new OutlineDiff(List.of(), List.of(), List.of(), List.of(ADD), false),
        diff("return a + b;", "return b + a;"));
  }

  @Test
  void anEditOfASignatureRedeclares() {
    OutlineDiff redeclared = new OutlineDiff(List.of(), List.of(), List.of(ADD), List.of(), false);
    assertEquals(redeclared, diff("b: i32): i32", "b: i32): i64"));
    assertEquals(redeclared, diff("add(a: i32, b", "add(a: i32, c"));
    assertEquals(redeclared, diff("add(a: i32, b: i32)", "export add(a: i32, b: i32)"));
  }

  @Test
  void aMethodIsASymbolOfItsOwn() {
    assertEquals(List.of(LENGTH), diff("return self.x", "return self.y").rewritten());
    assertEquals(List.of(), diff("return self.x", "return self.y").redeclared());
    assertEquals(List.of(VEC), diff("y: f32", "y: f64").redeclared());
    assertEquals(List.of(), diff("y: f32", "y: f64").rewritten());
    assertEquals(List.of(VEC, LENGTH), diff("length(self)", "forward length(self)").redeclared());
  }

  @Test
  void renamingRemovesAndAdds() {
    OutlineDiff diff = diff("add(a: i32", "sum(a: i32");
    assertEquals(List.of(id(SymbolId.Kind.FUNCTION, "sum")), diff.added());
    assertEquals(List.of(ADD), diff.removed());
    assertTrue(diff("import math;", "import json;").head());
  }

  @Test
  void aModuleThatAppearsOrGoesAddsOrRemovesAll() {
    Outline outline = outline(SOURCE);
    assertEquals(4, OutlineDiff.between(null, outline).added().size());
    assertEquals(4, OutlineDiff.between(outline, null).removed().size());
    assertTrue(OutlineDiff.between(outline, outline(SOURCE)).isEmpty());
  }

  @Test
  void whatBreaksSyntaxRewrites() {
    assertEquals(List.of(ADD), diff("return a + b;", "return a + ;").rewritten());
    assertEquals(List.of(ADD), diff("return a + b;\n}", "return a + b;\n}\n}").rewritten());
  }

  @Test
  void theOutlineKnowsNamesAndMethods() {
    Outline outline = outline(SOURCE);
    assertEquals(ADD, outline.find("add"));
    assertEquals(LENGTH, outline.find("Vec.length"));
    assertEquals(null, outline.find("adds"));
    assertEquals(List.of(LENGTH), outline.methods(VEC));
    assertTrue(outline.symbols().get(1).documented());
  }

  /// Fingerprints are kept on disk: they must not change with the tool's version unless it says so.
  @Test
  void fingerprintsAreTheSameEverywhere() {
    assertEquals("0".repeat(32), new FingerprintBuilder().build().toString());
    assertEquals(
        "e0458fb63967c518602dc433d1b4d13a",
        new FingerprintBuilder().add(1).add("abc").add("").add(-1L).build().toString());
    assertNotEquals(
        new FingerprintBuilder().add("ab").add("c").build(),
        new FingerprintBuilder().add("a").add("bc").build());
  }
}
