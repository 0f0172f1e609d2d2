package arenad.fuzz;

import java.util.ArrayList;
import java.util.List;

/// Programs about owners: who holds them, when they are moved, dropped, replaced and taken, and what is seen through
/// them. Every step type-checks wherever it stands; which of them go together is for the checker to say.
final class TierGadgets {

  static final String DECLARATIONS =
      """
      struct Held { name: String; val: i32; inner: Owned<i32>?;
        bump(self): void => { self.val += 1; self.inner = Owned<i32>.new(self.val); }
        poke(self, cup: &Cup): void => { cup.held = hold(); self.val += 1; }
        lose(self, gone: Owned<Held>): void => { self.val += gone.value.val; }
        drain(self): Owned<i32>? => { return self.inner.take(); }
      }
      struct Cup { held: Owned<Held>; spare: Owned<Held>?; label: String; open: Region<Twig>; common: Shared<Knot>;
        refill(self): void => { self.held = hold(); }
        mayRefill(self): void => { if (flip()) { self.held = hold(); } }
        give(self): Owned<Held>? => { return self.spare.take(); }
        swap(self, other: Owned<Held>): void => { self.spare = other; }
        peek(self): String => { return self.held.value.name; }
        look(self): i32 => { self.held.value.bump(); return self.held.value.val; }
        name(self, text: String): void => { self.label = text; }
        shrink(self): void => { self.open.compact(); }
        share(self, other: Shared<Knot>): void => { self.common = other; }
      }
      struct Twig { text: String; next: &Twig?; }
      struct Knot { text: String; weak: Weak<Knot>?; }
      hold(): Owned<Held> => { return Owned<Held>.new(Held { name: f"h{1}", val: 1, inner: Owned<i32>.new(2) }); }
      cup(): Cup => { return Cup { held: hold(), spare: hold(), label: "", open: grow(), common: knot() }; }
      knot(): Shared<Knot> => { return Shared<Knot>.new(Knot { text: f"l{2}", weak: null }); }
      grow(): Region<Twig> => { return Region<Twig>.new((r) => tree(r)); }
      tree(a: Arena): &Twig => { let tip = a.new(Twig { text: f"tip {3}".clone(a), next: null }); return a.new(Twig { text: f"t{4}".clone(a), next: tip }); }
      eat(o: Owned<Held>): void => { print(o.value.name); }
      mayEat(o: Owned<Held>): void => { if (flip()) { eat(o); } }
      sameHeld(o: Owned<Held>): Owned<Held> => { return o; }
      choose(o: Owned<Held>, p: Owned<Held>): Owned<Held> => { if (flip()) { return o; } return p; }
      touch(h: &Held): void => { h.val += 1; print(h.name); }
      told(h: &Held): String => { return h.name; }
      pair(o: Owned<Held>, p: Owned<Held>): [Owned<Held>, Owned<Held>] => { return [p, o]; }
      again(s: Shared<Knot>): Shared<Knot> => { let t = s; return t; }
      burn(g: Region<Twig>): void => { g.open((root) => { print(root.text); }); }
      pass(g: Region<Twig>): Region<Twig> => { g.compact(); return g; }
      """;

  private static final List<String> STEPS =
      List.of(
          "a = hold();",
          "a = sameHeld(a);",
          "a = sameHeld(b);",
          "a = choose(a, b);",
          "b = a;",
          "b = choose(hold(), a);",
          "eat(a);",
          "mayEat(b);",
          "if (flip()) { eat(a); }",
          "s = a.value.name;",
          "s = told(b.value);",
          "t = s;",
          "print(s);",
          "print(t);",
          "print(a.value.name);",
          "a.value.bump();",
          "touch(a.value);",
          "a.value = Held { name: \"x\", val: 3, inner: null };",
          "a.value.lose(b);",
          "a.value.lose(a);",
          "a.value.inner = b.value.inner.take();",
          "a.value.inner = a.value.drain();",
          "a.value.name = s;",
          "a.value.name = a.value.name;",
          "b = c.held;",
          "c.held = a;",
          "c.spare = b;",
          "c = cup();",
          "let d = c; print(d.label); c = d;",
          "c.refill();",
          "c.mayRefill();",
          "c.swap(a);",
          "s = c.peek();",
          "c.name(s);",
          "c.label = s;",
          "print(c.label);",
          "print(c.peek());",
          "print(c.look());",
          "print(c.held.value.name);",
          "c.held.value.bump();",
          "let q = c.give(); if (q != null) { s = q.value.name; print(s); eat(q); }",
          "let q = c.spare.take(); if (q != null) { b = q; }",
          "if (c.spare != null) { print(c.spare.value.val); c.refill(); print(c.spare.value.val);"
              + " }",
          "const [m, n] = pair(a, b); a = m; b = n;",
          "let e = flip() ? a : b; print(e.value.val); a = e;",
          "x = again(x);",
          "y = x;",
          "x = y.clone();",
          "w = x.weak();",
          "s = x.value.text;",
          "let u = w.upgrade(); if (u != null) { s = u.value.text; x = u; }",
          "x.value.weak = y.weak();",
          "x.value.weak = null;",
          "x = knot();",
          "c.share(x);",
          "s = c.common.value.text;",
          "print(c.common.value.text);",
          "g = pass(g);",
          "burn(g);",
          "g = grow();",
          "g.compact();",
          "g.open((root) => { s = root.text; });",
          "g.open((root) => { root.text = s; });",
          "g.open((root, r) => { root.text = f\"{7}\".clone(r); root.next = root; });",
          "g.open((root) => { root.next = null; g.compact(); });",
          "g.open((root) => { let next = root.next; if (next != null) { root.text = next.text;"
              + " print(next.text); } });",
          "let h = g; g = c.open; c.open = h;",
          "c.shrink();",
          "c.open.open((root) => { print(root.text); c.shrink(); });",
          "print(hold().value.name);",
          "hold();",
          "defer eat(z);",
          "defer print(z.value.val);",
          "eat(z);",
          "c.held = z;",
          "if (flip()) { return; }");

  static final List<Gadget> ALL =
      List.of(new Gadget("owners", moves -> List.of(Piece.nest("if (true) {", body(moves.dice)))));

  private TierGadgets() {}

  static List<Piece> program(Dice dice) {
    return Generator.whole(List.of(Piece.nest("main(): void => {", body(dice))));
  }

  private static List<Piece> body(Dice dice) {
    List<Piece> body = new ArrayList<>();
    body.addAll(
        Piece.lines(
            "let a = hold();",
            "let b = hold();",
            "let c = cup();",
            "let x = knot();",
            "let y = x;",
            "let w = y.weak();",
            "let g = grow();",
            "let z = hold();",
            "let s = \"\";",
            "let t = \"\";"));
    int steps = dice.between(2, 7);
    for (int i = 0; i < steps; i++) {
      body.addAll(step(dice, 2));
    }
    return body;
  }

  private static List<Piece> step(Dice dice, int depth) {
    if (depth > 0 && dice.chance(0.2)) {
      List<Piece> inside = new ArrayList<>();
      for (int i = dice.between(1, 3); i > 0; i--) {
        inside.addAll(step(dice, depth - 1));
      }
      String head = dice.oneOf("if (flip()) {", "while (flip()) {", "{");
      return List.of(Piece.nest(head, inside));
    }
    // A block of its own, since a step may declare something.
    String step = dice.one(STEPS);
    return step.startsWith("let ") || step.startsWith("const ")
        ? List.of(Piece.nest("{", Piece.lines(step)))
        : Piece.lines(step);
  }
}
