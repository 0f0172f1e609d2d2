package arenad.fuzz;

import arenad.fuzz.Sight.Kind;
import arenad.fuzz.Sight.Known;
import arenad.fuzz.Sight.Life;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Random statements over what is in sight, each kind of statement with a weight of its own that differs
/// from program to program (swarm testing): a program that has everything has nothing often.
final class RandomBody {

  private enum Step {
    ROOT,
    SUB,
    SCOPE,
    REGION,
    NODE,
    HOLDER,
    PAIR,
    TEXT,
    STORE,
    PUT,
    LOAD,
    ASSIGN,
    USE,
    FREE,
    BRANCH,
    LOOP,
    LEAVE,
    NAME,
    ARRAY,
    PUSH,
    CALL,
    GADGET
  }

  private static final double[] USUAL = {
    2, 3, 2, 1, 5, 2, 2, 2, 4, 3, 4, 3, 3, 2, 2, 2, 1, 2, 1, 2, 3, 1
  };

  private final Moves moves;
  private final Dice dice;
  private final double[] weights = new double[USUAL.length];
  private final List<RandomFunction> functions;

  RandomBody(Moves moves, List<RandomFunction> functions) {
    this.moves = moves;
    this.dice = moves.dice;
    this.functions = functions;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = USUAL[i] * new double[] {0.2, 1, 1, 3}[dice.below(4)];
    }
  }

  /// A function that random bodies can call.
  record RandomFunction(String name, List<Kind> parameters, @Nullable Kind result) {}

  List<Piece> statements(Sight sight, int count, int depth) {
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pieces.addAll(statement(sight, depth));
    }
    return pieces;
  }

  private List<Piece> statement(Sight sight, int depth) {
    Step step = Step.values()[dice.weighted(weights)];
    return switch (step) {
      case ROOT -> arena(sight, "Arena.newRoot()", null);
      case SUB -> sub(sight);
      case SCOPE -> depth > 2 ? List.of() : scope(sight, depth);
      case REGION -> depth > 2 ? List.of() : region(sight, depth);
      case NODE -> declare(sight, Kind.NODE);
      case HOLDER -> declare(sight, Kind.HOLDER);
      case PAIR -> declare(sight, Kind.PAIR);
      case TEXT -> declare(sight, Kind.TEXT);
      case STORE -> store(sight);
      case PUT -> put(sight);
      case LOAD -> load(sight);
      case ASSIGN -> assign(sight);
      case USE -> use(sight);
      case FREE -> free(sight);
      case BRANCH -> depth > 2 ? List.of() : branch(sight, depth);
      case LOOP -> depth > 2 ? List.of() : loop(sight, depth);
      case LEAVE -> leave(sight);
      case NAME -> name(sight);
      case ARRAY -> array(sight);
      case PUSH -> push(sight);
      case CALL -> call(sight);
      case GADGET -> depth > 1 ? List.of() : dice.one(Gadgets.ALL).make().apply(moves);
    };
  }

  private List<Piece> arena(Sight sight, String made, @Nullable Life outer) {
    String name = moves.names.fresh("a");
    sight.add(new Known(name, Kind.ARENA, new Life(outer), false));
    List<Piece> pieces = new ArrayList<>(Piece.lines("let " + name + " = " + made + ";"));
    if (dice.chance(0.4)) {
      pieces.add(Piece.line("defer " + name + ".free();"));
    }
    return pieces;
  }

  private List<Piece> sub(Sight sight) {
    Known parent = any(sight, Kind.ARENA);
    if (parent == null) {
      return arena(sight, "Arena.newRoot()", null);
    }
    String made = dice.oneOf(parent.name() + ".newSub()", "sub(" + parent.name() + ")");
    return arena(sight, made, parent.life());
  }

  private List<Piece> scope(Sight sight, int depth) {
    Known parent = any(sight, Kind.ARENA);
    if (parent == null) {
      return List.of();
    }
    String name = moves.names.fresh("s");
    Sight inside = sight.inside(false, false);
    inside.add(new Known(name, Kind.ARENA, new Life(parent.life()), true));
    List<Piece> body = statements(inside, dice.between(2, 4), depth + 1);
    return List.of(Piece.nest(parent.name() + ".useArena((" + name + ") => {", body, "});"));
  }

  private List<Piece> region(Sight sight, int depth) {
    String name = moves.names.fresh("r");
    Sight inside = sight.inside(sight.inLoop, sight.mayReturn);
    Known around = any(sight, Kind.ARENA);
    Life life = new Life(around == null ? null : around.life());
    inside.add(new Known(name, Kind.ARENA, life, true));
    return List.of(
        Piece.nest("region " + name + " {", statements(inside, dice.between(2, 4), depth + 1)));
  }

  private List<Piece> declare(Sight sight, Kind kind) {
    Known home = any(sight, Kind.ARENA);
    Life life = home == null ? null : home.life();
    String value = value(sight, kind, home, true);
    if (value == null) {
      return List.of();
    }
    String name = moves.names.fresh(kind == Kind.TEXT ? "t" : kind == Kind.PAIR ? "q" : "n");
    sight.add(new Known(name, kind, life, false));
    String type = dice.chance(0.2) ? ": " + kind.type : "";
    return Piece.lines("let " + name + type + " = " + value + ";");
  }

  /// An expression of that kind, new (in `home`) or something in sight.
  private @Nullable String value(Sight sight, Kind kind, @Nullable Known home, boolean fresh) {
    Life life = home == null ? null : home.life();
    if (!fresh || home == null) {
      Known old = fitting(sight, kind, life);
      if (old != null) {
        return old.name();
      }
    }
    return switch (kind) {
      case NODE -> home == null ? null : moves.node(home.name(), link(sight, life));
      case MAYBE -> link(sight, life);
      case HOLDER -> home == null ? null : moves.holder(home.name(), link(sight, life));
      case TEXT -> home == null ? "\"lit\"" : moves.text(home.name());
      case PAIR -> "wrap(" + link(sight, life) + ")";
      case NODES -> home == null ? null : "Array<&Node>.new(" + home.name() + ")";
      case ARENA -> home == null ? null : home.name();
    };
  }

  /// A `&Node?` for something that lives in `life`.
  private String link(Sight sight, @Nullable Life life) {
    Known node =
        dice.chance(0.7) ? fitting(sight, dice.chance(0.7) ? Kind.NODE : Kind.MAYBE, life) : null;
    return node == null ? "null" : node.name();
  }

  private List<Piece> store(Sight sight) {
    Known object = any(sight, Kind.NODE);
    return object == null ? List.of() : moves.store(object.name(), link(sight, object.life()));
  }

  private List<Piece> put(Sight sight) {
    Known holder = any(sight, Kind.HOLDER);
    Known pair = any(sight, Kind.PAIR);
    if (pair != null && (holder == null || dice.chance(0.4))) {
      String link = link(sight, pair.life());
      return Piece.lines(
          dice.oneOf(
              pair.name() + ".link = " + link + ";", pair.name() + ".attach(" + link + ");"));
    }
    return holder == null
        ? List.of()
        : Piece.lines(moves.put(holder.name(), link(sight, holder.life())));
  }

  private List<Piece> load(Sight sight) {
    Known from = any(sight, dice.one(List.of(Kind.NODE, Kind.NODE, Kind.HOLDER, Kind.PAIR)));
    if (from == null) {
      return List.of();
    }
    String loaded =
        switch (from.kind()) {
          case HOLDER -> moves.take(from.name());
          case PAIR -> dice.oneOf(from.name() + ".link", "open(" + from.name() + ")");
          default -> moves.load(from.name());
        };
    String name = moves.names.fresh("m");
    List<Piece> pieces = new ArrayList<>(Piece.lines("let " + name + ": &Node? = " + loaded + ";"));
    if (dice.chance(0.6)) {
      Sight inside = sight.inside(sight.inLoop, sight.mayReturn);
      inside.add(new Known(name, Kind.NODE, from.life(), false));
      List<Piece> body = new ArrayList<>(statements(inside, dice.between(1, 2), 2));
      body.add(Piece.line("print(" + name + ".val);"));
      pieces.add(Piece.nest("if (" + name + " != null) {", body));
    } else {
      sight.add(new Known(name, Kind.MAYBE, from.life(), false));
    }
    return pieces;
  }

  private List<Piece> assign(Sight sight) {
    Kind kind =
        dice.one(List.of(Kind.NODE, Kind.MAYBE, Kind.HOLDER, Kind.TEXT, Kind.PAIR, Kind.ARENA));
    Known target = any(sight, kind);
    if (target == null || target.scoped()) {
      return List.of();
    }
    Known home = any(sight, Kind.ARENA);
    String value = value(sight, kind, home, kind != Kind.ARENA && dice.chance(0.3));
    return value == null || value.equals(target.name())
        ? List.of()
        : moves.perhaps(Piece.lines(target.name() + " = " + value + ";"));
  }

  private List<Piece> use(Sight sight) {
    Kind kind =
        dice.one(List.of(Kind.NODE, Kind.MAYBE, Kind.HOLDER, Kind.TEXT, Kind.PAIR, Kind.NODES));
    Known used = any(sight, kind);
    if (used == null) {
      return List.of();
    }
    String name = used.name();
    return switch (kind) {
      case NODE -> Piece.lines("print(" + name + dice.oneOf(".val", ".val", ".name") + ");");
      case MAYBE -> moves.readMaybe(name);
      case HOLDER -> moves.readMaybe(moves.take(name));
      case TEXT -> Piece.lines("print(" + name + ");");
      case PAIR -> moves.readMaybe(name + ".link");
      case NODES ->
          dice.chance(0.5)
              ? moves.readMaybe(name + ".get(0)")
              : List.of(Piece.nest("for (x in " + name + ") {", Piece.lines("print(x.val);")));
      case ARENA -> List.of();
    };
  }

  private List<Piece> free(Sight sight) {
    Known arena = any(sight, Kind.ARENA);
    if (arena == null || arena.scoped() && dice.chance(0.95)) {
      return List.of();
    }
    if (arena.life() != null) {
      arena.life().ended = true;
    }
    return moves.perhaps(moves.end(arena.name()));
  }

  private List<Piece> branch(Sight sight, int depth) {
    Sight then = sight.inside(sight.inLoop, sight.mayReturn);
    List<Piece> body = statements(then, dice.between(1, 3), depth + 1);
    if (dice.chance(0.6)) {
      return List.of(Piece.nest("if (flip()) {", body));
    }
    Sight other = sight.inside(sight.inLoop, sight.mayReturn);
    List<Piece> otherwise = statements(other, dice.between(1, 2), depth + 1);
    return List.of(Piece.nest("if (flip()) {", body, "} else {"), Piece.nest("", otherwise));
  }

  private List<Piece> loop(Sight sight, int depth) {
    Sight inside = sight.inside(true, sight.mayReturn);
    String turn = moves.names.fresh("i");
    return List.of(
        Piece.nest(
            "for (" + turn + " in 0..2) {", statements(inside, dice.between(2, 4), depth + 1)));
  }

  private List<Piece> leave(Sight sight) {
    List<String> ways = new ArrayList<>();
    if (sight.inLoop) {
      ways.add("break;");
      ways.add("continue;");
    }
    if (sight.mayReturn) {
      ways.add("return;");
    }
    return ways.isEmpty()
        ? List.of()
        : List.of(Piece.nest("if (flip()) {", Piece.lines(dice.one(ways))));
  }

  private List<Piece> name(Sight sight) {
    Known node = any(sight, Kind.NODE);
    if (node == null) {
      return List.of();
    }
    String text = value(sight, Kind.TEXT, any(sight, Kind.ARENA), dice.chance(0.5));
    return Piece.lines(
        dice.oneOf(
            node.name() + ".name = " + text + ";", "setName(" + node.name() + ", " + text + ");"));
  }

  private List<Piece> array(Sight sight) {
    return declare(sight, Kind.NODES);
  }

  private List<Piece> push(Sight sight) {
    Known array = any(sight, Kind.NODES);
    Known node = array == null ? null : fitting(sight, Kind.NODE, array.life());
    return array == null || node == null
        ? List.of()
        : Piece.lines(
            dice.oneOf(
                array.name() + ".push(" + node.name() + ");",
                "addTo(" + array.name() + ", " + node.name() + ");"));
  }

  private List<Piece> call(Sight sight) {
    if (functions.isEmpty()) {
      return List.of();
    }
    RandomFunction function = dice.one(functions);
    List<String> arguments = new ArrayList<>();
    for (Kind parameter : function.parameters()) {
      String argument = value(sight, parameter, any(sight, Kind.ARENA), dice.chance(0.3));
      if (argument == null) {
        return List.of();
      }
      arguments.add(argument);
    }
    String call = function.name() + "(" + String.join(", ", arguments) + ")";
    if (function.result() == null || dice.chance(0.2)) {
      return Piece.lines(call + ";");
    }
    String name = moves.names.fresh("c");
    Known home = any(sight, Kind.ARENA);
    sight.add(new Known(name, function.result(), home == null ? null : home.life(), false));
    return Piece.lines("let " + name + " = " + call + ";");
  }

  /// An expression of that kind for a `return`.
  @Nullable String result(Sight sight, Kind kind) {
    return value(sight, kind, any(sight, Kind.ARENA), dice.chance(0.4));
  }

  /// Something of that kind, seldom something that has ended.
  private @Nullable Known any(Sight sight, Kind kind) {
    List<Known> all = sight.of(kind);
    List<Known> live = all.stream().filter(each -> !each.isOver()).toList();
    List<Known> among = live.isEmpty() || dice.chance(0.1) ? all : live;
    return among.isEmpty() ? null : dice.one(among);
  }

  /// Something of that kind that probably lives at least as long as what it is stored in.
  private @Nullable Known fitting(Sight sight, Kind kind, @Nullable Life holder) {
    List<Known> fits =
        sight.of(kind).stream()
            .filter(each -> !each.isOver() && Sight.outlives(each.life(), holder))
            .toList();
    return fits.isEmpty() || dice.chance(0.25) ? any(sight, kind) : dice.one(fits);
  }
}
