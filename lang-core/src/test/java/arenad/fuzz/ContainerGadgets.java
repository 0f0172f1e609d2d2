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
          new Gadget("array of structs", ContainerGadgets::structs));

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
}
