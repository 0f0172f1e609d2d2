package arenad.elaborate;

import org.junit.jupiter.api.Test;

final class MessagesTest {

  @Test
  void aSlipOfTheHandIsMended() {
    Programs.explain(
        "main(): void => { let total = 1; print(totl); }",
        """
        E0101: there is no `totl` here
          did you mean `total`?
        """);
    Programs.explain(
        "struct S { name: String; } main(s: S): void => { s.nmae; }",
        """
        E0106: `S` has no member `nmae`
          did you mean `name`?
        """);
    Programs.explain(
        "main(s: sting): void => {}",
        """
        E0102: there is no type `sting`
          did you mean `string`?
        """);
  }

  @Test
  void aFieldIsNamedWithItsObject() {
    Programs.explain(
        "struct S { x: i32; get(self): i32 => { return x; } }",
        """
        E0101: there is no `x` here
          a field is named with its object: `self.x`
        """);
  }

  @Test
  void aModuleOfTheLanguageIsImported() {
    Programs.explain(
        "main(): void => { math.sqrt(2.0); }",
        """
        E0101: there is no `math` here
          `import math;` makes the module known here
        """);
  }

  @Test
  void aValueIsNoReference() {
    Programs.explain(
        "struct N { x: i32; } f(n: &N): void => {} main(): void => { let n = N(1); f(n); }",
        """
        E0201: this is a `N`, but `&N` is expected
          `n`: `n` is declared here
          a reference leads to an object in an arena, and this is a value: make an object of it with `a.new(...)`, `a` being an arena
        """);
    Programs.explain(
        "struct N { x: i32; } f(n: N): void => {} main(n: &N): void => { f(n); }",
        """
        E0201: this is a `&N`, but `N` is expected
          `n`: `n` is declared here
          nothing is copied unsaid: write `*n` for a copy of the object
        """);
  }

  @Test
  void nullIsTestedFirst() {
    Programs.explain(
        "struct N { next: &N?; x: i32; } main(n: &N): void => { n.next.x; }",
        """
        E0205: `n.next` may be null here
          test it first, `if (n.next != null) { ... }`, give a default with `??`, or end the program if it is null with `!`
        """);
  }

  @Test
  void conversionsThatLoseAreWritten() {
    Programs.explain(
        "main(x: i64): void => { let y: i32 = x; }",
        """
        E0201: this is an `i64`, but `i32` is expected
          this conversion may lose something, so it is written: `as i32`
        """);
    Programs.explain(
        "main(x: i64, y: u32, z: i32): void => { y + z; }",
        """
        E0207: `+` is not defined for `u32` and `i32`
          neither holds every value of the other: convert one with `as u32` or `as i32`
        """);
  }

  @Test
  void whatAMistakeComesFromIsShown() {
    Programs.explain(
        "main(n: i32): void => { let x: i32; print(x); }",
        """
        E0108: `x` may not have a value yet when it is read here
          `x`: declared here, without a value
        """);
    Programs.explain(
        "main(): void => { const c = 1; c = 2; }",
        """
        E0107: `c` is `const`
          `c`: declared here
          `let` makes a variable that can be assigned
        """);
    Programs.explain(
        "main(): void => { let x = 1; defer print(x); x = 2; }",
        """
        E0107: `x` cannot be assigned here: a `defer` that is still to run names it
          `defer print(x);`: this `defer` reads it when the block is left
        """);
    Programs.explain(
        "f(a: i32, b: i32): void => {} main(): void => { f(1); }",
        """
        E0202: `f` takes 2 arguments, not 1
          `b`: `b` is missing
        """);
  }
}
