package arenad.fuzz;

import arenad.fuzz.RandomBody.RandomFunction;
import arenad.fuzz.Sight.Kind;
import arenad.fuzz.Sight.Known;
import arenad.fuzz.Sight.Life;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes a program from a seed: `main`, the functions it brings, and what they use of the prelude.
final class Generator {

  /// How many programs have some of their statements in functions of their own.
  private static final double OUTLINED = 0.3;

  private Generator() {}

  static List<Piece> program(long seed) {
    Dice dice = new Dice(seed);
    Moves moves = new Moves(dice, new Names());
    List<Piece> program =
        switch (dice.below(10)) {
          case 0, 1, 2, 3, 4, 5 -> tiny(moves);
          case 6, 7 -> inFunction(moves);
          default -> large(moves);
        };
    if (dice.chance(OUTLINED)) {
      program = Outlining.of(program, moves);
    }
    return whole(program);
  }

  /// A program of one gadget.
  static List<Piece> program(Gadget gadget, long seed) {
    Moves moves = new Moves(new Dice(seed), new Names());
    return whole(List.of(Piece.nest("main(): void => {", gadget.make().apply(moves))));
  }

  /// The program with the declarations it uses, and no others.
  static List<Piece> whole(List<Piece> program) {
    return Gadget.all(Prelude.usedBy(program), program);
  }

  /// One gadget or two, nothing else: what is accepted is nearly always interesting.
  private static List<Piece> tiny(Moves moves) {
    List<Piece> body = new ArrayList<>();
    int count = moves.dice.between(1, 2);
    for (int i = 0; i < count; i++) {
      body.addAll(moves.dice.one(Gadgets.ALL).make().apply(moves));
    }
    return List.of(Piece.nest("main(): void => {", body));
  }

  /// A gadget in a function that is called twice, so that its contract counts.
  private static List<Piece> inFunction(Moves moves) {
    List<Piece> body = new ArrayList<>(moves.dice.one(Gadgets.ALL).make().apply(moves));
    return List.of(
        Piece.nest("gadget(): void => {", body),
        Piece.nest("main(): void => {", Piece.lines("gadget();", "gadget();")));
  }

  private static List<Piece> large(Moves moves) {
    List<Piece> program = new ArrayList<>();
    List<RandomFunction> functions = new ArrayList<>();
    int count = moves.dice.between(0, 3);
    for (int i = 0; i < count; i++) {
      program.add(function(moves, functions, "f" + i));
    }
    RandomBody body = new RandomBody(moves, functions);
    Sight sight = new Sight(false, true);
    List<Piece> statements = new ArrayList<>(Piece.lines("let root = Arena.newRoot();"));
    sight.add(new Known("root", Kind.ARENA, new Life(null), false));
    statements.addAll(body.statements(sight, moves.dice.between(4, 10), 0));
    program.add(Piece.nest("main(): void => {", statements));
    return program;
  }

  private static Piece function(Moves moves, List<RandomFunction> functions, String name) {
    Dice dice = moves.dice;
    List<Kind> parameters = new ArrayList<>();
    Sight sight = new Sight(false, false);
    int count = dice.between(1, 3);
    Life outside = new Life(null);
    for (int i = 0; i < count; i++) {
      Kind kind =
          dice.one(List.of(Kind.ARENA, Kind.NODE, Kind.NODE, Kind.MAYBE, Kind.HOLDER, Kind.TEXT));
      parameters.add(kind);
      sight.add(new Known("p" + i, kind, outside, false));
    }
    Kind result =
        dice.chance(0.5) ? dice.one(List.of(Kind.NODE, Kind.MAYBE, Kind.TEXT, Kind.PAIR)) : null;
    RandomBody body = new RandomBody(moves, List.copyOf(functions));
    List<Piece> statements = new ArrayList<>(body.statements(sight, dice.between(2, 5), 1));
    result = addReturn(statements, body, sight, result);
    RandomFunction function = new RandomFunction(name, parameters, result);
    functions.add(function);
    return Piece.nest(head(function), statements);
  }

  /// Ends the body with a `return` if a value can be found; else the function has no result.
  private static @Nullable Kind addReturn(
      List<Piece> statements, RandomBody body, Sight sight, @Nullable Kind result) {
    String value = result == null ? null : body.result(sight, result);
    if (value == null) {
      return null;
    }
    statements.add(Piece.line("return " + value + ";"));
    return result;
  }

  private static String head(RandomFunction function) {
    List<String> parameters = new ArrayList<>();
    for (Kind kind : function.parameters()) {
      parameters.add("p" + parameters.size() + ": " + kind.type);
    }
    String result = function.result() == null ? "void" : function.result().type;
    return function.name()
        + parameters.stream().collect(Collectors.joining(", ", "(", "): "))
        + result
        + " => {";
  }
}
