package arenad.jvm.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arenad.jvm.emit.Emitted;
import arenad.jvm.listing.BytecodeListing;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the code of source programs looks like, where that matters for speed or for those who read it.
final class EmissionTest {

  @Test
  void listingShowsTheMethodsThatAreAskedFor() {
    String listing =
        listing(
            """
            twice(n: i32): i32 => { return n * 2; }
            main(): void => { print(twice(21)); }
            """,
            "twice");
    assertEquals(
        List.of("ILOAD 1", "ICONST_2", "IMUL", "ISTORE 2", "ILOAD 2", "IRETURN"),
        instructions(listing, "[A-Z0-9_]+( \\d)?"));
    assertFalse(listing.contains("main("), listing);
  }

  @Test
  void loopThatCannotChangeAnArrayReadsItsHeaderOnceBeforeIt() {
    String listing =
        listing(
            """
            sum(xs: Array<i64>): i64 => {
              let total: i64 = 0;
              for (i in 0..xs.length) { total += xs[i]; }
              return total;
            }
            main(): void => {}
            """,
            "sum");
    assertFalse(listing.contains("Arrays.at"), listing);
    assertTrue(listing.indexOf("Arrays.length") < listing.indexOf("FRAME"), listing);
  }

  @Test
  void loopThatMayChangeTheArrayAsksItEachTime() {
    String listing =
        listing(
            """
            grow(xs: Array<i64>): void => { xs.push(1); }
            sum(xs: Array<i64>): i64 => {
              let total: i64 = 0;
              for (i in 0..xs.length) { total += xs[i]; grow(xs); }
              return total;
            }
            main(): void => {}
            """,
            "sum");
    assertTrue(listing.contains("Arrays.at"), listing);
  }

  @Test
  void onlyWhatMakesTemporariesMarksAndReleasesThem() {
    String source =
        """
        plain(n: i32): i32 => { let s = 0; for (i in 0..n) { s += i; } return s; }
        shown(n: i32): void => { for (i in 0..n) { print(f"{i}"); } }
        into(b: StringBuffer, n: i32): void => { b += f"{n}!"; b.append(f"{n}?"); }
        made(n: i32): i32 => { let t = f"{n}"; return t.length; }
        kept(n: i32): i32 => { let t = ""; for (i in 0..n) { t = f"{i}"; } return t.length; }
        main(): void => {}
        """;
    for (String name : List.of("plain", "shown", "into")) {
      String listing = listing(source, name);
      assertFalse(listing.contains("Context.mark"), listing);
      assertFalse(listing.contains("Text.end ("), listing);
    }
    String made = listing(source, "made");
    assertEquals(1, made.split("Context.mark", -1).length - 1, made);
    assertEquals(1, made.split("Context.release", -1).length - 1, made);
    assertTrue(listing(source, "kept").contains("Survivors.moves"));
    assertFalse(made.contains("Survivors"), made);
  }

  @Test
  void methodsOfASmallStructNeedNoFrameMemory() {
    String listing =
        listing(
            """
            struct Vec { x: f64; y: f64;
              scale(self, by: f64): void => { self.x *= by; self.y *= by; }
              length(self): f64 => { return self.x * self.x + self.y * self.y; }
            }
            f(by: f64): f64 => { let v = Vec(3.0, 4.0); v.scale(by); return v.length(); }
            main(): void => {}
            """,
            "f");
    assertFalse(listing.contains("tempAlloc"), listing);
  }

  @Test
  void methodThatCouldKeepTheAddressGetsIt() {
    String listing =
        listing(
            """
            struct Node { next: &Node?; value: i32;
              bump(self): void => { self.value += 1; }
            }
            f(): i32 => { let n = Node { value: 1 }; n.bump(); return n.value; }
            main(): void => {}
            """,
            "f");
    assertTrue(listing.contains("tempAlloc"), listing);
  }

  @Test
  void deeplyNestedExpressionIsEmitted() {
    StringBuilder text = new StringBuilder("main(): i32 => { return ");
    text.append("(1 + ".repeat(300)).append("0").append(")".repeat(300)).append("; }");
    assertEquals(1, SourceProgram.of(text.toString()).classes().size());
  }

  private static String listing(String source, String method) {
    Emitted.ClassFile file = SourceProgram.of(source).classes().getFirst();
    return BytecodeListing.of(file.bytes(), name -> name.equals(method));
  }

  private static List<String> instructions(String listing, String form) {
    return listing
        .lines()
        .map(String::strip)
        .filter(line -> line.matches(form))
        .filter(line -> !line.matches("L\\d+"))
        .toList();
  }
}
