package arenad.fuzz;

import static arenad.fuzz.Gadget.all;
import static arenad.fuzz.Piece.lines;

import java.util.List;

/// Gadgets about the ends of arenas: who frees, when, and what is touched afterwards.
final class EndGadgets {

  static final List<Gadget> ALL =
      List.of(
          new Gadget("free in a callee", EndGadgets::freeInCallee),
          new Gadget("sub used after its parent", EndGadgets::subAfterParent),
          new Gadget("order of defers", EndGadgets::defers),
          new Gadget("fresh arenas of two calls", EndGadgets::freshOfTwoCalls),
          new Gadget("handle in an object", EndGadgets::handleInObject),
          new Gadget("reset", EndGadgets::reset),
          new Gadget("drop with what it holds", EndGadgets::drop),
          new Gadget("free a scoped arena", EndGadgets::freeScoped),
          new Gadget("early return", EndGadgets::earlyReturn),
          new Gadget("a callee leaves what is its own", EndGadgets::leftBehind),
          new Gadget("free through another handle", EndGadgets::otherHandle));

  private EndGadgets() {}

  private static List<Piece> freeInCallee(Moves m) {
    String a = m.names.fresh("a");
    String n = m.names.fresh("n");
    return all(
        lines("let " + a + " = Arena.newRoot();", "let " + n + " = " + m.node(a, "null") + ";"),
        m.perhaps(m.end(a)),
        m.dice.chance(0.6) ? lines("print(" + n + ".val);") : List.of(),
        m.dice.chance(0.3) ? lines(a + ".free();") : List.of());
  }

  private static List<Piece> subAfterParent(Moves m) {
    String root = m.names.fresh("root");
    String s = m.names.fresh("s");
    String n = m.names.fresh("n");
    List<Piece> first = m.end(root);
    List<Piece> second =
        m.dice.oneOf("use", "free", "make", "new").equals("use")
            ? lines("print(" + n + ".val);")
            : lines(
                m.dice.oneOf(
                    s + ".free();",
                    n + ".next = " + m.node(s, "null") + ";",
                    "print(sub(" + s + ").used >= 0);"));
    return all(
        lines(
            "let " + root + " = Arena.newRoot();",
            "let " + s + " = " + m.dice.oneOf(root + ".newSub()", "sub(" + root + ")") + ";",
            "let " + n + " = " + m.node(s, "null") + ";"),
        m.dice.chance(0.7) ? all(first, second) : all(second, first));
  }

  private static List<Piece> defers(Moves m) {
    String root = m.names.fresh("root");
    String s = m.names.fresh("s");
    String n = m.names.fresh("n");
    boolean wrongWay = m.dice.chance(0.4);
    String first = wrongWay ? s : root;
    String second = wrongWay ? root : s;
    List<Piece> use = lines("print(" + n + ".val);");
    return List.of(
        Piece.nest(
            "if (flip()) {",
            all(
                lines(
                    "let " + root + " = Arena.newRoot();",
                    "let " + s + " = " + root + ".newSub();",
                    "defer " + first + ".free();"),
                m.dice.chance(0.7) ? lines("defer " + second + ".free();") : List.of(),
                lines("let " + n + " = " + m.node(s, "null") + ";"),
                m.dice.chance(0.3) ? lines("defer print(" + n + ".val);") : List.of(),
                m.dice.chance(0.2) ? m.perhaps(lines(s + ".free();")) : List.of(),
                use)));
  }

  private static List<Piece> freshOfTwoCalls(Moves m) {
    String root = m.names.fresh("root");
    String a = m.names.fresh("a");
    String b = m.names.fresh("b");
    String n = m.names.fresh("n");
    String first = m.dice.oneOf("fresh()", "freshSub(" + root + ")", "freshFor(" + n + ")");
    String second = m.dice.oneOf("fresh()", "freshSub(" + root + ")", "freshFor(" + n + ")");
    String freed = m.dice.oneOf(a, b);
    String read = m.dice.oneOf(a, b);
    return all(
        lines(
            "let " + root + " = Arena.newRoot();",
            "let " + n + " = " + m.node(root, "null") + ";",
            "let " + a + " = " + first + ";",
            "let " + b + " = " + second + ";"),
        m.dice.chance(0.3) ? lines(a + ".node = " + b + ".node;") : List.of(),
        lines(
            m.dice.oneOf(
                freed + ".arena.free();", freed + ".close();", "destroy(" + freed + ".arena);")),
        m.readMaybe(read + ".node"),
        m.dice.chance(0.3) ? lines(root + ".free();") : List.of(),
        m.dice.chance(0.3) ? m.readMaybe(b + ".node") : List.of());
  }

  /// A handle stored in an object, perhaps one that lives longer than the arena.
  private static List<Piece> handleInObject(Moves m) {
    String keep = m.names.fresh("keep");
    return Scene.play(
        m,
        (longer, shorter) -> {
          String home = m.dice.oneOf(longer, shorter);
          String held = m.dice.oneOf(longer, shorter);
          List<Piece> use =
              m.dice.chance(0.5)
                  ? lines(keep + ".node = " + m.node(keep + ".arena", "null") + ";")
                  : lines(
                      m.dice.oneOf(
                          keep + ".close();",
                          "print(" + keep + ".closeThenRead());",
                          keep + ".arena.free();"));
          return new Scene.Acts(
              m.dice.chance(0.4)
                  ? lines(
                      "let "
                          + keep
                          + " = "
                          + longer
                          + ".new(Keep { arena: "
                          + longer
                          + ", node: null });")
                  : lines("let " + keep + " = Keep { arena: " + longer + ", node: null };"),
              all(
                  m.dice.chance(0.6) ? lines(keep + ".arena = " + held + ";") : List.of(),
                  m.dice.chance(0.3)
                      ? lines(keep + ".node = " + m.node(home, "null") + ";")
                      : List.of(),
                  m.dice.chance(0.3) ? use : List.of()),
              all(m.dice.chance(0.5) ? use : List.of(), m.readMaybe(keep + ".node")));
        });
  }

  private static List<Piece> reset(Moves m) {
    String a = m.names.fresh("a");
    String n = m.names.fresh("n");
    List<Piece> again = m.perhaps(lines(n + " = " + m.node(a, "null") + ";"));
    List<Piece> read = lines("print(" + n + ".val);");
    List<Piece> body =
        all(
            m.perhaps(lines(a + ".reset();")),
            m.dice.chance(0.6) ? again : List.of(),
            m.dice.chance(0.7) ? read : List.of());
    return all(
        lines("let " + a + " = Arena.newRoot();", "let " + n + " = " + m.node(a, "null") + ";"),
        m.dice.chance(0.4) ? List.of(Piece.nest("for (i in 0..2) {", body)) : body,
        lines(a + ".free();"));
  }

  private static List<Piece> drop(Moves m) {
    String a = m.names.fresh("a");
    String b = m.names.fresh("b");
    String n = m.names.fresh("n");
    String home = m.dice.oneOf(a, b);
    return all(
        lines(
            "let " + a + " = Arena.newRoot();",
            "let " + b + " = " + m.dice.oneOf("Arena.newRoot()", a + ".newSub()", a) + ";",
            "let " + n + " = " + m.node(home, "null") + ";",
            m.dice.oneOf(
                "print(drop(" + b + ", " + n + "));",
                "print(drop(" + a + ", " + n + "));",
                "print(readThenFree(" + b + ", " + n + "));",
                "freeBoth(" + b + ", " + a + ");",
                "freeBoth(" + a + ", " + b + ");")),
        m.dice.chance(0.3) ? lines("print(" + n + ".val);") : List.of());
  }

  private static List<Piece> freeScoped(Moves m) {
    String root = m.names.fresh("root");
    String s = m.names.fresh("s");
    String n = m.names.fresh("n");
    List<Piece> inside =
        all(
            lines("let " + n + " = " + m.node(s, "null") + ";"),
            m.dice.chance(0.5) ? m.perhaps(m.end(m.dice.oneOf(s, root))) : List.of(),
            m.dice.chance(0.5) ? lines("print(" + n + ".val);") : List.of(),
            m.dice.chance(0.3)
                ? List.of(Piece.nest("if (flip()) {", lines("return;")))
                : List.of());
    return all(
        lines("let " + root + " = Arena.newRoot();"),
        List.of(
            m.dice.chance(0.5)
                ? Piece.nest(root + ".useArena((" + s + ") => {", inside, "});")
                : Piece.nest("region " + s + " {", inside)),
        m.dice.chance(0.5) ? lines(root + ".free();") : List.of());
  }

  private static List<Piece> earlyReturn(Moves m) {
    String a = m.names.fresh("a");
    String n = m.names.fresh("n");
    String e = m.names.fresh("e");
    return all(
        lines(
            "let " + a + " = Arena.newRoot();",
            "let " + n + " = " + m.node(a, "null") + ";",
            "let " + e + " = early(" + n + ");"),
        m.dice.chance(0.5) ? m.end(a) : List.of(),
        List.of(Piece.nest("if (flip()) {", lines("return;"))),
        m.readMaybe(e));
  }

  /// Functions that err by themselves: nothing may be accepted that calls them.
  private static List<Piece> leftBehind(Moves m) {
    String a = m.names.fresh("a");
    String n = m.names.fresh("n");
    String h = m.names.fresh("h");
    return all(
        lines(
            "let " + a + " = Arena.newRoot();",
            "let " + n + " = " + m.node(a, "null") + ";",
            "let " + h + " = " + m.holder(a, n) + ";",
            m.dice.oneOf(
                "plant(" + n + ");",
                "plantIn(" + a + ", " + h + ");",
                "stain(" + n + ");",
                "stainIf(" + n + ");",
                "leave(" + h + ");",
                n + " = lost();",
                n + ".name = gone(" + n + ");",
                n + ".name = partOf(" + n + ");")),
        lines("print(" + n + ".name);"),
        m.readMaybe(m.load(n)),
        m.readMaybe(m.take(h)));
  }

  private static List<Piece> otherHandle(Moves m) {
    String a = m.names.fresh("a");
    String b = m.names.fresh("b");
    String n = m.names.fresh("n");
    return all(
        lines(
            "let " + a + " = Arena.newRoot();",
            "let " + b + " = " + m.dice.oneOf(a, "sameArena(" + a + ")", "sub(" + a + ")") + ";",
            "let " + n + " = " + m.node(m.dice.oneOf(a, b), "null") + ";"),
        m.perhaps(lines(m.dice.oneOf(a, b) + ".free();")),
        m.dice.chance(0.5) ? lines("print(" + n + ".val);") : List.of(),
        m.dice.chance(0.4) ? lines(m.dice.oneOf(a, b) + ".free();") : List.of());
  }
}
