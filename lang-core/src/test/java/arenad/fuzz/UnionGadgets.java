package arenad.fuzz;

import static arenad.fuzz.Gadget.all;
import static arenad.fuzz.Piece.lines;

import java.util.List;

/// Gadgets about unions: what each variant holds keeps its lifetime, and a match is not outlived by
/// what it has found.
final class UnionGadgets {

  /// What the programs are made with besides the [Prelude], a line each.
  static final String DECLARATIONS =
      """
      struct Link { to: &Node; }
      struct Word { text: String; }
      struct Slot { what: What; }
      struct Leaf { val: i32; }
      struct Fork { left: &Tree; right: &Tree; }
      type What = Link | Word | i32;
      type Tree = Leaf | Fork;
      linkTo(n: &Node): What => { return Link(n); }
      fill(s: &Slot, w: What): void => { s.what = w; }
      empty(s: &Slot): void => { if (flip()) { s.what = 0; } }
      linked(s: &Slot): &Node? => { return match s.what { case Link as l => l.to, default => null }; }
      leaf(a: Arena, v: i32): &Tree => { return a.new(Leaf(v)); }
      fork(a: Arena, l: &Tree, r: &Tree): &Tree => { return a.new(Fork(l, r)); }
      graft(at: &Tree, t: &Tree): void => { match at { case Fork: at.left = t; case Leaf: {} } }
      leftOf(t: &Tree): &Tree => { return match t { case Fork => t.left, case Leaf => t }; }
      weigh(t: &Tree, k: i32): i32 => { if (k == 0) { return 0; } return match t { case Leaf => t.val, case Fork => weigh(t.left, k - 1) + weigh(t.right, k - 1) }; }
      """;

  static final List<Gadget> ALL =
      List.of(
          new Gadget("union in an object", UnionGadgets::slot),
          new Gadget("union in a local", UnionGadgets::local),
          new Gadget("tree of a union", UnionGadgets::tree),
          new Gadget("match overtaken", UnionGadgets::overtaken));

  private UnionGadgets() {}

  private static String what(Moves m, String longer, String shorter) {
    String arena = m.dice.oneOf(longer, shorter);
    return m.dice.oneOf(
        "Link(" + m.node(arena, "null") + ")",
        "linkTo(" + m.node(arena, "null") + ")",
        "Word(" + m.text(arena) + ")",
        "7");
  }

  private static List<Piece> read(String union) {
    return List.of(
        Piece.nest(
            "match " + union + " {",
            all(
                lines("case Link as l: print(l.to.val);"),
                lines("case Word as w: print(w.text);"),
                lines("case i32 as n: print(n);"))));
  }

  private static List<Piece> slot(Moves m) {
    String s = m.names.fresh("s");
    return Scene.play(
        m,
        (longer, shorter) -> {
          String home = m.dice.oneOf(longer, longer, shorter);
          String what = what(m, longer, shorter);
          String change =
              m.dice.oneOf("fill(" + s + ", " + what + ");", s + ".what = " + what + ";");
          List<Piece> made = lines("let " + s + " = " + home + ".new(Slot { what: 1 });");
          boolean before = home.equals(longer);
          List<Piece> look =
              m.dice.chance(0.5) ? read(s + ".what") : m.readMaybe("linked(" + s + ")");
          return new Scene.Acts(
              before ? made : List.of(),
              all(before ? List.of() : made, m.perhaps(lines(change)), before ? List.of() : look),
              before ? look : List.of());
        });
  }

  private static List<Piece> local(Moves m) {
    String u = m.names.fresh("u");
    String s = m.names.fresh("s");
    return Scene.play(
        m,
        (longer, shorter) -> {
          String kept =
              m.dice.oneOf("let " + s + " = " + longer + ".new(Slot { what: " + u + " });", "");
          return new Scene.Acts(
              lines("let " + u + ": What = 1;"),
              all(
                  m.perhaps(lines(u + " = " + what(m, longer, shorter) + ";")),
                  kept.isEmpty() ? List.of() : lines(kept, "print(linked(" + s + ") == null);")),
              m.perhaps(read(u)));
        });
  }

  private static List<Piece> tree(Moves m) {
    String t = m.names.fresh("t");
    String keep = m.names.fresh("keep");
    return Scene.play(
        m,
        (longer, shorter) -> {
          String part = "leaf(" + m.dice.oneOf(longer, shorter) + ", 4)";
          String change =
              m.dice.oneOf(
                  "graft(" + t + ", " + part + ");",
                  "match " + t + " { case Fork: " + t + ".right = " + part + "; default: {} }",
                  keep + " = fork(" + m.dice.oneOf(longer, shorter) + ", " + t + ", " + part + ");",
                  keep + " = leftOf(fork(" + shorter + ", " + part + ", " + t + "));",
                  keep + " = " + t + ".clone(" + m.dice.oneOf(longer, shorter) + ");");
          return new Scene.Acts(
              lines(
                  "let "
                      + t
                      + " = fork("
                      + longer
                      + ", leaf("
                      + longer
                      + ", 1), leaf("
                      + longer
                      + ", 2));",
                  "let " + keep + " = leftOf(" + t + ");"),
              m.perhaps(lines(change)),
              lines("print(weigh(" + m.dice.oneOf(t, keep) + ", 4));"));
        });
  }

  /// Between a match and the use of what it has found.
  private static List<Piece> overtaken(Moves m) {
    String s = m.names.fresh("s");
    String other = m.names.fresh("s");
    return Scene.play(
        m,
        (longer, shorter) -> {
          String between =
              m.dice.oneOf(
                  "empty(" + other + ");",
                  "fill(" + s + ", 3);",
                  "print(linked(" + other + ") == null);",
                  "let " + m.names.fresh("n") + " = " + m.node(longer, "null") + ";");
          String use =
              m.dice.oneOf(
                  "print(" + s + ".what.to.val);",
                  s + ".what.to = " + m.node(longer, "null") + ";",
                  "match " + s + ".what { case Link: print(" + s + ".what.to.val); default: {} }");
          return new Scene.Acts(
              lines(
                  "let "
                      + s
                      + " = "
                      + longer
                      + ".new(Slot { what: linkTo("
                      + m.node(longer, "null")
                      + ") });",
                  "let " + other + " = " + m.dice.oneOf(s, longer + ".new(*" + s + ")") + ";"),
              List.of(
                  Piece.nest(
                      "match " + s + ".what {",
                      all(
                          List.of(
                              Piece.nest(
                                  "case Link: {", all(m.perhaps(lines(between)), lines(use)))),
                          lines("default: {}")))),
              m.perhaps(m.readMaybe("linked(" + s + ")")));
        });
  }
}
