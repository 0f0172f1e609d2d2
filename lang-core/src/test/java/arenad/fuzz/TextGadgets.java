package arenad.fuzz;

import static arenad.fuzz.Gadget.all;
import static arenad.fuzz.Piece.lines;

import java.util.List;

/// Gadgets about strings: temporaries, slices, buffers.
final class TextGadgets {

  static final List<Gadget> ALL =
      List.of(
          new Gadget("temporary to a storing callee", TextGadgets::storingCallee),
          new Gadget("temporary out of a frame", TextGadgets::outOfFrame),
          new Gadget("parts of a split", TextGadgets::split),
          new Gadget("string buffer", TextGadgets::buffer),
          new Gadget("slices", TextGadgets::slices),
          new Gadget("temporaries of a loop", TextGadgets::loop));

  private TextGadgets() {}

  private static List<Piece> storingCallee(Moves m) {
    String n = m.names.fresh("n");
    return Scene.play(
        m,
        (longer, shorter) -> {
          String text = m.text(m.dice.oneOf(longer, shorter));
          return new Scene.Acts(
              lines("let " + n + " = " + m.node(longer, "null") + ";"),
              m.perhaps(
                  lines(
                      m.dice.oneOf(
                          "setName(" + n + ", " + text + ");",
                          n + ".name = " + text + ";",
                          n + ".name = both(" + text + ", \"z\");",
                          "print(named(" + shorter + ", " + text + ").name);"))),
              lines("print(" + n + ".name);"));
        });
  }

  private static List<Piece> outOfFrame(Moves m) {
    String root = m.names.fresh("root");
    String s = m.names.fresh("s");
    String text = m.names.fresh("text");
    List<Piece> inside =
        all(
            lines(text + " = " + m.text(m.dice.oneOf(root, s)) + ";"),
            m.dice.chance(0.5) ? lines("print(" + text + ");") : List.of());
    return all(
        lines("let " + root + " = Arena.newRoot();", "let " + text + " = \"\";"),
        List.of(
            m.dice.chance(0.6)
                ? Piece.nest(root + ".useArena((" + s + ") => {", inside, "});")
                : Piece.nest("region " + s + " {", inside)),
        m.dice.chance(0.3) ? lines(text + " = \"again\";") : List.of(),
        lines("print(" + text + ");", root + ".free();"));
  }

  /// The array is a temporary, its parts live where the string lives.
  private static List<Piece> split(Moves m) {
    String n = m.names.fresh("n");
    String csv = m.names.fresh("csv");
    String parts = m.names.fresh("parts");
    return Scene.play(
        m,
        (longer, shorter) -> {
          String source =
              m.dice.oneOf(
                  "\"a,b\"", "\"a,b\".clone(" + longer + ")", m.text(shorter), m.text(longer));
          return new Scene.Acts(
              lines("let " + n + " = " + m.node(longer, "null") + ";"),
              all(
                  lines(
                      "let " + csv + " = " + source + ";",
                      "let " + parts + " = " + csv + ".split(\",\");"),
                  m.perhaps(
                      m.dice.chance(0.5)
                          ? lines(n + ".name = " + parts + "[0];")
                          : List.of(
                              Piece.nest(
                                  "for (part in " + parts + ") {",
                                  lines("setName(" + n + ", part);"))))),
              lines("print(" + n + ".name);"));
        });
  }

  private static List<Piece> buffer(Moves m) {
    String n = m.names.fresh("n");
    String b = m.names.fresh("b");
    return Scene.play(
        m,
        (longer, shorter) -> {
          String home = m.dice.oneOf(longer, shorter);
          String into = m.dice.oneOf(longer, shorter);
          return new Scene.Acts(
              lines(
                  "let " + n + " = " + m.node(longer, "null") + ";",
                  "let " + b + " = StringBuffer.new(" + longer + ", 8);"),
              all(
                  m.perhaps(lines(b + " = StringBuffer.new(" + home + ", 8);")),
                  lines(
                      b + " += " + m.text(shorter) + ";",
                      n + ".name = " + b + ".toString(" + into + ");")),
              all(
                  m.dice.chance(0.5) ? lines(b + " += \"more\";") : List.of(),
                  lines("print(" + n + ".name);")));
        });
  }

  private static List<Piece> slices(Moves m) {
    String text = m.names.fresh("text");
    String part = m.names.fresh("part");
    return Scene.play(
        m,
        (longer, shorter) ->
            new Scene.Acts(
                lines("let " + part + " = \"\";"),
                all(
                    lines("let " + text + " = " + m.text(m.dice.oneOf(longer, shorter)) + ";"),
                    m.perhaps(
                        lines(
                            part
                                + " = "
                                + m.dice.oneOf(
                                    text + ".slice(0, 1)",
                                    text + ".trim()",
                                    "same(" + text + ")",
                                    text + ".clone(" + longer + ")",
                                    text + ".upper()")
                                + ";"))),
                lines("print(" + part + ");")));
  }

  private static List<Piece> loop(Moves m) {
    String a = m.names.fresh("a");
    String text = m.names.fresh("text");
    String n = m.names.fresh("n");
    return all(
        lines(
            "let " + a + " = Arena.newRoot();",
            "let " + n + " = " + m.node(a, "null") + ";",
            "let " + text + " = \"\";"),
        List.of(
            Piece.nest(
                "for (i in 0..3) {",
                all(
                    lines(text + " = " + m.dice.oneOf("f\"{" + text + "}{i}\"", m.text(a)) + ";"),
                    m.perhaps(
                        lines(
                            n
                                + ".name = "
                                + m.dice.oneOf(text, text + ".clone(" + a + ")")
                                + ";"))))),
        lines("print(" + text + ");", "print(" + n + ".name);", a + ".free();"));
  }
}
