package arenad.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arenad.ir.IrFunction;
import arenad.lifetime.Contract;
import arenad.lifetime.ContractText;
import arenad.symbol.SymbolId;
import arenad.type.Declaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContractsTest {

  private static final String STRUCTS =
      """
      struct Foo { name: String; }
      struct Node { val: i32; next: &Node?; }
      struct Made { arena: Arena; node: &Foo; }
      struct Conn { arena: Arena; id: i32;
        close(self): void => { self.arena.free(); print(self.id); } }
      struct Ctx { scratch: Arena; out: Arena;
        emit(self, v: String): &Foo => {
          const x = v.clone(self.scratch);
          return self.out.new(Foo { name: x });
        } }
      """;

  private static String shown(String functions, String name, boolean inFull) {
    CheckedProgram program = CheckedProgram.of(STRUCTS + functions);
    assertEquals(List.of(), program.before());
    SymbolId symbol = program.symbol(name);
    Declaration.Function declaration = program.declaration(name);
    IrFunction function = program.functions().get(symbol);
    ContractText text =
        ContractText.of(
            declaration,
            function.result(),
            program.contract(name),
            program.environment()::declaration);
    return String.join("\n", text.lines(inFull));
  }

  private static void assertShown(String expected, String functions, String name) {
    assertEquals(expected.strip(), shown(functions, name, false));
  }

  @Test
  void theSeedsExampleAndItsLongForm() {
    String example =
        "example(obj: &Foo, name: String): String => { obj.name = name; return obj.name; }";
    assertShown(
        """
        example(obj: &Foo, name: String): String
          requires Lifetime(name) >= Lifetime(obj)
          returns Lifetime(Return) = Lifetime(obj)
        """,
        example,
        "example");
    assertEquals(
        """
        example(obj: &Foo, name: String): String
          requires Lifetime(name) <= Static
          requires Lifetime(name) >= Lifetime(obj)
          requires Lifetime(obj) <= Static
          returns Lifetime(Return) = Lifetime(obj)
        """
            .strip(),
        shown(example, "example", true));
  }

  @Test
  void theSeedsMessageInTheWordsOfTheSource() {
    assertShown(
        """
        message(user: str, outArena: Arena): str
          returns Lifetime(Return) = Lifetime(outArena)
        """,
        """
        message(user: str, outArena: Arena): str => {
          const s = f"hello {user}";
          return s.clone(outArena);
        }
        """,
        "message");
  }

  @Test
  void whatHasNoLifetimeHasNoClauses() {
    assertShown("add(a: i32, b: i32): i32", "add(a: i32, b: i32): i32 => { return a + b; }", "add");
    assertShown(
        """
        lit(): String
          returns Lifetime(Return) = Static
        """,
        "lit(): String => { return \"x\"; }",
        "lit");
  }

  @Test
  void oneSourceIsEqualAndSeveralAreBounds() {
    assertShown(
        """
        pick(c: bool, a: &Node, b: &Node): &Node
          returns Lifetime(Return) <= Lifetime(a)
          returns Lifetime(Return) <= Lifetime(b)
        """,
        "pick(c: bool, a: &Node, b: &Node): &Node => { return c ? a : b; }",
        "pick");
  }

  @Test
  void contentsFoldIntoTheirParameter() {
    assertShown(
        """
        attach(a: &Node, n: &Node): &Node
          requires Lifetime(n) >= Lifetime(a)
          returns Lifetime(Return) = Lifetime(a)
        """,
        "attach(a: &Node, n: &Node): &Node => { a.next = n; return a; }",
        "attach");
    assertShown(
        """
        swapTails(a: &Node, b: &Node): void
          requires Lifetime(a) >= Lifetime(b)
          requires Lifetime(b) >= Lifetime(a)
        """,
        "swapTails(a: &Node, b: &Node): void => { let t = a.next; a.next = b.next; b.next = t; }",
        "swapTails");
  }

  @Test
  void contentsAreToldApartWhereACallerCould() {
    assertShown(
        """
        Ctx.emit(self, v: String): &Foo
          requires Lifetime(self.scratch) >= Lifetime(self.out)
          returns Lifetime(Return) = Lifetime(self.out)
        """,
        "",
        "Ctx.emit");
    assertShown(
        """
        Conn.close(self): void
          requires Lifetime(self) > Lifetime(self.arena)
          frees self.arena
        """,
        "",
        "Conn.close");
  }

  @Test
  void freesAndWhatIsUsedAfterwards() {
    assertShown(
        """
        drop(a: Arena, o: &Node): void
          requires Lifetime(o) > Lifetime(a)
          frees a
        """,
        "drop(a: Arena, o: &Node): void => { a.free(); print(o.val); }",
        "drop");
  }

  @Test
  void freshArenas() {
    assertShown(
        """
        make(name: String): Made
          requires Lifetime(name) >= Lifetime(Return.arena)
          fresh Return
        """,
        """
        make(name: String): Made => {
          let a = Arena.newRoot();
          return Made { arena: a, node: a.new(Foo { name: name }) };
        }
        """,
        "make");
    assertShown(
        """
        child(a: Arena): Arena
          returns Lifetime(Return) < Lifetime(a)
          fresh Return
        """,
        "child(a: Arena): Arena => { return a.newSub(); }",
        "child");
  }

  @Test
  void writtenRelationsAreShownAsWritten() {
    assertShown(
        """
        nest(a: &Node, b: &Node): void
          requires Lifetime(a) < Lifetime(b)
        """,
        "nest(a: &Node, b: &Node): void requires Lifetime(a) < Lifetime(b) => { a.next = b; }",
        "nest");
  }

  @Test
  void recursionIsSolvedFromNothingInAnyOrder() {
    String group =
        """
        even(n: &Node, out: &Node, k: i32): &Node => {
          if (k == 0) { return n; }
          return odd(out, n, k - 1);
        }
        odd(n: &Node, out: &Node, k: i32): &Node => {
          if (k == 0) { n.next = out; }
          return even(n, out, k - 1);
        }
        """;
    CheckedProgram program = CheckedProgram.of(STRUCTS + group);
    assertShown(
        """
        even(n: &Node, out: &Node, k: i32): &Node
          requires Lifetime(n) >= Lifetime(out)
          requires Lifetime(out) >= Lifetime(n)
          returns Lifetime(Return) = Lifetime(out)
        """,
        group,
        "even");
    List<IrFunction> members = new ArrayList<>();
    for (Map.Entry<SymbolId, IrFunction> each : program.functions().entrySet()) {
      if (each.getKey().name().equals("even") || each.getKey().name().equals("odd")) {
        members.add(each.getValue());
      }
    }
    Checked one = Checking.of(members, program.environment());
    Checked other = Checking.of(members.reversed(), program.environment());
    assertEquals(one, other);
  }

  @Test
  void equalMeaningIsAnEqualValue() {
    Contract first = contract("f(o: &Foo, s: String): void => { o.name = s; }");
    Contract renamedLocals = contract("f(o: &Foo, s: String): void => { let t = s; o.name = t; }");
    Contract longer =
        contract("f(o: &Foo, s: String): void => { if (s.length > 0) { o.name = s; } print(1); }");
    Contract other = contract("f(o: &Foo, s: String): void => { print(s); }");
    assertEquals(first, renamedLocals);
    assertEquals(first.flows(), longer.flows());
    assertNotEquals(first, other);
    assertTrue(other.flows().isEmpty());
  }

  private static Contract contract(String function) {
    return CheckedProgram.of(STRUCTS + function).contract("f");
  }
}
