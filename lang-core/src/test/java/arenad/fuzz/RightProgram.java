package arenad.fuzz;

import arenad.fuzz.RightScope.Demand;
import arenad.fuzz.RightScope.Kind;
import arenad.fuzz.RightScope.Place;
import arenad.fuzz.RightScope.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Programs that are right by construction: where each thing lives is decided first, and nothing is stored, kept or touched but what
/// lives long enough. A checker that refuses one of them raises a false alarm.
final class RightProgram {

  private static final int DEEPEST = 3;

  private record Parameter(Kind kind, boolean arena) {}

  private record Function(String name, List<Parameter> parameters, List<Demand> demands) {}

  private final Moves m;
  private final List<Function> functions = new ArrayList<>();

  private RightProgram(Moves moves) {
    m = moves;
  }

  static List<Piece> of(long seed) {
    RightProgram program = new RightProgram(new Moves(new Dice(seed), new Names()));
    List<Piece> pieces = new ArrayList<>();
    for (int i = program.m.dice.between(0, 3); i > 0; i--) {
      pieces.add(program.function());
    }
    pieces.add(program.main());
    return Generator.whole(pieces);
  }

  private Piece main() {
    RightScope scope = new RightScope();
    Place root = scope.place("root", null, -1, false);
    List<Piece> body = new ArrayList<>(Piece.lines("let root = Arena.newRoot();"));
    boolean deferred = m.dice.chance(0.5);
    if (deferred) {
      body.add(Piece.line("defer root.free();"));
    }
    body.addAll(made(scope, root));
    body.addAll(statements(scope, m.dice.between(4, 9), 0));
    if (!deferred) {
      body.add(Piece.line("root.free();"));
    }
    return Piece.nest("main(): void => {", body);
  }

  private Piece function() {
    String name = m.names.fresh("f");
    RightScope scope = new RightScope();
    List<Parameter> parameters = new ArrayList<>();
    List<String> heads = new ArrayList<>();
    for (int i = m.dice.between(1, 3); i > 0; i--) {
      String parameter = m.names.fresh("p");
      boolean arena = m.dice.chance(0.35);
      Place place = scope.place(arena ? parameter : "", null, parameters.size(), false);
      Kind kind = m.dice.chance(0.2) ? Kind.NODES : Kind.NODE;
      heads.add(parameter + ": " + (arena ? "Arena" : type(kind)));
      if (!arena) {
        scope.add(parameter, kind, place, true);
      }
      parameters.add(new Parameter(kind, arena));
    }
    List<Piece> body = statements(scope, m.dice.between(1, 5), 1);
    functions.add(new Function(name, parameters, scope.demands()));
    return Piece.nest(name + "(" + String.join(", ", heads) + "): void => {", body);
  }

  private static String type(Kind kind) {
    return switch (kind) {
      case NODE -> "&Node";
      case MAYBE -> "&Node?";
      case NODES -> "Array<&Node>";
    };
  }

  private List<Piece> statements(RightScope scope, int count, int depth) {
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pieces.addAll(statement(scope, depth));
    }
    return pieces;
  }

  private List<Piece> statement(RightScope scope, int depth) {
    return switch (m.dice.below(depth < DEEPEST ? 17 : 11)) {
      case 0, 1 -> scope.arenas().isEmpty() ? List.of() : made(scope, m.dice.one(scope.arenas()));
      case 2, 3 -> store(scope);
      case 4 -> load(scope);
      case 5 -> joined(scope);
      case 6 -> array(scope);
      case 7 -> push(scope);
      case 8 -> text(scope);
      case 9 -> copied(scope);
      case 10 -> called(scope);
      case 11, 12 -> scoped(scope, depth);
      case 13 -> sub(scope, depth);
      case 14, 15 -> turns(scope, depth);
      default ->
          List.of(
              Piece.nest(
                  "if (flip()) {", statements(scope.inside(), m.dice.between(1, 3), depth + 1)));
    };
  }

  private @Nullable Thing one(RightScope scope, Predicate<Thing> wanted) {
    List<Thing> found = scope.of(wanted);
    return found.isEmpty() ? null : m.dice.one(found);
  }

  /// Something that may be held by what lives in `holder`, as an expression; `null` when there is nothing.
  private String heldBy(RightScope scope, Place holder) {
    Thing value =
        one(
            scope,
            thing -> thing.kind() != Kind.NODES && RightScope.mayOutlive(thing.place(), holder));
    if (value == null || m.dice.chance(0.2)) {
      return "null";
    }
    scope.demand(value.place(), holder);
    return value.name();
  }

  private List<Piece> made(RightScope scope, Place place) {
    String name = m.names.fresh("n");
    String value = m.node(place.arena(), heldBy(scope, place));
    scope.add(name, Kind.NODE, place, true);
    return Piece.lines("let " + name + " = " + value + ";");
  }

  private List<Piece> store(RightScope scope) {
    Thing object = one(scope, thing -> thing.kind() == Kind.NODE && thing.owned());
    if (object == null) {
      return List.of();
    }
    String value = heldBy(scope, object.place());
    return Piece.lines(
        m.dice.oneOf(
            object.name() + ".next = " + value + ";",
            object.name() + ".link(" + value + ");",
            "setNext(" + object.name() + ", " + value + ");"));
  }

  /// What is found lives as long as what it was found in; what may be written through it, nobody knows.
  private List<Piece> load(RightScope scope) {
    Thing object = one(scope, thing -> thing.kind() == Kind.NODE);
    if (object == null) {
      return List.of();
    }
    String name = m.names.fresh("m");
    List<Piece> pieces =
        new ArrayList<>(Piece.lines("let " + name + ": &Node? = " + m.load(object.name()) + ";"));
    pieces.add(Piece.nest("if (" + name + " != null) {", Piece.lines("print(" + name + ".val);")));
    scope.add(name, Kind.MAYBE, object.place(), false);
    return pieces;
  }

  /// One of two things lives as long as the shorter-lived one.
  private List<Piece> joined(RightScope scope) {
    Thing first = one(scope, thing -> thing.kind() == Kind.NODE);
    Thing second =
        first == null
            ? null
            : one(
                scope,
                thing ->
                    thing.kind() == Kind.NODE && RightScope.outlives(thing.place(), first.place()));
    if (first == null || second == null) {
      return List.of();
    }
    String name = m.names.fresh("j");
    scope.add(name, Kind.NODE, first.place(), false);
    return m.dice.chance(0.5)
        ? Piece.lines(
            "let " + name + " = pick(" + first.name() + ", " + second.name() + ");",
            "print(" + name + ".val);")
        : List.of(
            Piece.line("let " + name + " = " + first.name() + ";"),
            Piece.nest("if (flip()) {", Piece.lines(name + " = " + second.name() + ";")),
            Piece.line("print(" + name + ".val);"));
  }

  private List<Piece> array(RightScope scope) {
    if (scope.arenas().isEmpty()) {
      return List.of();
    }
    Place place = m.dice.one(scope.arenas());
    String name = m.names.fresh("xs");
    scope.add(name, Kind.NODES, place, true);
    return Piece.lines("let " + name + " = Array<&Node>.new(" + place.arena() + ");");
  }

  private List<Piece> push(RightScope scope) {
    Thing array = one(scope, thing -> thing.kind() == Kind.NODES);
    if (array == null) {
      return List.of();
    }
    Thing value =
        one(
            scope,
            thing ->
                thing.kind() == Kind.NODE && RightScope.mayOutlive(thing.place(), array.place()));
    List<Piece> loop =
        List.of(Piece.nest("for (x in " + array.name() + ") {", Piece.lines("print(x.val);")));
    if (value == null) {
      return loop;
    }
    scope.demand(value.place(), array.place());
    List<Piece> push =
        m.dice.chance(0.6)
            ? Piece.lines(array.name() + ".push(" + value.name() + ");")
            : Piece.lines("addTo(" + array.name() + ", " + value.name() + ");");
    return m.dice.chance(0.5) ? push : Gadget.all(push, loop);
  }

  /// A temporary is cloned into an arena that lives long enough.
  private List<Piece> text(RightScope scope) {
    Thing object = one(scope, thing -> thing.kind() == Kind.NODE && thing.owned());
    String name = m.names.fresh("t");
    Thing said = one(scope, thing -> thing.kind() == Kind.NODE);
    String value = said == null ? "\"a\"" : "f\"{" + said.name() + ".val}\"";
    List<Piece> pieces = new ArrayList<>(Piece.lines("let " + name + " = " + value + ";"));
    List<Place> homes =
        object == null
            ? List.of()
            : scope.arenas().stream()
                .filter(place -> RightScope.mayOutlive(place, object.place()))
                .toList();
    if (object != null && !homes.isEmpty()) {
      Place home = m.dice.one(homes);
      scope.demand(home, object.place());
      String copy = name + ".clone(" + home.arena() + ")";
      pieces.add(
          Piece.line(
              m.dice.chance(0.5)
                  ? object.name() + ".name = " + copy + ";"
                  : "setName(" + object.name() + ", " + copy + ");"));
    }
    pieces.add(Piece.line("print(" + name + ");"));
    return pieces;
  }

  /// A clone and all that it leads to live where it is made.
  private List<Piece> copied(RightScope scope) {
    Thing object = one(scope, thing -> thing.kind() == Kind.NODE);
    if (object == null || scope.arenas().isEmpty()) {
      return List.of();
    }
    Place place = m.dice.one(scope.arenas());
    String name = m.names.fresh("c");
    scope.add(name, Kind.NODE, place, true);
    return Piece.lines("let " + name + " = " + object.name() + ".clone(" + place.arena() + ");");
  }

  /// A call whose arguments live as the callee asks.
  private List<Piece> called(RightScope scope) {
    if (functions.isEmpty()) {
      return List.of();
    }
    Function callee = m.dice.one(functions);
    for (int attempt = 0; attempt < 8; attempt++) {
      List<String> names = new ArrayList<>();
      List<Place> places = new ArrayList<>();
      for (Parameter parameter : callee.parameters) {
        if (parameter.arena && !scope.arenas().isEmpty()) {
          Place place = m.dice.one(scope.arenas());
          names.add(place.arena());
          places.add(place);
        } else if (!parameter.arena) {
          Thing thing = one(scope, each -> each.kind() == parameter.kind && each.owned());
          if (thing != null) {
            names.add(thing.name());
            places.add(thing.place());
          }
        }
      }
      boolean complete = names.size() == callee.parameters.size();
      if (complete && callee.demands.stream().allMatch(demand -> holds(demand, places))) {
        callee.demands.forEach(
            demand -> scope.demand(places.get(demand.longer()), places.get(demand.shorter())));
        return Piece.lines(callee.name + "(" + String.join(", ", names) + ");");
      }
    }
    return List.of();
  }

  private static boolean holds(Demand demand, List<Place> places) {
    return RightScope.mayOutlive(places.get(demand.longer()), places.get(demand.shorter()));
  }

  private List<Piece> scoped(RightScope scope, int depth) {
    RightScope inner = scope.inside();
    String name = m.names.fresh("s");
    boolean region = scope.arenas().isEmpty() || m.dice.chance(0.4);
    Place parent = region ? null : m.dice.one(scope.arenas());
    Place place = inner.place(name, parent, -1, true);
    List<Piece> body =
        Gadget.all(made(inner, place), statements(inner, m.dice.between(1, 4), depth + 1));
    return List.of(
        parent == null
            ? Piece.nest("region " + name + " {", body)
            : Piece.nest(parent.arena() + ".useArena((" + name + ") => {", body, "});"));
  }

  private List<Piece> sub(RightScope scope, int depth) {
    return scope.arenas().isEmpty()
        ? List.of()
        : List.of(Piece.nest("if (flip()) {", subBody(scope, depth)));
  }

  private List<Piece> turns(RightScope scope, int depth) {
    return List.of(
        Piece.nest(
            "for (i in 0..2) {",
            scope.arenas().isEmpty() || m.dice.chance(0.3)
                ? statements(scope.inside(), m.dice.between(1, 3), depth + 1)
                : subBody(scope, depth)));
  }

  /// A sub-arena for a block, freed at its end.
  private List<Piece> subBody(RightScope scope, int depth) {
    RightScope inner = scope.inside();
    String name = m.names.fresh("s");
    Place parent = m.dice.one(scope.arenas());
    Place place = inner.place(name, parent, -1, false);
    boolean deferred = m.dice.chance(0.5);
    return Gadget.all(
        Piece.lines("let " + name + " = " + parent.arena() + ".newSub();"),
        deferred ? Piece.lines("defer " + name + ".free();") : List.of(),
        made(inner, place),
        statements(inner, m.dice.between(1, 4), depth + 1),
        deferred ? List.of() : Piece.lines(name + ".free();"));
  }
}
