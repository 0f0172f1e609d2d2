package arenad.fuzz;

import arenad.ir.IrFunction;
import arenad.type.Type;
import arenad.type.TypeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Moves some statements of a body into a function of their own, so that what was known of them locally must now stand in a contract.
///
/// The result need not mean the same: what the statements assign, they assign to a parameter now. It need not be a program either.
final class Outlining {

  private static final Pattern WORD = Pattern.compile("(?<![.\\w])[a-z]\\w*");
  private static final Pattern DECLARED =
      Pattern.compile("\\b(?:let|const|for \\(|region|\\(\\()\\s*([a-z]\\w*)");
  private static final Pattern CASE = Pattern.compile("\\s*(case|default)\\b");
  private static final Pattern LEAVES = Pattern.compile("\\b(return|break|continue|defer)\\b");
  private static final Pattern TESTED = Pattern.compile("^if \\(([a-z]\\w*) != null\\) \\{$");
  private static final int ATTEMPTS = 6;

  private final Moves moves;
  private final Map<String, Type> types;
  private final List<Piece> functions = new ArrayList<>();
  private String body = "";

  private Outlining(Moves moves, Map<String, Type> types) {
    this.moves = moves;
    this.types = types;
  }

  /// The program with one more function, or as it is when nothing was found to move.
  ///
  /// @param program without the prelude
  static List<Piece> of(List<Piece> program, Moves moves) {
    Compiled compiled = Compiled.of(Piece.render(Generator.whole(program)));
    if (!compiled.errors().isEmpty()) {
      return program;
    }
    Map<String, Type> types = new TreeMap<>();
    for (IrFunction function : compiled.functions().values()) {
      for (IrFunction.Local local : function.locals()) {
        types.putIfAbsent(local.name(), local.type());
      }
    }
    Outlining outlining = new Outlining(moves, types);
    for (int attempt = 0; attempt < ATTEMPTS && outlining.functions.isEmpty(); attempt++) {
      List<Piece> changed = outlining.inOneBody(program);
      if (!outlining.functions.isEmpty()) {
        return Gadget.all(outlining.functions, changed);
      }
    }
    return program;
  }

  private List<Piece> inOneBody(List<Piece> program) {
    List<Piece> changed = new ArrayList<>(program);
    int at = moves.dice.below(program.size());
    if (changed.get(at) instanceof Piece.Nest nest && nest.head().endsWith("=> {")) {
      body = Piece.render(List.of(nest));
      changed.set(at, nest.withBody(inside(nest.body(), Map.of())));
    }
    return changed;
  }

  /// @param tested variables that are known not to be null here
  private List<Piece> inside(List<Piece> pieces, Map<String, Boolean> tested) {
    if (pieces.isEmpty()) {
      return pieces;
    }
    List<Piece> changed = new ArrayList<>(pieces);
    int at = moves.dice.below(pieces.size());
    if (pieces.get(at) instanceof Piece.Nest nest && moves.dice.chance(0.5)) {
      Map<String, Boolean> within = new LinkedHashMap<>(tested);
      Matcher test = TESTED.matcher(nest.head());
      if (test.matches()) {
        within.put(test.group(1), true);
      }
      changed.set(at, nest.withBody(inside(nest.body(), within)));
      return changed;
    }
    int end = Math.min(pieces.size(), at + moves.dice.between(1, 4));
    List<Piece> moved = pieces.subList(at, end);
    String call = outlined(moved, tested);
    if (call != null) {
      changed.subList(at, end).clear();
      changed.add(at, Piece.line(call));
    }
    return changed;
  }

  /// The call of a new function with these statements, or null when they cannot be moved.
  private @Nullable String outlined(List<Piece> moved, Map<String, Boolean> tested) {
    String text = Piece.render(moved);
    if (LEAVES.matcher(text).find() || isTorn(moved)) {
      return null;
    }
    TreeSet<String> declared = new TreeSet<>();
    DECLARED.matcher(text).results().forEach(result -> declared.add(result.group(1)));
    List<String> parameters = new ArrayList<>();
    List<String> arguments = new ArrayList<>();
    TreeSet<String> used = new TreeSet<>();
    WORD.matcher(text).results().forEach(result -> used.add(result.group()));
    for (String name : used) {
      if (declared.contains(name)) {
        if (count(name, body) > count(name, text)) {
          return null;
        }
      } else if (types.containsKey(name)) {
        Type type = types.get(name);
        String spelled = TypeText.of(tested.containsKey(name) ? Type.withoutNull(type) : type);
        parameters.add(name + ": " + spelled);
        arguments.add(name);
      }
    }
    return form(moved, parameters, arguments);
  }

  /// Whether an `if` and its `else`, or a `match` and its cases, would be torn apart.
  private static boolean isTorn(List<Piece> moved) {
    return moved.stream().anyMatch(piece -> CASE.matcher(Piece.render(List.of(piece))).lookingAt())
        || moved.getFirst() instanceof Piece.Nest first && first.head().isEmpty()
        || moved.getLast() instanceof Piece.Nest last && last.tail().endsWith("{");
  }

  /// A function, or a method of a struct that is there for it.
  private String form(List<Piece> moved, List<String> parameters, List<String> arguments) {
    String name = moves.names.fresh("out");
    String given = String.join(", ", arguments);
    if (moves.dice.chance(0.7)) {
      String head = name + "(" + String.join(", ", parameters) + "): void => {";
      functions.add(Piece.nest(head, moved));
      return name + "(" + given + ");";
    }
    String owner = "Owner" + name;
    List<String> all = new ArrayList<>(List.of("self"));
    all.addAll(parameters);
    Piece method = Piece.nest("run(" + String.join(", ", all) + "): void => {", moved);
    functions.add(Piece.nest("struct " + owner + " { tag: i32;", List.of(method)));
    String object = moves.names.fresh("owner");
    return "let " + object + " = " + owner + " { tag: 1 }; " + object + ".run(" + given + ");";
  }

  private static long count(String name, String text) {
    return Pattern.compile("\\b" + name + "\\b").matcher(text).results().count();
  }
}
