package arenad.fuzz;

import java.util.ArrayList;
import java.util.List;

/// Two arenas in one of the relations that two arenas can have, and a plot in three acts: what happens
/// in the longer-lived one, what happens while both live, what happens after the shorter-lived one ended.
/// The plot is told which is which, and is lied to now and then.
final class Scene {

  private Scene() {}

  interface Plot {
    Acts of(String longer, String shorter);
  }

  record Acts(List<Piece> before, List<Piece> inside, List<Piece> after) {}

  static List<Piece> play(Moves moves, Plot plot) {
    Dice dice = moves.dice;
    String outer = moves.names.fresh("long");
    String inner = moves.names.fresh("short");
    boolean lie = dice.chance(0.15);
    return switch (dice.below(10)) {
      case 0, 1 ->
          scoped(moves, outer, outer + ".useArena((" + inner + ") => {", "});", plot, inner);
      case 2 -> scoped(moves, outer, "region " + inner + " {", "}", plot, inner);
      case 3 -> open(moves, outer, inner, "Arena.newRoot()", plot, lie);
      case 4 -> open(moves, outer, inner, outer, plot, lie);
      case 5 -> open(moves, outer, inner, "sub(" + outer + ")", plot, lie);
      case 6 -> siblings(moves, outer, inner, plot);
      default -> open(moves, outer, inner, outer + ".newSub()", plot, lie);
    };
  }

  /// The shorter one ends with a block.
  private static List<Piece> scoped(
      Moves moves, String outer, String head, String tail, Plot plot, String inner) {
    Acts acts = plot.of(outer, inner);
    List<Piece> pieces = new ArrayList<>();
    pieces.add(Piece.line("let " + outer + " = Arena.newRoot();"));
    pieces.addAll(acts.before);
    pieces.add(Piece.nest(head, acts.inside, tail));
    pieces.addAll(acts.after);
    pieces.addAll(lastly(moves, outer));
    return pieces;
  }

  private static List<Piece> open(
      Moves moves, String outer, String inner, String made, Plot plot, boolean lie) {
    Acts acts = lie ? plot.of(inner, outer) : plot.of(outer, inner);
    List<Piece> pieces = new ArrayList<>();
    pieces.add(Piece.line("let " + outer + " = Arena.newRoot();"));
    if (lie) {
      pieces.add(Piece.line("let " + inner + " = " + made + ";"));
      pieces.addAll(acts.before);
    } else {
      pieces.addAll(acts.before);
      pieces.add(Piece.line("let " + inner + " = " + made + ";"));
    }
    boolean deferred = moves.dice.chance(0.15);
    if (deferred) {
      pieces.add(Piece.line("defer " + inner + ".free();"));
    }
    pieces.addAll(acts.inside);
    if (!deferred) {
      pieces.addAll(moves.end(inner));
    }
    pieces.addAll(acts.after);
    pieces.addAll(deferred ? List.of() : lastly(moves, outer));
    return pieces;
  }

  /// Two arenas made from one.
  private static List<Piece> siblings(Moves moves, String outer, String inner, Plot plot) {
    String root = moves.names.fresh("root");
    List<Piece> pieces = new ArrayList<>(Piece.lines("let " + root + " = Arena.newRoot();"));
    pieces.add(Piece.line("let " + outer + " = " + root + ".newSub();"));
    pieces.add(Piece.line("let " + inner + " = " + root + ".newSub();"));
    Acts acts = plot.of(outer, inner);
    pieces.addAll(acts.before);
    pieces.addAll(acts.inside);
    pieces.addAll(moves.end(inner));
    pieces.addAll(acts.after);
    pieces.addAll(lastly(moves, root));
    return pieces;
  }

  private static List<Piece> lastly(Moves moves, String arena) {
    return moves.dice.chance(0.8) ? Piece.lines(arena + ".free();") : List.of();
  }
}
