package arenad.fuzz;

import java.util.ArrayList;
import java.util.List;

/// Steps of programs, each in one of the ways in which it can be written: directly, through a function,
/// through a method, through another name for the same thing.
final class Moves {

  final Dice dice;
  final Names names;

  Moves(Dice dice, Names names) {
    this.dice = dice;
    this.names = names;
  }

  /// An expression for a new node in `arena`.
  String node(String arena, String next) {
    int value = dice.between(1, 99);
    if (next.equals("null") && dice.chance(0.3)) {
      return "make(" + arena + ", " + value + ")";
    }
    return dice.chance(0.3)
        ? "cons(" + arena + ", " + value + ", " + next + ")"
        : arena + ".new(Node { val: " + value + ", next: " + next + " })";
  }

  String holder(String arena, String node) {
    return arena + ".new(Holder { node: " + node + " })";
  }

  /// `object.next = value`.
  List<Piece> store(String object, String value) {
    return switch (dice.below(5)) {
      case 0 -> Piece.lines("setNext(" + object + ", " + value + ");");
      case 1 -> Piece.lines(object + ".link(" + value + ");");
      case 2 -> {
        String alias = names.fresh("t");
        yield Piece.lines(
            "let " + alias + " = " + alias(object) + ";", alias + ".next = " + value + ";");
      }
      default -> Piece.lines(object + ".next = " + value + ";");
    };
  }

  /// `holder.node = value`.
  String put(String holder, String value) {
    return dice.chance(0.4)
        ? "put(" + holder + ", " + value + ");"
        : holder + ".node = " + value + ";";
  }

  /// An expression for `holder.node`.
  String take(String holder) {
    return dice.chance(0.4) ? "take(" + holder + ")" : holder + ".node";
  }

  /// An expression for `object.next`.
  String load(String object) {
    return switch (dice.below(4)) {
      case 0 -> "getNext(" + object + ")";
      case 1 -> object + ".rest()";
      default -> object + ".next";
    };
  }

  String alias(String object) {
    return switch (dice.below(6)) {
      case 0 -> "id(" + object + ")";
      case 1 -> "pick(" + object + ", " + object + ")";
      case 2 -> "last(" + object + ")";
      default -> object;
    };
  }

  /// Statements that follow a nullable to what it leads to, two steps deep.
  List<Piece> readMaybe(String expression) {
    String first = names.fresh("m");
    List<Piece> inside = new ArrayList<>(Piece.lines("print(" + first + ".val);"));
    if (dice.chance(0.5)) {
      String second = names.fresh("m");
      inside.add(Piece.line("let " + second + ": &Node? = " + first + ".next;"));
      inside.add(
          Piece.nest("if (" + second + " != null) {", Piece.lines("print(" + second + ".val);")));
    }
    if (dice.chance(0.3)) {
      inside.add(Piece.line("print(" + first + ".name);"));
    }
    List<Piece> pieces =
        new ArrayList<>(Piece.lines("let " + first + ": &Node? = " + expression + ";"));
    pieces.add(Piece.nest("if (" + first + " != null) {", inside));
    return pieces;
  }

  /// Statements that end an arena, surely or perhaps.
  List<Piece> end(String arena) {
    return switch (dice.below(8)) {
      case 0 -> Piece.lines("destroy(" + arena + ");");
      case 1 -> Piece.lines("destroyLater(" + arena + ");");
      case 2 -> Piece.lines("maybeDestroy(" + arena + ");");
      case 3 -> List.of(Piece.nest("if (flip()) {", Piece.lines(arena + ".free();")));
      case 4 -> Piece.lines(arena + ".reset();");
      default -> Piece.lines(arena + ".free();");
    };
  }

  /// A string expression; those that need an arena take `arena`.
  String text(String arena) {
    return switch (dice.below(6)) {
      case 0 -> "\"lit\"";
      case 1 -> "f\"x{" + dice.between(1, 9) + "}\"";
      case 2 -> "f\"x{" + dice.between(1, 9) + "}\".clone(" + arena + ")";
      case 3 -> "decorated(\"d\", " + arena + ")";
      case 4 -> "same(f\"s{" + dice.between(1, 9) + "}\")";
      default -> "\"a\" + \"b\"";
    };
  }

  /// The statements under a condition that falls both ways, with the same probability as plainly.
  List<Piece> perhaps(List<Piece> pieces) {
    return dice.chance(0.3) ? List.of(Piece.nest("if (flip()) {", pieces)) : pieces;
  }
}
