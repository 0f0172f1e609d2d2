package arenad.fuzz;

import static arenad.fuzz.Gadget.all;
import static arenad.fuzz.Piece.lines;

import java.util.List;

/// Gadgets about which value a variable holds when: joins, loops, narrowing.
final class FlowGadgets {

  static final List<Gadget> ALL =
      List.of(
          new Gadget("keep a join", FlowGadgets::keepJoin),
          new Gadget("join of handles", FlowGadgets::joinOfHandles),
          new Gadget("arena of an earlier turn", FlowGadgets::earlierTurn),
          new Gadget("list across turns", FlowGadgets::listAcrossTurns),
          new Gadget("ping-pong arenas", FlowGadgets::pingPong),
          new Gadget("escape from a scope", FlowGadgets::escape),
          new Gadget("narrowing that no longer holds", FlowGadgets::narrowing),
          new Gadget("leave a loop", FlowGadgets::leaveLoop),
          new Gadget("choose by condition", FlowGadgets::conditional));

  private FlowGadgets() {}

  private static List<Piece> keepJoin(Moves m) {
    String a = m.names.fresh("a");
    String keep = m.names.fresh("keep");
    return Scene.play(
        m,
        (longer, shorter) ->
            new Scene.Acts(
                lines(
                    "let " + a + " = " + m.node(longer, "null") + ";",
                    "let " + keep + " = " + a + ";"),
                m.perhaps(
                    lines(
                        keep
                            + " = "
                            + m.dice.oneOf(
                                m.node(shorter, a),
                                "pick(" + a + ", " + m.node(shorter, "null") + ")",
                                m.alias(a),
                                m.node(longer, a))
                            + ";")),
                lines("print(" + keep + ".val);")));
  }

  /// A handle that is one of two arenas.
  private static List<Piece> joinOfHandles(Moves m) {
    String n = m.names.fresh("n");
    String h = m.names.fresh("h");
    return Scene.play(
        m,
        (longer, shorter) -> {
          String first = m.dice.oneOf(longer, shorter);
          String second = m.dice.oneOf(longer, shorter);
          return new Scene.Acts(
              lines("let " + n + " = " + m.node(longer, "null") + ";"),
              all(
                  List.of(
                      Piece.line("let " + h + " = " + first + ";"),
                      Piece.nest("if (flip()) {", lines(h + " = " + second + ";"))),
                  m.dice.chance(0.5) ? m.end(h) : m.store(n, m.node(h, "null"))),
              all(lines("print(" + n + ".val);"), m.readMaybe(m.load(n))));
        });
  }

  /// One name, a new arena each turn.
  private static List<Piece> earlierTurn(Moves m) {
    String root = m.names.fresh("root");
    String prev = m.names.fresh("prev");
    String s = m.names.fresh("s");
    String n = m.names.fresh("n");
    String made = m.dice.oneOf(root + ".newSub()", "Arena.newRoot()", "sub(" + root + ")");
    String next = m.dice.oneOf(prev, prev, "null");
    List<Piece> ends = m.dice.chance(0.3) ? List.of() : m.perhaps(lines(s + ".free();"));
    List<Piece> turn =
        all(
            lines("let " + s + " = " + made + ";"),
            m.dice.chance(0.15) ? lines("defer " + s + ".free();") : List.of(),
            m.dice.chance(0.4) ? m.readMaybe(prev) : List.of(),
            lines("let " + n + " = " + m.node(s, next) + ";"),
            m.readMaybe(m.load(n)),
            m.perhaps(lines(prev + " = " + m.dice.oneOf(n, n, m.load(n)) + ";")),
            ends);
    return all(
        lines("let " + root + " = Arena.newRoot();", "let " + prev + ": &Node? = null;"),
        List.of(Piece.nest("for (i in 0..3) {", turn)),
        m.dice.chance(0.5) ? m.readMaybe(prev) : List.of(),
        lines(root + ".free();"));
  }

  /// A list that grows over turns, each cell in the arena of its turn or in the root.
  private static List<Piece> listAcrossTurns(Moves m) {
    String root = m.names.fresh("root");
    String list = m.names.fresh("list");
    String s = m.names.fresh("s");
    String scratch = m.names.fresh("n");
    String cellArena = m.dice.oneOf(root, root, s);
    List<Piece> inside =
        all(
            lines("let " + scratch + " = " + m.node(s, list) + ";"),
            lines(list + " = " + m.node(cellArena, m.dice.oneOf(list, m.load(scratch))) + ";"));
    List<Piece> turn =
        switch (m.dice.below(3)) {
          case 0 -> List.of(Piece.nest(root + ".useArena((" + s + ") => {", inside, "});"));
          case 1 -> List.of(Piece.nest("region " + s + " {", inside));
          default ->
              all(
                  lines("let " + s + " = " + root + ".newSub();"),
                  inside,
                  lines(s + m.dice.oneOf(".free();", ".free();", ".reset();")));
        };
    return all(
        lines("let " + root + " = Arena.newRoot();", "let " + list + ": &Node? = null;"),
        List.of(Piece.nest("for (i in 0..3) {", turn)),
        m.readMaybe(list),
        lines(root + ".free();"));
  }

  private static List<Piece> pingPong(Moves m) {
    String cur = m.names.fresh("cur");
    String nx = m.names.fresh("nx");
    String n = m.names.fresh("n");
    List<Piece> swap =
        m.dice.chance(0.7)
            ? lines(cur + ".free();", cur + " = " + nx + ";")
            : lines(cur + " = " + nx + ";", cur + ".free();");
    List<Piece> refresh = lines(n + " = " + m.node(m.dice.oneOf(nx, cur), "null") + ";");
    List<Piece> read = lines("print(" + n + ".val);");
    return all(
        lines("let " + cur + " = Arena.newRoot();", "let " + n + " = " + m.node(cur, "null") + ";"),
        List.of(
            Piece.nest(
                "for (i in 0..2) {",
                all(
                    lines("let " + nx + " = Arena.newRoot();"),
                    m.dice.chance(0.6) ? refresh : m.perhaps(refresh),
                    m.dice.chance(0.3) ? read : List.of(),
                    swap))),
        m.dice.chance(0.6) ? read : List.of(),
        lines(cur + ".free();"));
  }

  private static List<Piece> escape(Moves m) {
    String keep = m.names.fresh("keep");
    String text = m.names.fresh("text");
    return Scene.play(
        m,
        (longer, shorter) ->
            new Scene.Acts(
                lines("let " + keep + ": &Node? = null;", "let " + text + " = \"\";"),
                all(
                    m.perhaps(
                        lines(keep + " = " + m.node(m.dice.oneOf(longer, shorter), "null") + ";")),
                    m.dice.chance(0.5) ? lines(text + " = " + m.text(longer) + ";") : List.of()),
                all(m.readMaybe(keep), lines("print(" + text + ");"))));
  }

  /// A test, then something that may undo it, then the use.
  private static List<Piece> narrowing(Moves m) {
    String a = m.names.fresh("a");
    String h = m.names.fresh("h");
    String h2 = m.names.fresh("h");
    List<Piece> undo =
        switch (m.dice.below(7)) {
          case 0 -> lines("forget(" + h + ");");
          case 1 -> lines("maybeForget(" + h2 + ");");
          case 2 -> lines(h2 + ".node = null;");
          case 3 -> lines("put(" + h2 + ", null);");
          case 4 -> lines("move(" + h2 + ", " + h + ");");
          case 5 -> lines(h + ".text = \"x\";");
          default -> lines("label(" + h2 + ", \"x\");");
        };
    List<Piece> use = lines("print(" + h + ".node.val);");
    List<Piece> body =
        m.dice.chance(0.3)
            ? List.of(Piece.nest("for (i in 0..2) {", all(use, undo)))
            : all(m.perhaps(undo), use);
    return all(
        lines(
            "let " + a + " = Arena.newRoot();",
            "defer " + a + ".free();",
            "let " + h + " = " + m.holder(a, m.node(a, "null")) + ";",
            "let " + h2 + " = " + m.dice.oneOf(h, h, m.holder(a, "null")) + ";"),
        List.of(Piece.nest("if (" + h + ".node != null) {", body)));
  }

  private static List<Piece> leaveLoop(Moves m) {
    String root = m.names.fresh("root");
    String keep = m.names.fresh("keep");
    String s = m.names.fresh("s");
    String leave = m.dice.oneOf("break;", "continue;", "return;");
    String kept = m.node(m.dice.oneOf(root, s), "null");
    List<Piece> inside =
        all(
            m.dice.chance(0.5) ? lines(keep + " = " + kept + ";") : List.of(),
            List.of(Piece.nest("if (flip()) {", lines(leave))),
            m.dice.chance(0.5) ? lines(keep + " = " + kept + ";") : List.of());
    List<Piece> turn =
        m.dice.chance(0.4)
            ? List.of(Piece.nest("region " + s + " {", inside))
            : all(
                lines("let " + s + " = " + root + ".newSub();"),
                m.dice.chance(0.5) ? lines("defer " + s + ".free();") : List.of(),
                inside,
                m.dice.chance(0.3) ? lines(s + ".free();") : List.of());
    return all(
        lines("let " + root + " = Arena.newRoot();"),
        m.dice.chance(0.5) ? lines("defer " + root + ".free();") : List.of(),
        lines("let " + keep + ": &Node? = null;"),
        List.of(Piece.nest("for (i in 0..2) {", turn)),
        m.readMaybe(keep));
  }

  private static List<Piece> conditional(Moves m) {
    String a = m.names.fresh("a");
    String x = m.names.fresh("x");
    return Scene.play(
        m,
        (longer, shorter) -> {
          String other = m.node(m.dice.oneOf(longer, shorter), "null");
          String chosen =
              m.dice.oneOf(
                  "flip() ? " + a + " : " + other,
                  a + ".next ?? " + other,
                  "flip() ? " + other + " : " + a);
          return new Scene.Acts(
              lines(
                  "let " + a + " = " + m.node(longer, "null") + ";", "let " + x + " = " + a + ";"),
              all(
                  m.perhaps(lines(x + " = " + chosen + ";")),
                  m.dice.chance(0.3) ? m.store(x, m.node(shorter, "null")) : List.of()),
              lines("print(" + x + ".val);"));
        });
  }
}
