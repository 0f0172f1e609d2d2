package arenad.fuzz;

import static arenad.fuzz.Gadget.all;
import static arenad.fuzz.Piece.lines;

import java.util.List;

/// Gadgets about all the ways in which something can be touched, when what it lives in may have ended.
final class TouchGadgets {

  static final List<Gadget> ALL =
      List.of(
          new Gadget("touch a node", TouchGadgets::node),
          new Gadget("touch a string", TouchGadgets::string),
          new Gadget("touch a container", TouchGadgets::container),
          new Gadget("touch an arena", TouchGadgets::arena),
          new Gadget("part of a copy", TouchGadgets::partOfCopy),
          new Gadget("copy what leads to it", TouchGadgets::copyAfterEnd));

  private TouchGadgets() {}

  /// Two arenas of which one ends, before or after it is used.
  private static List<Piece> around(Moves m, String arena, List<Piece> before, List<Piece> use) {
    String other = m.names.fresh("o");
    List<Piece> end =
        m.dice.chance(0.2) ? lines("destroyOne(" + arena + ", " + other + ");") : m.end(arena);
    return all(
        lines("let " + other + " = Arena.newRoot();", "let " + arena + " = Arena.newRoot();"),
        before,
        m.dice.chance(0.75) ? all(end, use) : all(use, end),
        m.dice.chance(0.3) ? lines(other + ".free();") : List.of());
  }

  private static List<Piece> node(Moves m) {
    String a = m.names.fresh("a");
    String n = m.names.fresh("n");
    String use =
        switch (m.dice.below(8)) {
          case 0 -> n + ".val = 3;";
          case 1 -> n + ".next = null;";
          case 2 -> n + ".name = \"x\";";
          case 3 -> "print(f\"{" + n + ".val}\");";
          case 4 -> "print(f\"{" + n + ".name}\");";
          case 5 -> n + ".link(null);";
          case 6 -> "setNext(" + n + ", null);";
          default -> "print(count(" + n + "));";
        };
    return around(m, a, lines("let " + n + " = " + m.node(a, "null") + ";"), lines(use));
  }

  private static List<Piece> string(Moves m) {
    String a = m.names.fresh("a");
    String s = m.names.fresh("s");
    String other = m.dice.oneOf("\"x1\"", "\"b\"");
    String made = "f\"x{" + m.dice.between(1, 9) + "}\".clone(" + a + ")";
    if (m.dice.chance(0.4)) {
      made = made + m.dice.oneOf(".slice(0, 1)", ".trim()", ".split(\"-\")[0]");
    }
    String use =
        switch (m.dice.below(12)) {
          case 0 -> "print(" + s + ");";
          case 1 -> "print(" + s + " == " + other + ");";
          case 2 -> "print(" + other + " != " + s + ");";
          case 3 -> "print(" + s + " < " + other + ");";
          case 4 -> "print(f\"<{" + s + "}>\");";
          case 5 -> "print(f\"<{" + s + "}{" + s + "}>\");";
          case 6 -> "print(" + s + " + " + other + ");";
          case 7 -> "print(" + s + ".slice(0, 1));";
          case 8 -> "print(" + s + ".contains(" + other + "));";
          case 9 -> "print(" + s + ".clone());";
          case 10 -> "print(" + s + "[0]);";
          default -> "print(" + s + ".upper());";
        };
    return around(m, a, lines("let " + s + " = " + made + ";"), lines(use));
  }

  private static List<Piece> container(Moves m) {
    String a = m.names.fresh("a");
    String xs = m.names.fresh("xs");
    if (m.dice.chance(0.3)) {
      String b = m.names.fresh("b");
      String use =
          m.dice.oneOf(
              b + " += \"more\";", "print(" + b + ".length);", b + ".clear();", b + " += 1;");
      String made = "let " + b + " = StringBuffer.new(" + a + ", 4);";
      return around(m, a, lines(made, b + " += \"text\";"), lines(use));
    }
    String use =
        switch (m.dice.below(9)) {
          case 0 -> "print(" + xs + ".length);";
          case 1 -> xs + ".push(1);";
          case 2 -> "print(" + xs + "[0]);";
          case 3 -> xs + "[0] = 2;";
          case 4 -> xs + ".clear();";
          case 5 -> xs + ".reverse();";
          case 6 -> "print(" + xs + ".get(0) ?? 4);";
          case 7 -> "print(" + xs + ".pop() ?? 4);";
          default -> "for (x in " + xs + ") { print(x); }";
        };
    String made = "let " + xs + " = Array<i32>.new(" + a + ");";
    return around(m, a, lines(made, xs + ".push(7);"), lines(use));
  }

  private static List<Piece> arena(Moves m) {
    String a = m.names.fresh("a");
    String h = m.names.fresh("h");
    String use =
        switch (m.dice.below(7)) {
          case 0 -> "print(" + m.node(h, "null") + ".val);";
          case 1 -> "print(" + h + ".newSub().used >= 0);";
          case 2 -> "print(" + h + ".used >= 0);";
          case 3 -> h + ".free();";
          case 4 -> h + ".reset();";
          case 5 -> "print(f\"{1}\".clone(" + h + "));";
          default -> "print(Array<i32>.new(" + h + ").length);";
        };
    String same = m.dice.oneOf(a, a, "sameArena(" + a + ")", a + ".newSub()");
    return around(m, a, lines("let " + h + " = " + same + ";"), lines(use));
  }

  /// What a copy leads to lives where the copy lives.
  private static List<Piece> partOfCopy(Moves m) {
    String n = m.names.fresh("n");
    String keep = m.names.fresh("keep");
    String copy = m.names.fresh("copy");
    return Scene.play(
        m,
        (longer, shorter) -> {
          String next = m.node(longer, m.dice.oneOf("null", m.node(longer, "null")));
          String into = m.dice.oneOf(longer, shorter, shorter);
          String kept =
              m.dice.oneOf(m.load(copy), copy + ".next", "last(" + copy + ")", "id(" + copy + ")");
          return new Scene.Acts(
              lines(
                  "let " + n + " = " + m.node(longer, next) + ";",
                  "let " + keep + ": &Node? = null;"),
              all(
                  lines("let " + copy + " = " + n + ".clone(" + into + ");"),
                  m.perhaps(lines(keep + " = " + kept + ";"))),
              m.readMaybe(keep));
        });
  }

  /// An object of the callee's own leads to what the caller's arena takes with it.
  private static List<Piece> copyAfterEnd(Moves m) {
    String a = m.names.fresh("a");
    String b = m.names.fresh("b");
    String n = m.names.fresh("n");
    String call =
        m.dice.oneOf(
            "endThenCopy(" + a + ", " + n + ", " + b + ")",
            "endThenCopyAll(" + a + ", " + n + ", " + b + ")",
            "copyThenEnd(" + a + ", " + n + ", " + b + ")");
    return all(
        lines(
            "let " + a + " = Arena.newRoot();",
            "let " + b + " = Arena.newRoot();",
            "let " + n + " = " + m.node(m.dice.oneOf(a, a, b), "null") + ";",
            "print(" + call + ");"),
        m.dice.chance(0.3) ? lines("print(" + n + ".val);") : List.of(),
        m.dice.chance(0.5) ? lines(b + ".free();") : List.of());
  }
}
