package arenad.fuzz;

import static arenad.fuzz.Gadget.all;
import static arenad.fuzz.Piece.lines;

import java.util.List;

/// Gadgets about the law alone: nothing is touched after its end, but something live still holds it.
final class LawGadgets {

  static final List<Gadget> ALL =
      List.of(
          new Gadget("hold across a scope", LawGadgets::acrossScope),
          new Gadget("hold across turns", LawGadgets::acrossTurns),
          new Gadget("arena of one of two parents", LawGadgets::twoParents),
          new Gadget("one of several handles", LawGadgets::oneOfSeveral),
          new Gadget("hold in a callee", LawGadgets::inCallee),
          new Gadget("one arena twice", LawGadgets::sameTwice),
          new Gadget("handle of turns", LawGadgets::handleOfTurns),
          new Gadget("own method", LawGadgets::ownMethod),
          new Gadget("fresh arenas mixed up", LawGadgets::mixedUp),
          new Gadget("fixed array", LawGadgets::fixedArray),
          new Gadget("several leaves at once", LawGadgets::severalLeaves));

  private LawGadgets() {}

  /// An arena from outside of a scoped one, from inside, or from a branch; freed inside, after, or not at all.
  private static List<Piece> acrossScope(Moves m) {
    String root = m.names.fresh("root");
    String a = m.names.fresh("a");
    String s = m.names.fresh("s");
    String n = m.names.fresh("n");
    String x = m.names.fresh("x");
    List<Piece> make =
        lines("let " + a + " = " + m.dice.oneOf("Arena.newRoot();", root + ".newSub();"));
    String held = m.dice.oneOf(m.node(a, "null"), x);
    String kept = m.names.fresh("kept");
    List<Piece> body =
        m.dice.chance(0.4)
            ? lines("let " + n + " = " + m.node(s, held) + ";")
            : all(lines("let " + n + " = " + m.node(s, "null") + ";"), m.perhaps(m.store(n, held)));
    boolean inside = m.dice.chance(0.5);
    List<Piece> end = m.dice.chance(0.7) ? m.end(a) : List.of();
    List<Piece> use = m.dice.chance(0.3) ? m.readMaybe(m.load(n)) : lines("print(" + n + ".val);");
    List<Piece> before =
        inside ? List.of() : all(make, lines("let " + x + " = " + m.node(a, "null") + ";"));
    List<Piece> scope =
        inside
            ? all(
                lines("let " + kept + " = " + m.node(s, "null") + ";"),
                make,
                lines("let " + x + " = " + m.node(a, "null") + ";"),
                body,
                m.dice.chance(0.4) ? m.store(kept, x) : List.of(),
                end,
                m.dice.chance(0.7) ? use : List.of(),
                lines("print(" + kept + ".val);"))
            : all(body, m.dice.chance(0.5) ? all(end, use) : use);
    Piece nest =
        m.dice.chance(0.5)
            ? Piece.nest("region " + s + " {", scope)
            : Piece.nest(root + ".useArena((" + s + ") => {", scope, "});");
    return all(
        lines("let " + root + " = Arena.newRoot();"),
        before,
        List.of(nest),
        m.dice.chance(0.5) ? lines(root + ".free();") : List.of());
  }

  /// An object of an earlier turn, or of none, is given something of this turn or of an earlier one.
  private static List<Piece> acrossTurns(Moves m) {
    String root = m.names.fresh("root");
    String s = m.names.fresh("s");
    String n = m.names.fresh("n");
    String k = m.names.fresh("k");
    String j = m.names.fresh("j");
    String hs = m.names.fresh("hs");
    String home = m.dice.oneOf(root, s);
    boolean ends = m.dice.chance(0.5);
    List<Piece> turn =
        all(
            lines(
                "let " + s + " = " + root + ".newSub();",
                "let " + n + " = " + m.node(home, "null") + ";"),
            List.of(
                Piece.nest(
                    "if (" + k + " != null) {",
                    m.store(k, m.dice.oneOf(n, m.node(s, "null"), m.node(root, "null"))))),
            m.perhaps(lines(k + " = " + n + ";")),
            m.perhaps(
                lines(j + " = " + m.dice.oneOf(n, m.node(s, "null")) + ";", hs + " = " + s + ";")),
            ends ? m.perhaps(lines(s + ".free();")) : List.of());
    List<Piece> after =
        List.of(
            Piece.nest(
                "if (" + k + " != null) {",
                all(
                    m.dice.chance(0.6) ? m.store(k, j) : List.of(),
                    lines("print(" + k + ".val);"))));
    return all(
        lines(
            "let " + root + " = Arena.newRoot();",
            "let " + k + ": &Node? = null;",
            "let " + j + ": &Node? = null;",
            "let " + hs + " = " + root + ".newSub();"),
        List.of(Piece.nest("for (i in 0..3) {", turn)),
        after,
        m.dice.chance(0.6) ? lines(hs + ".free();") : List.of(),
        m.dice.chance(0.3) ? m.readMaybe(j) : List.of(),
        m.dice.chance(0.5) ? lines(root + ".free();") : List.of());
  }

  private static List<Piece> twoParents(Moves m) {
    String a = m.names.fresh("a");
    String b = m.names.fresh("b");
    String p = m.names.fresh("p");
    String s = m.names.fresh("s");
    String n = m.names.fresh("n");
    String first = m.dice.oneOf(a, b);
    String chosen = m.dice.oneOf("pickArena(" + a + ", " + b + ")", "flip() ? " + a + " : " + b);
    return all(
        lines(
            "let " + a + " = Arena.newRoot();",
            "let " + b + " = " + m.dice.oneOf("Arena.newRoot();", a + ".newSub();")),
        m.dice.chance(0.5)
            ? lines("let " + p + " = " + chosen + ";")
            : List.of(
                Piece.line("let " + p + " = " + first + ";"),
                Piece.nest("if (flip()) {", lines(p + " = " + m.dice.oneOf(a, b) + ";"))),
        lines(
            "let " + s + " = " + m.dice.oneOf(p + ".newSub()", "sub(" + p + ")", p) + ";",
            "let " + n + " = " + m.node(s, m.node(m.dice.oneOf(a, a, b, p), "null")) + ";"),
        m.end(m.dice.oneOf(a, a, b, p)),
        m.dice.chance(0.3) ? lines("print(" + n + ".val);") : List.of(),
        m.dice.chance(0.2) ? m.readMaybe(m.load(n)) : List.of());
  }

  /// A handle that a callee or an object chooses; what is freed through it may be either.
  private static List<Piece> oneOfSeveral(Moves m) {
    String a = m.names.fresh("a");
    String b = m.names.fresh("b");
    String n = m.names.fresh("n");
    String k = m.names.fresh("k");
    String home = m.names.fresh("home");
    String picked = "pickArena(" + a + ", " + b + ")";
    List<Piece> end =
        switch (m.dice.below(5)) {
          case 0 -> lines(picked + ".free();");
          case 1 -> lines("destroyOne(" + a + ", " + b + ");");
          case 2 ->
              all(
                  lines("let " + k + " = " + home + ".new(Keep { arena: " + a + ", node: null });"),
                  m.perhaps(lines(k + ".arena = " + b + ";")),
                  lines(k + m.dice.oneOf(".close();", ".arena.free();", ".arena.reset();")));
          case 3 ->
              all(
                  lines(
                      "let " + k + " = Array<Arena>.new(" + home + ");",
                      k + ".push(" + a + ");",
                      k + ".push(" + b + ");",
                      k + "[" + m.dice.oneOf("0", "1") + "].free();"));
          default -> lines("let " + k + " = " + picked + ";", k + ".free();");
        };
    String used = m.dice.oneOf(a, b);
    return all(
        lines(
            "let " + a + " = Arena.newRoot();",
            "let " + b + " = Arena.newRoot();",
            "let " + home + " = " + m.dice.oneOf(a, b) + ".newSub();",
            "let " + n + " = " + m.node(m.dice.oneOf(a, b, picked), "null") + ";"),
        end,
        switch (m.dice.below(3)) {
          case 0 -> lines("print(" + n + ".val);");
          case 1 -> lines(used + ".free();");
          default -> lines("print(" + m.node(used, "null") + ".val);");
        });
  }

  private static List<Piece> inCallee(Moves m) {
    String a = m.names.fresh("a");
    String b = m.names.fresh("b");
    String n = m.names.fresh("n");
    String t = m.names.fresh("t");
    String h = m.names.fresh("h");
    String other = m.node(m.dice.oneOf(a, b), "null");
    String chain = m.dice.chance(0.5) ? t : m.node(m.dice.oneOf(a, b), t);
    String call =
        switch (m.dice.below(13)) {
          case 0 -> "print(nest(" + a + "));";
          case 1 -> "print(nestLong(" + a + "));";
          case 2 -> "append(" + n + ", " + other + ");";
          case 3 -> "linkUp(" + n + ", " + other + ");";
          case 4 -> "print(holdIn(" + a + ", " + n + ").val);";
          case 5 -> "putBoth(" + h + ", " + n + ", " + m.text(m.dice.oneOf(a, b)) + ");";
          case 6, 7 -> "let " + t + "r = holdReq(" + m.dice.oneOf(a, b) + ", " + other + ");";
          case 8 -> "linkReq(" + n + ", " + other + ");";
          case 9 -> "let " + t + "f = freshWith(" + m.dice.oneOf(a, b) + ", " + n + ");";
          case 10 -> "let " + t + "f = freshFor(" + n + ");";
          default -> "append(" + n + ", " + other + ");";
        };
    return all(
        lines(
            "let " + a + " = Arena.newRoot();",
            "let " + b + " = " + m.dice.oneOf("Arena.newRoot();", a + ".newSub();"),
            "let " + t + ": &Node? = " + m.node(a, "null") + ";",
            "let " + n + " = " + m.node(m.dice.oneOf(a, b), chain) + ";",
            "let " + h + " = " + m.holder(m.dice.oneOf(a, b), "null") + ";",
            call),
        m.dice.chance(0.8) ? lines(m.dice.oneOf(a, b, b) + ".free();") : List.of(),
        switch (m.dice.below(6)) {
          case 0 -> lines("print(" + n + ".val);");
          case 1 -> m.readMaybe(m.load(n));
          case 2 -> lines("print(" + h + ".text);");
          case 3 -> lines("print(count(" + n + "));");
          case 4 -> List.of(Piece.nest("if (" + t + " != null) {", m.readMaybe(t + ".next")));
          default -> List.<Piece>of();
        });
  }

  /// What hangs on one parameter, when another is freed that may be the same.
  private static List<Piece> sameTwice(Moves m) {
    String a = m.names.fresh("a");
    String b = m.names.fresh("b");
    return lines(
        "let " + a + " = Arena.newRoot();",
        "let " + b + " = " + m.dice.oneOf("Arena.newRoot();", a + ".newSub();"),
        "print("
            + m.dice.oneOf("subThenFree(", "subThenFree(", "freeThenSub(")
            + m.dice.oneOf(a, b)
            + ", "
            + m.dice.oneOf(a, b)
            + "));");
  }

  /// Which handle it is changes from turn to turn.
  private static List<Piece> handleOfTurns(Moves m) {
    String a = m.names.fresh("a");
    String b = m.names.fresh("b");
    String h = m.names.fresh("h");
    String n = m.names.fresh("n");
    String next = m.dice.oneOf("pickArena(" + a + ", " + b + ")", b, "sameArena(" + b + ")");
    return all(
        lines(
            "let " + a + " = Arena.newRoot();",
            "let " + b + " = Arena.newRoot();",
            "let " + h + " = " + a + ";",
            "let " + n + " = " + m.node(m.dice.oneOf(a, b), "null") + ";"),
        List.of(Piece.nest("for (i in 0..2) {", m.perhaps(lines(h + " = " + next + ";")))),
        m.end(h),
        m.dice.chance(0.6)
            ? lines("print(" + n + ".val);")
            : lines(m.dice.oneOf(a, b) + ".free();"));
  }

  /// A value on the stack whose own method may undo what was tested.
  private static List<Piece> ownMethod(Moves m) {
    String a = m.names.fresh("a");
    String p = m.names.fresh("p");
    String undo =
        m.dice.oneOf(
            p + ".attach(null);", p + ".clear();", p + ".attach(" + m.node(a, "null") + ");");
    return all(
        lines(
            "let " + a + " = Arena.newRoot();",
            "let " + p + " = Pair { link: " + m.node(a, "null") + ", label: \"l\" };"),
        List.of(
            Piece.nest(
                "if (" + p + ".link != null) {",
                all(m.perhaps(lines(undo)), lines("print(" + p + ".link.val);")))));
  }

  /// Two arenas of one call that cannot be told apart.
  private static List<Piece> mixedUp(Moves m) {
    String k = m.names.fresh("k");
    String x = m.names.fresh("x");
    List<Piece> use =
        List.of(
            Piece.nest(
                "if (" + x + " != null) {",
                m.dice.oneOf("store", "read").equals("store")
                    ? all(
                        m.store(x, m.node(k + ".arena", "null")),
                        lines(k + ".arena.free();"),
                        m.dice.chance(0.5) ? lines("print(" + x + ".val);") : List.of())
                    : lines(k + ".arena.free();", "print(" + x + ".val);")));
    return all(
        lines(
            "let " + k + " = " + m.dice.oneOf("mixed();", "fresh();", "freshOfTurns();"),
            "let " + x + " = " + k + ".node;"),
        use);
  }

  /// Elements of a fixed array are known together.
  private static List<Piece> fixedArray(Moves m) {
    String xs = m.names.fresh("xs");
    return Scene.play(
        m,
        (longer, shorter) -> {
          String first = m.node(m.dice.oneOf(longer, shorter), "null");
          String index = m.dice.oneOf("0", "1");
          return new Scene.Acts(
              lines(
                  "let "
                      + xs
                      + ": &Node[2] = ["
                      + m.node(longer, "null")
                      + ", "
                      + m.node(longer, "null")
                      + "];"),
              all(
                  lines(xs + "[" + index + "] = " + first + ";"),
                  m.perhaps(
                      lines(
                          xs
                              + "["
                              + m.dice.oneOf("0", "1")
                              + "] = "
                              + m.node(longer, "null")
                              + ";"))),
              lines("print(" + xs + "[" + m.dice.oneOf("0", "1") + "].val);"));
        });
  }

  /// A struct is stored whole.
  private static List<Piece> severalLeaves(Moves m) {
    String o = m.names.fresh("o");
    String p = m.names.fresh("p");
    return Scene.play(
        m,
        (longer, shorter) -> {
          String text = m.text(m.dice.oneOf(longer, shorter));
          String link = m.dice.oneOf("null", m.node(m.dice.oneOf(longer, shorter), "null"));
          String pair = "Pair { link: " + link + ", label: " + text + " }";
          return new Scene.Acts(
              lines("let " + o + " = wrapIn(" + longer + ", null);"),
              all(
                  lines("let " + p + " = " + pair + ";"),
                  m.perhaps(
                      lines(
                          m.dice.oneOf(
                              o + ".inner = " + p + ";",
                              o + ".inner = " + pair + ";",
                              o + ".inner.label = " + text + ";",
                              "setInner(" + o + ", " + p + ");")))),
              m.dice.chance(0.5)
                  ? lines("print(" + o + ".inner.label);")
                  : m.readMaybe(o + ".inner.link"));
        });
  }
}
