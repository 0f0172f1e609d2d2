package arenad.elaborate;

import org.junit.jupiter.api.Test;

final class TypedProgramsTest {
  private static final String NODE =
      "struct Node { value: i32; next: &Node?; bump(self, by: i32 = 2): i32 => { return by; } }\n";

  @Test
  void narrowingIsWrittenOut() {
    Programs.checkTyped(
        """
        struct Node { value: i32; next: &Node?; }
        sum(head: &Node?): i64 => {
          let total: i64 = 0;
          let at = head;
          while (at != null) { total += at.value; at = at.next; }
          return total;
        }
        """,
        """
        function main.sum(head: &Node?): i64
          let total: i64 = 0:i64
          let at: &Node? = head
          while at != null
            total += (narrowed(at).*.value as i64)
            at = narrowed(at).*.next
          return total
        """);
  }

  @Test
  void whatIsNarrowedGoesWhereNullMayAsItIs() {
    Programs.checkBody(
        NODE + "f(n: &Node?): &Node? => { return n; }\n",
        """
        let n = f(null);
        if (n != null) { f(n); n.next = n; }
        """,
        """
        let n: &Node? = main.f(null)
        if n != null
          main.f(n)
          narrowed(n).*.next = n
        """);
  }

  @Test
  void methodsTakeTheirObjectAsAPlace() {
    Programs.checkBody(
        NODE,
        """
        let a = Arena.newRoot();
        let n = Node { value: 1 };
        n.bump();
        a.new(n).bump(3);
        Node(1).bump();
        let xs = Array<Node>.new(a, 4);
        xs[0].bump();
        a.free();
        """,
        """
        let a: Arena = arena_new_root()
        let n: Node = Node { 1, null }
        main.Node.bump(n, 2)
        main.Node.bump(a.new(n).*, 3)
        main.Node.bump(Node { 1, null }, 2)
        let xs: Array<Node> = array_new(a, 4)
        main.Node.bump(xs[0], 2)
        arena_free(a)
        """);
  }

  @Test
  void selfIsAReferenceToTheObject() {
    Programs.checkTyped(
        """
        struct S {
          x: i32;
          me(self): &S => { self.x += 1; return self; }
          copy(self): S => { return self; }
        }
        """,
        """
        function main.S.me(self: &S): &S
          self.*.x += 1
          return self
        function main.S.copy(self: &S): S
          return self.*
        """);
  }

  @Test
  void conversionsAreWrittenOut() {
    Programs.checkBody(
        "half(x: f64): f64 => { return x / 2; }\n",
        """
        let i = 1;
        let w: i64? = i;
        half(i);
        let u: u8 = 3;
        i + u;
        i as u8;
        300 as u8;
        i < u;
        let s = "a" + "b";
        let t = s + "c" + s;
        t += s;
        let c = t[0] == 'a';
        """,
        """
        let i: i32 = 1
        let w: i64? = some((i as i64))
        main.half((i as f64))
        let u: u8 = 3:u8
        (i + (u as i32))
        (i as u8)
        (300:i64 as u8)
        (i < (u as i32))
        let s: String = string_concat("a", "b")
        let t: String = f"{s}c{s}"
        t += s
        let c: bool = (t[0] == 97:u8)
        """);
  }

  @Test
  void optionalChainsBindTheirObject() {
    Programs.checkBody(
        NODE + "f(): &Node? => { return null; }\n",
        """
        let a = f()?.next?.value ?? 3;
        f()?.bump(1);
        """,
        """
        let a: i32 = ((main.f() ?. %0 => (%0.*.next ?. %1 => some(%1.*.value))) ?? 3)
        (main.f() ?. %3 => some(main.Node.bump(%3.*, 1)))
        """);
  }

  @Test
  void arenasThatEndWithABlockAreStatements() {
    Programs.checkBody(
        NODE,
        """
        let a = Arena.newRoot();
        defer a.free();
        a.useArena((s) => { let n = s.new(Node(1)); if (n.value > 0) { return; } print("x"); });
        region r { r.new(Node(2)).clone(a); }
        const [x, y] = [a, 1];
        for (i in 0..y) { continue; }
        for (c in "ab".chars()) { print(c); }
        """,
        """
        let a: Arena = arena_new_root()
        defer
          arena_free(a)
        use s: Arena in a
          let n: &Node = s.new(Node { 1, null })
          if (n.*.value > 0)
            return
          print("x")
        region r: Arena
          r.new(Node { 2, null }).clone(a)
        let [x: Arena, y: i32] = [a, 1]
        for i: i32 in 0..y
          continue
        for c: char in "ab"
          print(c)
        """);
  }

  @Test
  void fieldsAreInTheOrderOfDeclaration() {
    Programs.checkBody(
        "struct P { x: i32; y: i64 = 7; z: String?; }\nconst N = 3;\n",
        """
        let p = P { y: 1, x: N };
        let q = P(2);
        let xs: P[2] = [p, q];
        xs[1].x += 1;
        xs.length;
        """,
        """
        let p: P = P { main.N, 1:i64, null }
        let q: P = P { 2, 7:i64, null }
        let xs: P[2] = [p, q]
        xs[1].x += 1
        2
        """);
  }
}
