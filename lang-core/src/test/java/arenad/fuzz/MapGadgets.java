package arenad.fuzz;

import static arenad.fuzz.Gadget.all;
import static arenad.fuzz.Piece.lines;

import java.util.List;

/// Gadgets about maps and spans.
final class MapGadgets {

  static final List<Gadget> ALL =
      List.of(
          new Gadget("values of a map", MapGadgets::values),
          new Gadget("elements of a span", MapGadgets::elements));

  private MapGadgets() {}

  private static List<Piece> values(Moves m) {
    String map = m.names.fresh("map");
    String keep = m.names.fresh("keep");
    return Scene.play(
        m,
        (longer, shorter) -> {
          String home = m.dice.oneOf(longer, shorter);
          String node = m.node(m.dice.oneOf(longer, shorter), "null");
          String put = m.dice.oneOf(map + "[1] = " + node + ";", map + ".set(1, " + node + ");");
          return new Scene.Acts(
              all(
                  lines("let " + keep + ": &Node? = null;"),
                  lines("let " + map + " = Map<i32, &Node>.new(" + home + ");")),
              all(m.perhaps(lines(put)), lines(keep + " = " + map + ".get(1);")),
              all(m.readMaybe(map + ".get(1)"), m.readMaybe(keep)));
        });
  }

  private static List<Piece> elements(Moves m) {
    String span = m.names.fresh("span");
    String keep = m.names.fresh("keep");
    return Scene.play(
        m,
        (longer, shorter) -> {
          String home = m.dice.oneOf(longer, shorter);
          String node = m.node(m.dice.oneOf(longer, shorter), "null");
          String put =
              m.dice.oneOf(span + "[1] = " + node + ";", span + ".slice(1, 2).fill(" + node + ");");
          return new Scene.Acts(
              all(
                  lines("let " + keep + ": &Node? = null;"),
                  lines("let " + span + " = " + home + ".span<&Node?>(2);")),
              all(m.perhaps(lines(put)), lines(keep + " = " + span + "[1];")),
              all(m.readMaybe(span + "[1]"), m.readMaybe(keep)));
        });
  }
}
