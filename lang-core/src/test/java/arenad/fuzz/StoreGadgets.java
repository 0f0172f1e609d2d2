package arenad.fuzz;

import static arenad.fuzz.Gadget.all;
import static arenad.fuzz.Piece.lines;

import java.util.List;

/// Gadgets about what is written into what.
final class StoreGadgets {

  static final List<Gadget> ALL =
      List.of(
          new Gadget("smuggle through a holder", StoreGadgets::throughHolder),
          new Gadget("smuggle through setter and getter", StoreGadgets::throughAccessors),
          new Gadget("store into a join", StoreGadgets::intoJoin),
          new Gadget("swap tails", StoreGadgets::swap),
          new Gadget("store directly", StoreGadgets::directly),
          new Gadget("cons onto a long tail", StoreGadgets::longTail),
          new Gadget("copies of structs", StoreGadgets::copies),
          new Gadget("look into a copy", StoreGadgets::lookInto),
          new Gadget("note in a callee", StoreGadgets::noted),
          new Gadget("inline structs", StoreGadgets::inline),
          new Gadget("self escapes", StoreGadgets::self),
          new Gadget("move between holders", StoreGadgets::betweenHolders),
          new Gadget("descend and keep", StoreGadgets::descend));

  private StoreGadgets() {}

  /// A short-lived object leads to a long-lived one, through which something short-lived is stored.
  private static List<Piece> throughHolder(Moves m) {
    String kept = m.names.fresh("kept");
    String via = m.names.fresh("via");
    String found = m.names.fresh("found");
    return Scene.play(
        m,
        (longer, shorter) -> {
          String target = m.dice.oneOf(shorter, shorter, longer);
          List<Piece> smuggle = m.store(found, m.node(target, "null"));
          return new Scene.Acts(
              lines("let " + kept + " = " + m.node(longer, "null") + ";"),
              all(
                  lines(
                      "let " + via + " = " + m.node(shorter, kept) + ";",
                      "let " + found + ": &Node? = " + m.load(via) + ";"),
                  List.of(Piece.nest("if (" + found + " != null) {", smuggle))),
              m.readMaybe(m.load(kept)));
        });
  }

  private static List<Piece> throughAccessors(Moves m) {
    String kept = m.names.fresh("kept");
    String h = m.names.fresh("h");
    String found = m.names.fresh("found");
    return Scene.play(
        m,
        (longer, shorter) -> {
          List<Piece> smuggle =
              m.dice.chance(0.5)
                  ? m.store(found, m.node(m.dice.oneOf(longer, shorter), "null"))
                  : lines("setName(" + found + ", " + m.text(shorter) + ");");
          return new Scene.Acts(
              lines("let " + kept + " = " + m.node(longer, "null") + ";"),
              all(
                  lines("let " + h + " = " + m.holder(shorter, "null") + ";", m.put(h, kept)),
                  lines("let " + found + ": &Node? = " + m.take(h) + ";"),
                  List.of(Piece.nest("if (" + found + " != null) {", smuggle))),
              all(lines("print(" + kept + ".name);"), m.readMaybe(m.load(kept))));
        });
  }

  /// A variable that is one of two objects: read as the shorter, written as the longer.
  private static List<Piece> intoJoin(Moves m) {
    String kept = m.names.fresh("kept");
    String x = m.names.fresh("x");
    return Scene.play(
        m,
        (longer, shorter) -> {
          boolean shortFirst = m.dice.chance(0.5);
          String first = shortFirst ? m.node(shorter, "null") : kept;
          String second = shortFirst ? kept : m.node(shorter, "null");
          List<Piece> join =
              m.dice.chance(0.5)
                  ? List.of(
                      Piece.line("let " + x + " = " + first + ";"),
                      Piece.nest("if (flip()) {", lines(x + " = " + second + ";")))
                  : lines("let " + x + " = pick(" + first + ", " + second + ");");
          return new Scene.Acts(
              lines("let " + kept + " = " + m.node(longer, "null") + ";"),
              all(join, m.store(x, m.node(m.dice.oneOf(longer, shorter), "null"))),
              m.readMaybe(m.load(kept)));
        });
  }

  private static List<Piece> swap(Moves m) {
    String a = m.names.fresh("a");
    String b = m.names.fresh("b");
    String t = m.names.fresh("t");
    return Scene.play(
        m,
        (longer, shorter) -> {
          String tail = m.dice.oneOf(longer, shorter, shorter);
          List<Piece> swap =
              m.dice.chance(0.5)
                  ? lines("swapTails(" + a + ", " + b + ");")
                  : all(
                      lines("let " + t + " = " + m.load(a) + ";"),
                      m.store(a, m.load(b)),
                      m.store(b, t));
          return new Scene.Acts(
              lines("let " + a + " = " + m.node(longer, m.node(longer, "null")) + ";"),
              all(
                  lines("let " + b + " = " + m.node(shorter, m.node(tail, "null")) + ";"),
                  m.perhaps(swap)),
              m.readMaybe(m.load(a)));
        });
  }

  private static List<Piece> directly(Moves m) {
    String kept = m.names.fresh("kept");
    String fresh = m.names.fresh("fresh");
    return Scene.play(
        m,
        (longer, shorter) ->
            new Scene.Acts(
                lines("let " + kept + " = " + m.node(longer, "null") + ";"),
                all(
                    lines("let " + fresh + " = " + m.node(shorter, kept) + ";"),
                    m.perhaps(
                        m.dice.chance(0.5)
                            ? m.store(kept, fresh)
                            : m.store(kept, fresh + ".clone(" + longer + ")"))),
                m.readMaybe(m.load(kept))));
  }

  /// Short-lived cells in front of a long-lived tail, which is then read out and kept.
  private static List<Piece> longTail(Moves m) {
    String list = m.names.fresh("list");
    String keep = m.names.fresh("keep");
    String h = m.names.fresh("h");
    return Scene.play(
        m,
        (longer, shorter) -> {
          String cell = list + " = " + m.node(shorter, list) + ";";
          String kept = m.dice.oneOf(m.load(list), m.load(list), list);
          return new Scene.Acts(
              lines(
                  "let " + keep + ": &Node? = null;",
                  "let " + h + " = " + m.holder(longer, "null") + ";"),
              all(
                  lines("let " + list + " = " + m.node(longer, "null") + ";"),
                  m.dice.chance(0.5)
                      ? lines(cell)
                      : List.of(Piece.nest("for (i in 0..2) {", lines(cell))),
                  m.dice.chance(0.5) ? lines(keep + " = " + kept + ";") : lines(m.put(h, kept))),
              all(m.readMaybe(keep), m.readMaybe(m.take(h))));
        });
  }

  private static List<Piece> copies(Moves m) {
    String p = m.names.fresh("p");
    String q = m.names.fresh("q");
    String keep = m.names.fresh("keep");
    return Scene.play(
        m,
        (longer, shorter) -> {
          String link = m.node(m.dice.oneOf(longer, shorter, shorter), "null");
          String made = m.dice.oneOf("Pair { link: " + link + " }", "wrap(" + link + ")");
          String copied = m.dice.oneOf(p, p, "wrap(" + p + ".link)");
          String kept = m.dice.oneOf(q + ".link", "open(" + q + ")");
          List<Piece> change =
              m.dice.chance(0.3)
                  ? m.perhaps(
                      lines(m.dice.oneOf(q, p) + ".attach(" + m.node(shorter, "null") + ");"))
                  : List.of();
          return new Scene.Acts(
              lines("let " + keep + ": &Node? = null;"),
              all(
                  lines("let " + p + " = " + made + ";", "let " + q + " = " + copied + ";"),
                  change,
                  lines(keep + " = " + kept + ";")),
              m.readMaybe(keep));
        });
  }

  /// A copy is looked into, perhaps after what it leads to has ended.
  private static List<Piece> lookInto(Moves m) {
    String p = m.names.fresh("p");
    return Scene.play(
        m,
        (longer, shorter) -> {
          String empty = "Pair { link: null }";
          String full = "wrap(" + m.node(m.dice.oneOf(longer, shorter, shorter), "null") + ")";
          return new Scene.Acts(
              lines("let " + p + " = " + empty + ";"),
              m.perhaps(lines(p + " = " + full + ";")),
              m.perhaps(lines("print(peek(" + p + "));")));
        });
  }

  /// A callee makes an object of its own that leads to what it is given.
  private static List<Piece> noted(Moves m) {
    String n = m.names.fresh("n");
    return Scene.play(
        m,
        (longer, shorter) -> {
          String home = m.dice.oneOf(longer, shorter);
          String into = m.dice.oneOf(longer, shorter);
          return new Scene.Acts(
              List.of(),
              lines(
                  "let " + n + " = " + m.node(home, "null") + ";",
                  "print(note(" + into + ", " + n + "));"),
              List.of());
        });
  }

  /// A struct inside an object is part of it.
  private static List<Piece> inline(Moves m) {
    String outer = m.names.fresh("outer");
    String p = m.names.fresh("p");
    return Scene.play(
        m,
        (longer, shorter) -> {
          String target = m.dice.oneOf(longer, shorter, shorter);
          List<Piece> store =
              switch (m.dice.below(4)) {
                case 0 -> lines(outer + ".inner.link = " + m.node(target, "null") + ";");
                case 1 -> lines(outer + ".inner.attach(" + m.node(target, "null") + ");");
                case 2 ->
                    lines(
                        "let " + p + " = wrap(" + m.node(target, "null") + ");",
                        outer + ".inner = " + p + ";");
                default ->
                    lines(
                        "let " + p + " = wrapIn(" + shorter + ", " + m.node(target, "null") + ");",
                        outer + ".other = " + p + ";");
              };
          return new Scene.Acts(
              lines(
                  "let "
                      + outer
                      + " = "
                      + m.dice.oneOf(
                          longer + ".new(Outer { inner: Pair { link: null }, other: null })",
                          "wrapIn(" + longer + ", null)")
                      + ";"),
              m.perhaps(store),
              all(
                  m.readMaybe(outer + ".inner.link"),
                  List.of(
                      Piece.nest(
                          "if (" + outer + ".other != null) {",
                          m.readMaybe(outer + ".other.inner.link")))));
        });
  }

  /// A method stores its receiver, which may be a local.
  private static List<Piece> self(Moves m) {
    String h = m.names.fresh("h");
    String n = m.names.fresh("n");
    return Scene.play(
        m,
        (longer, shorter) -> {
          String made =
              m.dice.oneOf(
                  "Node { val: 3, next: null }", m.node(shorter, "null"), m.node(longer, "null"));
          return new Scene.Acts(
              lines("let " + h + " = " + m.holder(longer, "null") + ";"),
              lines("let " + n + " = " + made + ";", n + ".register(" + h + ");"),
              m.readMaybe(m.take(h)));
        });
  }

  private static List<Piece> betweenHolders(Moves m) {
    String a = m.names.fresh("a");
    String b = m.names.fresh("b");
    String p = m.names.fresh("p");
    return Scene.play(
        m,
        (longer, shorter) -> {
          String node = m.node(m.dice.oneOf(longer, shorter), "null");
          List<Piece> move =
              switch (m.dice.below(3)) {
                case 0 -> lines("move(" + b + ", " + a + ");");
                case 1 -> lines(m.put(a, m.take(b)));
                default ->
                    lines("let " + p + " = wrap(" + m.take(b) + ");", p + ".store(" + a + ");");
              };
          return new Scene.Acts(
              lines("let " + a + " = " + m.holder(longer, "null") + ";"),
              all(lines("let " + b + " = " + m.holder(shorter, node) + ";"), m.perhaps(move)),
              m.readMaybe(m.take(a)));
        });
  }

  private static List<Piece> descend(Moves m) {
    String h = m.names.fresh("h");
    String n = m.names.fresh("n");
    return Scene.play(
        m,
        (longer, shorter) ->
            new Scene.Acts(
                lines("let " + h + " = " + m.holder(longer, "null") + ";"),
                m.dice.chance(0.5)
                    ? lines("descend(" + m.dice.oneOf(shorter, longer) + ", " + h + ", 2);")
                    : lines(
                        "let " + n + " = " + m.node(longer, "null") + ";",
                        "print(walk(" + m.dice.oneOf(shorter, longer) + ", " + n + ", 2));"),
                m.readMaybe(m.take(h))));
  }
}
