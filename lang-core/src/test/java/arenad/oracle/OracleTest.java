package arenad.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arenad.fuzz.Compiled;
import arenad.symbol.SymbolId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What programs print, and which of their faults the simulated memory notices.
final class OracleTest {

  private static final String NODE =
      """
      struct Node { val: i32; next: &Node?; name: String = "";
        bump(self, by: i32): void => { self.val += by; }
      }
      """;

  @Test
  void arithmeticWrapsAndIsExact() {
    prints(
        """
        let a: i32 = 2147483647; a += 1; print(a); print(" ");
        let b: u8 = 250; b += 10; print(b); print(" ");
        let c: u32 = 4000000000; print(c / 3); print(" "); print(c > 1); print(" ");
        let d: i64 = -7; print(d / 2); print(" "); print(d % 2); print(" "); print(d >> 1); print(" ");
        let e: u64 = 18446744073709551615; print(e); print(" "); print(e / 10); print(" ");
        let f: i32 = -2147483647 - 1; print(f / -1); print(" ");
        print(300 as u8); print(" "); print(-1.5 as u8); print(" "); print(1e20 as i32); print(" ");
        print((0.0 / 0.0) as i32); print(" "); print(1 << 33);
        """,
        "-2147483648 4 1333333333 true -3 -1 -4 18446744073709551615 1844674407370955161"
            + " -2147483648 44 0 2147483647 0 2");
  }

  @Test
  void floatsPrintShortestWithAPointOrExponent() {
    prints(
        """
        print(1.0); print(" "); print(0.1 + 0.2); print(" "); print(1e16); print(" "); print(1.5e-7);
        print(" "); print(f"{2.0 / 3.0:.3}");
        """,
        "1.0 0.30000000000000004 1e16 1.5e-7 0.667");
  }

  @Test
  void operandsAreEvaluatedFromLeftToRight() {
    prints(
        """
        say(n: i32): i32 => { print(n); return n; }
        main(): void => {
          let x = say(1) + (say(2) == 2 ? say(3) : say(4)) * say(5);
          let y = say(6) == 7 && say(8) == 8 || say(9) == 9;
          print(f" {x} {y}");
        }
        """,
        "123569 16 true");
  }

  @Test
  void defersRunInReverseOrderAtEveryExitOfTheirBlock() {
    prints(
        """
        f(n: i32): i32 => {
          defer print("a");
          for (i in 0..3) {
            defer print(i);
            if (i == n) { continue; }
            if (i == n + 1) { return 7; }
          }
          defer print("b");
          return 8;
        }
        main(): void => { print(f(0)); print(" "); print(f(5)); }
        """,
        "01a7 012ba8");
  }

  @Test
  void aReturnInAUseArenaLeavesItsBodyAlone() {
    prints(
        """
        let root = Arena.newRoot(); defer root.free();
        root.useArena((s) => { print("in "); if (root.used == 0) { return; } print("never"); });
        print("out");
        """,
        "in out");
  }

  @Test
  void methodsChangeTheObjectThatTheyAreCalledOn() {
    prints(
        NODE
            + """
            main(): void => {
              let a = Arena.newRoot(); defer a.free();
              let n = a.new(Node { val: 1, next: null });
              n.bump(1);
              let s = Node { val: 10, next: null };
              let copy = s;
              s.bump(1);
              let xs = Array<Node>.new(a);
              xs.push(s);
              xs[0].bump(100);
              print(f"{n.val} {s.val} {copy.val} {xs[0].val}");
            }
            """,
        "2 11 10 111");
  }

  @Test
  void aMethodWithoutSelfTakesItsFirstArgumentByValue() {
    prints(
        """
        struct P { x: i32; changed(p: P): P => { p.x = 5; return p; } }
        main(): void => { let p = P { x: 1 }; let q = P.changed(p); print(f"{p.x} {q.x}"); }
        """,
        "1 5");
  }

  @Test
  void loopsOverArraysSeeWhatIsPushedAndCharactersAreScalarValues() {
    prints(
        """
        let a = Arena.newRoot(); defer a.free();
        let xs = Array<i32>.new(a);
        xs.push(1);
        for (x in xs) { if (x < 4) { xs.push(x + 1); } print(x); }
        print(" ");
        for (c in "aé€".chars()) { print(c); print("."); }
        let ys: i32[3] = [1, 2, 3];
        let sum = 0;
        for (y in ys) { sum += y; }
        print(sum);
        """,
        "1234 a.é.€.6");
  }

  @Test
  void chainsAndDefaultsStopAtNull() {
    prints(
        NODE
            + """
            main(): void => {
              let a = Arena.newRoot(); defer a.free();
              let n: &Node? = null;
              print(n?.next?.val ?? -1);
              n = a.new(Node { val: 1, next: a.new(Node { val: 2, next: null }) });
              print(n?.next?.val ?? -1);
              let v: i32? = n?.val;
              if (v != null) { print(v + 1); }
            }
            """,
        "-122");
  }

  @Test
  void panicsEndTheProgram() {
    ends("let x = 0; print(1 / x);", "panic: division by zero");
    ends("assert(1 == 2);", "panic: assertion failed");
    ends("assert(1 == 2, \"no\");", "panic: assertion failed: no");
    ends("panic(f\"bad {1}\");", "panic: bad 1");
    ends(
        "let a = Arena.newRoot(); defer a.free(); let xs = Array<i32>.new(a); print(xs[0]);",
        "panic: index out of range: 0, length 0");
  }

  @Test
  void memoryIsNotTouchedAfterItsArenaEnds() {
    ends(
        "let a = Arena.newRoot(); let n = a.new(Node { val: 1, next: null }); a.free();"
            + " print(n.val);",
        "trap: USE_AFTER_FREE");
    ends("let a = Arena.newRoot(); a.free(); a.free();", "trap: DOUBLE_FREE");
    ends("let a = Arena.newRoot(); a.useArena((s) => { s.free(); });", "trap: DOUBLE_FREE");
    ends("let a = Arena.newRoot(); let s = a.newSub(); a.free(); s.free();", "trap: DOUBLE_FREE");
    ends(
        "let a = Arena.newRoot(); let n = a.new(Node { val: 1, next: null }); a.reset(); n.val ="
            + " 2;",
        "trap: USE_AFTER_FREE");
    ends(
        "let s = \"\"; let a = Arena.newRoot(); a.useArena((b) => { s = f\"x{1}\"; }); print(s);",
        "trap: USE_AFTER_FREE");
  }

  @Test
  void nothingShorterLivedIsStoredInWhatLivesLonger() {
    ends(
        """
        let a = Arena.newRoot(); let n = a.new(Node { val: 1, next: null });
        let s = a.newSub(); n.next = s.new(Node { val: 2, next: null });
        """,
        "trap: WRITE_LAW");
  }

  @Test
  void noResultIsDead() {
    ends(
        """
        f(): &Node => { let a = Arena.newRoot(); defer a.free(); return a.new(Node { val: 1, next: null }); }
        main(): void => { print(f().val); }
        """,
        "trap: DEAD_RESULT");
    ends(
        "f(): String => { return f\"{1}\"; }\nmain(): void => { print(f()); }",
        "trap: DEAD_RESULT");
  }

  private static void prints(String program, String output) {
    ends(program, output);
  }

  /// Statements alone are the body of a `main`; `Node` is declared where it is used.
  private static void ends(String program, String end) {
    String whole = program.contains("main()") ? program : "main(): void => {\n" + program + "\n}\n";
    if (whole.contains("Node") && !whole.contains("struct Node")) {
      whole = NODE + whole;
    }
    Compiled compiled = Compiled.of(whole);
    assertEquals(List.of(), compiled.errors(), whole);
    SymbolId main = new SymbolId("main", SymbolId.Kind.FUNCTION, "main");
    Outcome outcome =
        Interpreter.run(
                compiled.runnable(), compiled.workbench()::declaration, main, () -> false, 100_000)
            .outcome();
    assertEquals(end, shown(outcome), whole);
  }

  private static String shown(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Finished(String output, _) -> output;
      case Outcome.Panicked(_, String message) -> "panic: " + message;
      case Outcome.Trapped(_, MemoryTrap trap) -> "trap: " + trap.kind();
      case Outcome.OutOfSteps _ -> "out of steps";
    };
  }
}
