package arenad.fuzz;

import static arenad.fuzz.Gadget.all;
import static arenad.fuzz.Piece.lines;

import java.util.List;

/// Gadgets about growable arrays and deep copies.
final class ContainerGadgets {

  static final List<Gadget> ALL =
      List.of(
          new Gadget("elements of an array", ContainerGadgets::elements),
          new Gadget("an array in an array's place", ContainerGadgets::replaced),
          new Gadget("clone", ContainerGadgets::cloned),
          new Gadget("array of structs", ContainerGadgets::structs),
          new Gadget("bag", ContainerGadgets::bag),
          new Gadget("array of strings", ContainerGadgets::strings),
          new Gadget("tuples", ContainerGadgets::tuples),
          new Gadget("fresh arena in a tuple", ContainerGadgets::freshTuple),
          new Gadget("struct that may be null", ContainerGadgets::nullableStruct));

  private ContainerGadgets() {}

  private static List<Piece> elements(Moves m) {
    String xs = m.names.fresh("xs");
    String keep = m.names.fresh("keep");
    return Scene.play(
        m,
        (longer, shorter) -> {
          String home = m.dice.oneOf(longer, shorter);
          String node = m.node(m.dice.oneOf(longer, shorter), "null");
          String push =
              m.dice.oneOf(
                  xs + ".push(" + node + ");",
                  "addTo(" + xs + ", " + node + ");",
                  xs + ".insert(0, " + node + ");");
          List<Piece> read =
              m.dice.chance(0.5)
                  ? List.of(Piece.nest("for (x in " + xs + ") {", lines("print(x.val);")))
                  : m.readMaybe(m.dice.oneOf(xs + ".get(0)", "firstOf(" + xs + ")"));
          boolean outside = m.dice.chance(0.5);
          String made = "let " + xs + " = Array<&Node>.new(" + (outside ? longer : home) + ");";
          String kept = m.dice.oneOf(xs + ".get(0)", "firstOf(" + xs + ")", xs + ".pop()");
          return new Scene.Acts(
              all(lines("let " + keep + ": &Node? = null;"), outside ? lines(made) : List.of()),
              all(
                  outside ? List.of() : lines(made),
                  m.perhaps(lines(push)),
                  lines(keep + " = " + kept + ";")),
              all(outside ? read : List.of(), m.readMaybe(keep)));
        });
  }

  private static List<Piece> replaced(Moves m) {
    String xs = m.names.fresh("xs");
    return Scene.play(
        m,
        (longer, shorter) ->
            new Scene.Acts(
                lines("let " + xs + " = Array<&Node>.new(" + longer + ");"),
                all(
                    m.perhaps(
                        lines(xs + " = Array<&Node>.new(" + m.dice.oneOf(longer, shorter) + ");")),
                    lines(xs + ".push(" + m.node(m.dice.oneOf(longer, shorter), "null") + ");")),
                m.readMaybe(xs + ".get(0)")));
  }

  /// A clone into the longer-lived arena may stay, one without an arena lives with its original.
  private static List<Piece> cloned(Moves m) {
    String n = m.names.fresh("n");
    String keep = m.names.fresh("keep");
    return Scene.play(
        m,
        (longer, shorter) -> {
          String next = m.dice.oneOf("null", m.node(longer, "null"), m.node(shorter, "null"));
          String copy =
              m.dice.oneOf(
                  n + ".clone(" + longer + ")",
                  n + ".clone(" + shorter + ")",
                  n + ".clone()",
                  longer + ".new(*" + n + ")");
          return new Scene.Acts(
              lines("let " + keep + ": &Node? = null;"),
              lines("let " + n + " = " + m.node(shorter, next) + ";", keep + " = " + copy + ";"),
              m.readMaybe(keep));
        });
  }

  private static List<Piece> structs(Moves m) {
    String xs = m.names.fresh("xs");
    String p = m.names.fresh("p");
    return Scene.play(
        m,
        (longer, shorter) -> {
          String node = m.node(m.dice.oneOf(longer, shorter), "null");
          List<Piece> change =
              switch (m.dice.below(3)) {
                case 0 -> lines(xs + "[0].link = " + node + ";");
                case 1 -> lines(xs + "[0] = wrap(" + node + ");");
                default -> lines(xs + "[0].attach(" + node + ");");
              };
          return new Scene.Acts(
              lines(
                  "let " + xs + " = Array<Pair>.new(" + longer + ");",
                  xs + ".push(Pair { link: null });"),
              m.perhaps(change),
              all(lines("let " + p + " = " + xs + "[0];"), m.readMaybe(p + ".link")));
        });
  }

  /// Arrays in a struct, in an object or a local.
  private static List<Piece> bag(Moves m) {
    String bag = m.names.fresh("bag");
    String copy = m.names.fresh("copy");
    return Scene.play(
        m,
        (longer, shorter) -> {
          String items = m.dice.oneOf(longer, longer, shorter);
          String made =
              m.dice.oneOf(
                  "bag(" + items + ", " + longer + ")",
                  "bagIn(" + longer + ", " + items + ")",
                  "bagIn(" + longer + ", " + longer + ")");
          String node = m.node(m.dice.oneOf(longer, shorter), "null");
          String text = m.text(m.dice.oneOf(longer, shorter));
          boolean before = items.equals(longer) || !made.contains(shorter);
          List<Piece> make = lines("let " + bag + " = " + made + ";");
          List<Piece> fill =
              switch (m.dice.below(4)) {
                case 0 -> lines(bag + ".add(" + node + ");");
                case 1 -> lines(bag + ".items.push(" + node + ");");
                case 2 -> lines(bag + ".say(" + text + ");");
                default ->
                    lines(
                        "let " + copy + " = " + bag + ";",
                        "addTo(" + copy + ".items, " + node + ");");
              };
          List<Piece> read =
              all(
                  m.readMaybe(m.dice.oneOf(bag + ".first()", bag + ".items.get(0)")),
                  List.of(Piece.nest("for (w in " + bag + ".words) {", lines("print(w);"))));
          return new Scene.Acts(
              before ? make : List.of(),
              all(before ? List.of() : make, m.perhaps(fill), before ? List.of() : read),
              before ? read : List.of());
        });
  }

  private static List<Piece> strings(Moves m) {
    String xs = m.names.fresh("xs");
    String keep = m.names.fresh("keep");
    return Scene.play(
        m,
        (longer, shorter) -> {
          String text = m.text(m.dice.oneOf(longer, shorter));
          String taken = m.dice.oneOf(xs + "[0]", xs + ".pop() ?? \"none\"", "same(" + xs + "[0])");
          return new Scene.Acts(
              lines(
                  "let " + xs + " = Array<String>.new(" + longer + ");",
                  xs + ".push(\"first\");",
                  "let " + keep + " = \"\";"),
              all(
                  m.perhaps(lines(m.dice.oneOf(xs + ".push(", xs + ".insert(0, ") + text + ");")),
                  lines(keep + " = " + taken + ";")),
              all(
                  List.of(Piece.nest("for (x in " + xs + ") {", lines("print(x);"))),
                  lines("print(" + keep + ");")));
        });
  }

  private static List<Piece> tuples(Moves m) {
    String x = m.names.fresh("x");
    String y = m.names.fresh("y");
    String a = m.names.fresh("a");
    return Scene.play(
        m,
        (longer, shorter) -> {
          String other = m.node(m.dice.oneOf(shorter, shorter, longer), "null");
          String pair =
              m.dice.chance(0.5)
                  ? "twoOf(" + a + ", " + other + ")"
                  : "swapped([" + a + ", " + other + "])";
          return new Scene.Acts(
              lines("let " + a + " = " + m.node(longer, "null") + ";"),
              all(
                  lines("const [" + x + ", " + y + "] = " + pair + ";"),
                  m.perhaps(m.store(m.dice.oneOf(x, y, a), m.dice.oneOf(x, y, "null")))),
              m.readMaybe(m.load(a)));
        });
  }

  /// An arena and what lives in it, handed out together.
  private static List<Piece> freshTuple(Moves m) {
    String a = m.names.fresh("a");
    String n = m.names.fresh("n");
    String b = m.names.fresh("b");
    String k = m.names.fresh("k");
    return all(
        lines(
            "const [" + a + ", " + n + "] = freshPair();",
            "const [" + b + ", " + k + "] = freshPair();"),
        m.dice.chance(0.3)
            ? lines(n + ".next = " + m.node(m.dice.oneOf(a, b), "null") + ";")
            : List.of(),
        m.perhaps(lines(m.dice.oneOf(a, b) + ".free();")),
        lines("print(" + m.dice.oneOf(n, k) + ".val);"),
        m.dice.chance(0.4) ? lines(m.dice.oneOf(a, b) + ".free();") : List.of());
  }

  private static List<Piece> nullableStruct(Moves m) {
    String p = m.names.fresh("p");
    String q = m.names.fresh("q");
    return Scene.play(
        m,
        (longer, shorter) -> {
          String link = m.node(m.dice.oneOf(longer, shorter, shorter), "null");
          return new Scene.Acts(
              lines("let " + p + ": Pair? = null;"),
              m.perhaps(lines(p + " = " + "wrap(" + link + ");")),
              List.of(
                  Piece.nest(
                      "if (" + p + " != null) {",
                      all(lines("let " + q + ": Pair = " + p + ";"), m.readMaybe(q + ".link")))));
        });
  }
}
