package arenad.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Changes an accepted program in one place, mostly where it says what lives where and until when. The result may be accepted or
/// refused; if it is accepted, it must run without a trap like any other.
final class Mutation {

  private static final Pattern CLONE = Pattern.compile("\\.clone\\(\\w*\\)");
  private static final Pattern NAME = Pattern.compile("\\b[a-z]+[0-9]+\\b");
  private static final Pattern ARENA = Pattern.compile("\\b(?:long|short|root)[0-9]+\\b");
  private static final Pattern END =
      Pattern.compile("\\.(?:free|reset)\\(\\)|\\b(?:destroy|maybeDestroy|destroyLater)\\(");

  /// What is changed, by weight: an arena, when one ends, a copy, a name, the order of statements, a declaration.
  private static final double[] WEIGHTS = {5, 6, 2, 1.5, 1, 1};

  private final Dice dice;
  private final List<String> names;
  private final List<String> arenas;

  private Mutation(Dice dice, Piece.Nest body) {
    this.dice = dice;
    names = all(NAME, body);
    arenas = all(ARENA, body);
  }

  static List<Piece> of(List<Piece> program, Dice dice) {
    List<Piece> bodies = program.stream().filter(Mutation::isBody).toList();
    int kind = dice.weighted(WEIGHTS);
    if (kind == WEIGHTS.length - 1 || bodies.isEmpty()) {
      return Redeclaring.of(program, dice);
    }
    Piece.Nest body = (Piece.Nest) dice.one(bodies);
    Piece.Nest changed = new Mutation(dice, body).changed(body, kind);
    return program.stream().map(piece -> piece == body ? changed : piece).toList();
  }

  private static boolean isBody(Piece piece) {
    return piece instanceof Piece.Nest(String head, var body, _)
        && head.endsWith("=> {")
        && !body.isEmpty();
  }

  /// What the kind says, or if there is nothing of the kind, statements in another order.
  private Piece.Nest changed(Piece.Nest body, int kind) {
    Piece.Nest changed =
        switch (kind) {
          case 0 -> body.withBody(inOneLine(body, ARENA, line -> renamed(line, ARENA, arenas)));
          case 1 -> endsElsewhere(body);
          case 2 ->
              body.withBody(inOneLine(body, CLONE, line -> CLONE.matcher(line).replaceFirst("")));
          case 3 -> body.withBody(inOneLine(body, NAME, line -> renamed(line, NAME, names)));
          default -> body;
        };
    return changed.equals(body) ? reordered(body) : changed;
  }

  private interface LineChange {
    String of(String line);
  }

  /// Changes one of the lines in which the pattern occurs.
  private List<Piece> inOneLine(Piece.Nest body, Pattern pattern, LineChange change) {
    Predicate<String> fits = line -> pattern.matcher(line).find();
    int count = count(body.body(), fits);
    return count == 0 ? body.body() : new Nth(dice.below(count), fits).in(body.body(), change);
  }

  private static int count(List<Piece> pieces, Predicate<String> fits) {
    int count = 0;
    for (Piece piece : pieces) {
      count +=
          switch (piece) {
            case Piece.Line(String text) -> fits.test(text) ? 1 : 0;
            case Piece.Nest nest -> (fits.test(nest.head()) ? 1 : 0) + count(nest.body(), fits);
          };
    }
    return count;
  }

  /// Counts down to the line that is changed.
  private static final class Nth {
    private final Predicate<String> fits;
    private int left;

    Nth(int left, Predicate<String> fits) {
      this.left = left;
      this.fits = fits;
    }

    List<Piece> in(List<Piece> pieces, LineChange change) {
      List<Piece> changed = new ArrayList<>();
      for (Piece piece : pieces) {
        changed.add(
            switch (piece) {
              case Piece.Line(String text) -> Piece.line(line(text, change));
              case Piece.Nest(String head, var inner, String tail) ->
                  Piece.nest(line(head, change), in(inner, change), tail);
            });
      }
      return changed;
    }

    private String line(String text, LineChange change) {
      return fits.test(text) && left-- == 0 ? change.of(text) : text;
    }
  }

  /// One of the names in the line becomes another; what a `let` declares keeps its name.
  private String renamed(String line, Pattern pattern, List<String> others) {
    Matcher matcher = pattern.matcher(line);
    List<MatchResult> found =
        matcher.results().filter(each -> !isDeclared(line, each.start())).toList();
    if (found.isEmpty()) {
      return line;
    }
    MatchResult name = dice.one(found);
    List<String> choice =
        others.stream().filter(each -> !each.equals(name.group())).collect(Collectors.toList());
    return choice.isEmpty()
        ? line
        : line.substring(0, name.start()) + dice.one(choice) + line.substring(name.end());
  }

  private static boolean isDeclared(String line, int at) {
    String before = line.substring(0, at);
    return before.endsWith("let ") || before.endsWith("region ") || before.endsWith("((");
  }

  /// An end comes earlier or later, is put off to the end of its block, comes at once, or is one more.
  private Piece.Nest endsElsewhere(Piece.Nest nest) {
    List<Piece> body = new ArrayList<>(nest.body());
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < body.size(); i++) {
      if (body.get(i) instanceof Piece.Line(String text) && END.matcher(text).find()) {
        ends.add(i);
      }
    }
    List<Integer> nests = new ArrayList<>();
    for (int i = 0; i < body.size(); i++) {
      if (body.get(i) instanceof Piece.Nest) {
        nests.add(i);
      }
    }
    if (!nests.isEmpty() && (ends.isEmpty() || dice.chance(0.4))) {
      int at = dice.one(nests);
      body.set(at, endsElsewhere((Piece.Nest) body.get(at)));
    } else if (ends.isEmpty()) {
      if (!arenas.isEmpty()) {
        body.add(dice.below(body.size() + 1), Piece.line(dice.one(arenas) + ".free();"));
      }
    } else {
      moveEnd(body, dice.one(ends));
    }
    return nest.withBody(body);
  }

  private void moveEnd(List<Piece> body, int at) {
    String text = ((Piece.Line) body.get(at)).text();
    switch (dice.below(8)) {
      case 0, 1, 2 -> body.add(dice.below(at + 1), body.remove(at));
      case 3 -> body.add(Math.min(body.size() - 1, at + dice.between(1, 2)), body.remove(at));
      case 4 -> body.set(at, Piece.line(text.replace(".free()", ".reset()")));
      case 5 ->
          body.set(at, Piece.line(text.startsWith("defer ") ? text.substring(6) : "defer " + text));
      default -> body.add(dice.below(body.size() + 1), body.get(at));
    }
  }

  private Piece.Nest reordered(Piece.Nest nest) {
    List<Piece> body = new ArrayList<>(nest.body());
    if (body.isEmpty()) {
      return nest;
    }
    int at = dice.below(body.size());
    if (body.get(at) instanceof Piece.Nest inner && dice.chance(0.7)) {
      body.set(at, reordered(inner));
      return nest.withBody(body);
    }
    switch (dice.below(4)) {
      case 0 -> body.remove(at);
      case 1 -> body.add(Math.max(0, at - 1), body.remove(at));
      case 2 -> body.add(Math.min(body.size() - 1, at + 1), body.remove(at));
      default -> {
        if (!(body.get(at) instanceof Piece.Line(String text) && text.startsWith("let "))) {
          body.add(at, body.get(at));
        }
      }
    }
    return nest.withBody(body);
  }

  /// The names in a body, a name as often as it occurs.
  private static List<String> all(Pattern pattern, Piece.Nest nest) {
    return pattern.matcher(Piece.render(List.of(nest))).results().map(MatchResult::group).toList();
  }
}
