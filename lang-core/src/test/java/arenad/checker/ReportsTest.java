package arenad.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Edit;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportsTest {

  private static Diagnostic only(CheckedProgram program) {
    assertEquals(List.of(), program.before());
    assertEquals(1, program.lifetimes().size(), () -> program.lifetimes().toString());
    return program.lifetimes().getFirst();
  }

  @Test
  void aTemporaryInAnArena() {
    CheckedProgram program =
        CheckedProgram.of(
            """
            struct Node { name: String; next: &Node?; }

            main(): void => {
              let root = Arena.newRoot();
              defer root.free();
              let i = 1;
              let node = root.new(Node { name: "", next: null });
              let tmp = f"n{i}";
              node.name = tmp;
            }
            """);
    assertEquals(
        """
        error[E0301]: `tmp` does not live long enough to be stored in `node.name`
          --> main.arena:9:15
         4 |   let root = Arena.newRoot();
           |       ---- arena `root` begins here
          ...
         7 |   let node = root.new(Node { name: "", next: null });
           |       ---- `node` lives in `root`
         8 |   let tmp = f"n{i}";
           |       --- `tmp` is a temporary of this call
         9 |   node.name = tmp;
           |               ^^^ needs Lifetime(tmp) >= Lifetime(node)
           = help: copy it into the arena: `tmp.clone(root)`
        """,
        program.shown(only(program)));
    Edit edit = only(program).fixes().getFirst().edits().getFirst();
    assertEquals(".clone(root)", ((Edit.InsertAfter) edit).text());
  }

  @Test
  void aUseAfterAFreeInACallee() {
    CheckedProgram program =
        CheckedProgram.of(
            """
            struct Node { val: i32; }

            destroy(a: Arena): void => { a.free(); }

            main(): void => {
              let a = Arena.newRoot();
              let n = a.new(Node { val: 1 });
              destroy(a);
              print(n.val);
              print(n.val);
            }
            """);
    assertEquals(
        """
        error[E0304]: `n` is used after `a` is freed
          --> main.arena:9:9
         6 |   let a = Arena.newRoot();
           |       - arena `a` begins here
         7 |   let n = a.new(Node { val: 1 });
           |           ---------------------- made here, it lives in `a`
         8 |   destroy(a);
           |           - `destroy` may free `a`
         9 |   print(n.val);
           |         ^ lives in `a`
           = help: call `destroy` after its last use
        """,
        program.shown(only(program)));
  }

  @Test
  void whatIsStoredWronglyIsNotToldAgainWhereItIsFoundDead() {
    CheckedProgram program =
        CheckedProgram.of(
            """
            struct Node { val: i32; next: &Node?; }

            main(): void => {
              let root = Arena.newRoot();
              defer root.free();
              let long = root.new(Node { val: 1, next: null });
              root.useArena((s) => { long.next = s.new(Node { val: 2, next: null }); });
              let next: &Node? = long.next;
              while (next != null) { print(next.val); next = next.next; }
            }
            """);
    Diagnostic told = only(program);
    assertEquals("E0301", told.code().name());
    Edit edit = told.fixes().getFirst().edits().getFirst();
    assertEquals("root", ((Edit.Replace) edit).text());
  }

  @Test
  void aLeakHasAFix() {
    CheckedProgram program =
        CheckedProgram.of(
            """
            main(): void => {
              let a = Arena.newRoot();
              print(a.used);
            }
            """);
    Diagnostic told = only(program);
    assertEquals("W0322", told.code().name());
    Edit edit = told.fixes().getFirst().edits().getFirst();
    assertEquals("defer a.free();", ((Edit.InsertLineAfter) edit).text());
  }
}
