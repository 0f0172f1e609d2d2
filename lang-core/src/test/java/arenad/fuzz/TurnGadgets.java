package arenad.fuzz;

import static arenad.fuzz.Gadget.all;
import static arenad.fuzz.Piece.lines;

import java.util.ArrayList;
import java.util.List;

/// Gadgets about temporaries that are released at the end of a turn of a loop, and strings that variables from outside keep over it.
final class TurnGadgets {

  static final List<Gadget> ALL =
      List.of(
          new Gadget("strings kept over turns", TurnGadgets::kept),
          new Gadget("temporaries of a condition", TurnGadgets::condition));

  private TurnGadgets() {}

  /// The variables of one such loop.
  private record Cast(String arena, String node, String last, String other, String words) {
    static Cast of(Moves m) {
      return new Cast(
          m.names.fresh("a"),
          m.names.fresh("n"),
          m.names.fresh("last"),
          m.names.fresh("other"),
          m.names.fresh("words"));
    }

    List<Piece> opening(Moves m) {
      return lines(
          "let " + arena + " = Arena.newRoot();",
          "let " + node + " = " + m.node(arena, "null") + ";",
          "let " + last + " = " + m.text(arena) + ";",
          "let " + other + ": String? = null;",
          "let " + words + " = \"p,q\".split(\",\");");
    }

    List<Piece> closing() {
      return lines(
          "print(" + last + ");",
          "if (" + other + " != null) { print(" + other + "); }",
          "print(" + node + ".name);",
          arena + ".free();");
    }
  }

  private static List<Piece> kept(Moves m) {
    Cast cast = Cast.of(m);
    String i = m.names.fresh("i");
    List<Piece> turn = new ArrayList<>();
    for (int k = m.dice.between(2, 5); k > 0; k--) {
      turn.addAll(m.perhaps(step(m, cast, i)));
    }
    if (m.dice.chance(0.3)) {
      turn.add(Piece.nest("for (" + m.names.fresh("k") + " in 0..2) {", step(m, cast, i)));
      turn.addAll(m.perhaps(step(m, cast, i)));
    }
    return all(
        cast.opening(m),
        List.of(Piece.nest("for (" + i + " in 0..4) {", turn)),
        m.dice.chance(0.2) ? step(m, cast, "9") : List.of(),
        cast.closing());
  }

  private static List<Piece> condition(Moves m) {
    Cast cast = Cast.of(m);
    String c = m.names.fresh("c");
    String test =
        m.dice.oneOf(
            "f\"{" + c + "}\" != \"3\"",
            c + " < 3 && both(" + cast.last + ", f\"{" + c + "}\") != \"zz\"",
            c + " < 3 && same(" + cast.last + " + \"x\").length > 0");
    return all(
        cast.opening(m),
        lines("let " + c + " = 0;"),
        List.of(
            Piece.nest(
                "while (" + test + ") {",
                all(lines(c + " += 1;"), step(m, cast, c), m.perhaps(step(m, cast, c))))),
        cast.closing());
  }

  private static List<Piece> step(Moves m, Cast cast, String i) {
    String last = cast.last;
    String other = cast.other;
    String text = m.names.fresh("text");
    return switch (m.dice.below(14)) {
      case 0, 1 -> lines(last + " = f\"{" + last + "}{" + i + "}\";");
      case 2 -> lines(other + " = " + last + ";");
      case 3 -> lines("if (" + other + " != null) { " + last + " = " + other + "; }");
      case 4 -> lines(last + " = both(" + last + ", f\"b{" + i + "}\");");
      case 5 -> lines(last + " = " + last + ".slice(0, 1);");
      case 6 -> lines("let " + text + " = f\"t{" + i + "}\";", other + " = " + text + ";");
      case 7 ->
          lines(
              "let " + text + " = (" + last + " + \",r\").split(\",\");",
              other + " = " + text + "[0];");
      case 8 ->
          lines(cast.words + " = " + last + ".split(\"b\");", other + " = " + cast.words + "[0];");
      case 9 -> lines(cast.words + ".push(" + last + ");", "print(" + cast.words + "[0]);");
      case 10 -> lines(m.dice.oneOf("break;", "continue;"));
      case 11 ->
          lines(cast.node + ".name = " + last + m.dice.oneOf(".clone(" + cast.arena + ");", ";"));
      case 12 -> {
        String s = m.names.fresh("s");
        yield List.of(
            Piece.nest(
                cast.arena + ".useArena((" + s + ") => {",
                lines(
                    last + " = " + m.text(m.dice.oneOf(s, cast.arena)) + ";",
                    "print(" + last + ");"),
                "});"));
      }
      default -> lines("print(" + last + ");");
    };
  }
}
