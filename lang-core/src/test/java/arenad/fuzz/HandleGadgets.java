package arenad.fuzz;

import static arenad.fuzz.Gadget.all;
import static arenad.fuzz.Piece.lines;

import java.util.ArrayList;
import java.util.List;

/// Gadgets about variables that hold the handle of one arena now and of another later: replaced,
/// swapped and emptied ones, in loops and branches, with the objects that go along or stay behind.
final class HandleGadgets {

  static final List<Gadget> ALL =
      List.of(
          new Gadget("replaced arena", HandleGadgets::replaced),
          new Gadget("swapped arenas", HandleGadgets::swapped),
          new Gadget("emptied each turn", HandleGadgets::emptied),
          new Gadget("freed here, replaced there", HandleGadgets::eitherEnd),
          new Gadget("written under another name", HandleGadgets::otherName),
          new Gadget("temporary array across turns", HandleGadgets::temporaryArray),
          new Gadget("handles at random", HandleGadgets::random),
          new Gadget("handles at random again", HandleGadgets::random));

  private HandleGadgets() {}

  private static Piece block(Moves m, List<Piece> body) {
    return Piece.nest(m.dice.oneOf("for (i in 0..3) {", "while (flip()) {", "if (flip()) {"), body);
  }

  /// `next` takes the place of `arena`, and what lived there is made anew, or is not.
  private static List<Piece> replaced(Moves m) {
    String arena = m.names.fresh("arena");
    String next = m.names.fresh("next");
    String list = m.names.fresh("list");
    String first = m.names.fresh("first");
    boolean watched = m.dice.chance(0.5);
    boolean handle = m.dice.chance(0.5);
    List<Piece> watch = lines("print(" + first + (handle ? ".used >= 0" : ".val") + ");");
    List<Piece> steps = new ArrayList<>(lines("let " + next + " = Arena.newRoot();"));
    List<List<Piece>> moves =
        new ArrayList<>(
            List.of(
                lines(
                    list
                        + " = "
                        + m.dice.oneOf("cons(" + next + ", 1, null)", list + ".clone(" + next + ")")
                        + ";"),
                lines(arena + ".free();"),
                lines(arena + " = " + next + ";")));
    if (m.dice.chance(0.25)) {
      List<Piece> moved = moves.remove(m.dice.below(3));
      moves.add(m.dice.below(3), moved);
    }
    if (m.dice.chance(0.2)) {
      moves.remove(m.dice.below(moves.size()));
    }
    moves.forEach(steps::addAll);
    List<Piece> after =
        lines(
            "print(" + list + ".val);",
            list + ".next = cons(" + arena + ", 2, " + list + ".next);");
    return all(
        lines(
            "let " + arena + " = Arena.newRoot();",
            "let " + list + " = cons(" + arena + ", 0, null);"),
        watched ? lines("let " + first + " = " + (handle ? arena : list) + ";") : List.of(),
        List.of(
            block(
                m,
                all(
                    m.dice.chance(0.5) ? after : List.of(),
                    steps,
                    m.dice.chance(0.4) ? after : List.of(),
                    watched && m.dice.chance(0.3) ? watch : List.of()))),
        watched && m.dice.chance(0.4) ? watch : List.of(),
        m.dice.chance(0.7) ? after : List.of(),
        m.readMaybe(list + ".next"),
        m.dice.chance(0.8) ? lines(arena + ".free();") : List.of(),
        watched && m.dice.chance(0.4) ? watch : List.of());
  }

  /// One branch ends the arena, the other puts another in its place; both names are used afterwards.
  private static List<Piece> eitherEnd(Moves m) {
    String a = m.names.fresh("a");
    String first = m.names.fresh("first");
    String n = m.names.fresh("n");
    String c = m.names.fresh("c");
    List<Piece> ends = m.perhaps(lines(a + m.dice.oneOf(".free();", ".reset();")));
    List<Piece> replaces =
        lines(a + " = " + m.dice.oneOf("Arena.newRoot()", a + ".newSub()") + ";");
    boolean guarded = m.dice.chance(0.5);
    List<Piece> uses =
        lines(
            m.dice.oneOf(
                "print(" + first + ".used >= 0);",
                "print(" + n + ".val);",
                "print(" + a + ".used >= 0);",
                first + ".free();",
                a + ".free();"));
    List<Piece> branches =
        List.of(
            Piece.nest("if (" + c + ") {", m.dice.chance(0.5) ? ends : replaces, "} else {"),
            Piece.nest("", m.dice.chance(0.5) ? replaces : ends));
    return all(
        lines(
            "let " + a + " = Arena.newRoot();",
            "let " + first + " = " + a + ";",
            "let " + n + " = cons(" + a + ", 1, null);",
            "let " + c + " = flip();"),
        m.dice.chance(0.3) ? List.of(Piece.nest("while (flip()) {", branches)) : branches,
        m.dice.chance(0.4) ? lines(n + " = cons(" + a + ", 2, null);") : List.of(),
        guarded ? List.of(Piece.nest("if (flip()) {", uses)) : uses);
  }

  /// An object that a variable follows through new handles is written there and read where it was known
  /// before, or the other way round.
  private static List<Piece> otherName(Moves m) {
    String far = m.names.fresh("far");
    String a = m.names.fresh("a");
    String list = m.names.fresh("list");
    String first = m.names.fresh("first");
    String x = m.names.fresh("x");
    boolean forwards = m.dice.chance(0.6);
    String written = forwards ? list : first;
    String read = forwards ? first : list;
    List<Piece> write = m.perhaps(lines(written + ".next = cons(" + far + ", 5, null);"));
    List<Piece> move =
        List.of(
            Piece.nest(
                "if (flip()) {",
                all(
                    lines(a + " = " + m.dice.oneOf("Arena.newRoot()", far + ".newSub()") + ";"),
                    lines(list + " = cons(" + a + ", 1, null);"))));
    List<Piece> turn = m.dice.chance(0.5) ? all(move, write) : all(write, move);
    List<Piece> inner = m.dice.chance(0.5) ? List.of(Piece.nest("for (i in 0..2) {", turn)) : turn;
    return all(
        lines(
            "let " + far + " = Arena.newRoot();",
            "let " + a + " = " + far + ".newSub();",
            "let " + list + " = cons(" + a + ", 0, null);",
            "let " + first + " = " + list + ";",
            "let " + x + ": &Node? = null;"),
        List.of(
            m.dice.chance(0.5)
                ? Piece.nest("for (j in 0..2) {", all(inner, lines(x + " = " + read + ".next;")))
                : Piece.nest("if (true) {", all(inner, lines(x + " = " + read + ".next;")))),
        lines("print(" + a + ".used >= 0);"),
        m.dice.chance(0.6) ? lines(far + ".free();") : List.of(),
        m.readMaybe(x));
  }

  /// What frames hold is under no law.
  private static List<Piece> temporaryArray(Moves m) {
    String root = m.names.fresh("root");
    String words = m.names.fresh("words");
    String s = m.names.fresh("s");
    String last = m.names.fresh("last");
    List<List<Piece>> turn =
        new ArrayList<>(
            List.of(
                lines(
                    "let " + s + " = " + m.dice.oneOf(root + ".newSub()", "Arena.newRoot()") + ";"),
                lines("print(" + words + "[" + words + ".length - 1]);"),
                lines(
                    words + ".push(" + m.dice.oneOf("f\"w{1}\".clone(" + s + ")", "\"w\"") + ");"),
                m.perhaps(lines(s + ".free();"))));
    if (m.dice.chance(0.5)) {
      List<Piece> moved = turn.remove(1);
      turn.add(1 + m.dice.below(3), moved);
    }
    List<Piece> steps = new ArrayList<>();
    turn.forEach(steps::addAll);
    return all(
        lines(
            "let " + root + " = Arena.newRoot();",
            "let " + words + " = \"a,b\".split(\",\");",
            "let " + last + " = \"\";"),
        List.of(Piece.nest("for (i in 0..3) {", steps)),
        m.dice.chance(0.5) ? lines("print(" + words + "[0]);") : List.of());
  }

  private static List<Piece> swapped(Moves m) {
    String root = m.names.fresh("root");
    String front = m.names.fresh("front");
    String back = m.names.fresh("back");
    String t = m.names.fresh("t");
    String list = m.names.fresh("list");
    String end = m.dice.oneOf(".reset();", ".reset();", ".free();");
    List<List<Piece>> moves =
        new ArrayList<>(
            List.of(
                lines(
                    list + " = cons(" + back + ", 1, " + m.dice.oneOf("null", "null", list) + ");"),
                lines((m.dice.chance(0.85) ? front : back) + end),
                lines(
                    "let " + t + " = " + front + ";",
                    front + " = " + back + ";",
                    back + " = " + t + ";")));
    if (m.dice.chance(0.3)) {
      List<Piece> moved = moves.remove(m.dice.below(3));
      moves.add(m.dice.below(3), moved);
    }
    List<Piece> turn = new ArrayList<>();
    moves.forEach(turn::addAll);
    return all(
        lines(
            "let " + root + " = Arena.newRoot();",
            "let " + front + " = " + root + ".newSub();",
            "let "
                + back
                + " = "
                + m.dice.oneOf(root + ".newSub()", root + ".newSub()", "Arena.newRoot()")
                + ";",
            "let " + list + " = cons(" + front + ", 0, null);"),
        List.of(block(m, turn)),
        lines("print(" + list + ".val);"),
        m.readMaybe(list + ".next"));
  }

  private static List<Piece> emptied(Moves m) {
    String frame = m.names.fresh("frame");
    String keep = m.names.fresh("keep");
    String n = m.names.fresh("n");
    List<List<Piece>> moves =
        new ArrayList<>(
            List.of(
                lines(
                    "let " + n + " = cons(" + frame + ", 1, " + m.dice.oneOf("null", keep) + ");"),
                lines(frame + ".reset();"),
                lines(keep + " = " + m.dice.oneOf("null", "null", n) + ";")));
    if (m.dice.chance(0.4)) {
      List<Piece> moved = moves.remove(1 + m.dice.below(2));
      moves.add(1 + m.dice.below(2), moved);
    }
    List<Piece> turn = new ArrayList<>();
    moves.forEach(turn::addAll);
    return all(
        lines("let " + frame + " = Arena.newRoot();", "let " + keep + ": &Node? = null;"),
        List.of(block(m, turn)),
        m.readMaybe(keep),
        lines(frame + ".free();"));
  }

  /// A few handles, a few nodes, a holder outside, and steps that are chosen without a plan.
  private static List<Piece> random(Moves m) {
    Walk walk = new Walk(m);
    List<Piece> body = new ArrayList<>(walk.begin());
    body.addAll(walk.steps(m.dice.between(3, 8), 0));
    return body;
  }

  private static final class Walk {
    private final Moves m;
    private final List<String> handles = new ArrayList<>();
    private final List<String> nodes = new ArrayList<>();
    private final String root;
    private final String holder;

    Walk(Moves m) {
      this.m = m;
      root = m.names.fresh("root");
      holder = m.names.fresh("h");
    }

    List<Piece> begin() {
      List<Piece> pieces = new ArrayList<>(lines("let " + root + " = Arena.newRoot();"));
      int count = m.dice.between(1, 2);
      for (int i = 0; i < count; i++) {
        String handle = m.names.fresh("a");
        handles.add(handle);
        pieces.addAll(lines("let " + handle + " = " + arena() + ";"));
        String node = m.names.fresh("n");
        nodes.add(node);
        pieces.addAll(
            lines("let " + node + ": &Node? = " + m.dice.oneOf("null", made("null")) + ";"));
      }
      pieces.addAll(lines("let " + holder + " = " + root + ".new(Holder { node: null });"));
      return pieces;
    }

    private String arena() {
      return m.dice.oneOf("Arena.newRoot()", root + ".newSub()", root + ".newSub()");
    }

    private String handle() {
      return m.dice.one(handles);
    }

    private String node() {
      return m.dice.one(nodes);
    }

    private String made(String tail) {
      return "cons(" + handle() + ", " + m.dice.below(90) + ", " + tail + ")";
    }

    List<Piece> steps(int count, int depth) {
      List<Piece> pieces = new ArrayList<>();
      int known = handles.size();
      for (int i = 0; i < count; i++) {
        pieces.addAll(step(depth));
      }
      while (handles.size() > known) {
        handles.removeLast();
      }
      return pieces;
    }

    private List<Piece> step(int depth) {
      return switch (m.dice.below(16)) {
        case 0, 1 ->
            depth > 2 ? List.of() : List.of(block(m, steps(m.dice.between(2, 4), depth + 1)));
        case 2 -> lines(handle() + ".free();");
        case 3 -> lines(handle() + ".reset();");
        case 4, 5 -> lines(handle() + " = " + m.dice.oneOf(arena(), handle()) + ";");
        case 6 -> declared();
        case 7, 8, 9 -> lines(node() + " = " + made(m.dice.oneOf("null", "null", node())) + ";");
        case 10 -> lines(node() + " = " + m.dice.oneOf(node(), "null", holder + ".node") + ";");
        case 11 ->
            inside(node(), it -> lines(it + ".next = " + m.dice.oneOf(node(), made("null")) + ";"));
        case 12 -> inside(node(), it -> lines(node() + " = " + it + ".next;"));
        case 13 ->
            m.dice.chance(0.4) ? lines(holder + ".node = " + node() + ";") : m.readMaybe(node());
        default -> m.readMaybe(node());
      };
    }

    private List<Piece> declared() {
      String fresh = m.names.fresh("a");
      Piece let = Piece.line("let " + fresh + " = " + m.dice.oneOf(arena(), handle()) + ";");
      handles.add(fresh);
      return List.of(let);
    }

    private List<Piece> inside(String node, java.util.function.Function<String, List<Piece>> then) {
      String local = m.names.fresh("m");
      return List.of(
          Piece.line("const " + local + ": &Node? = " + node + ";"),
          Piece.nest("if (" + local + " != null) {", then.apply(local)));
    }
  }
}
