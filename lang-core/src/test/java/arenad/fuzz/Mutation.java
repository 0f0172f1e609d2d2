package arenad.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Changes an accepted program in one place. The result may be accepted or refused; if it is accepted, it
/// must run without a trap like any other.
final class Mutation {

  private static final Pattern ARENA =
      Pattern.compile("\\b([a-z]+[0-9]*)(\\.(new|newSub|free|reset|useArena)\\()");
  private static final Pattern CLONE = Pattern.compile("\\.clone\\(\\w*\\)");
  private static final Pattern NAME = Pattern.compile("\\b[a-z]+[0-9]+\\b");

  private Mutation() {}

  static List<Piece> of(List<Piece> program, Dice dice) {
    List<Piece> mains = program.stream().filter(Mutation::isBody).toList();
    if (mains.isEmpty()) {
      return program;
    }
    Piece changed = dice.one(mains);
    List<Piece> result = new ArrayList<>();
    for (Piece piece : program) {
      boolean here = piece == changed && piece instanceof Piece.Nest;
      result.add(here ? inside((Piece.Nest) piece, dice) : piece);
    }
    return result;
  }

  private static boolean isBody(Piece piece) {
    return piece instanceof Piece.Nest(String head, var body, _)
        && head.endsWith("=> {")
        && !body.isEmpty();
  }

  private static Piece.Nest inside(Piece.Nest nest, Dice dice) {
    List<Piece> body = new ArrayList<>(nest.body());
    if (body.isEmpty()) {
      return nest;
    }
    int at = dice.below(body.size());
    if (body.get(at) instanceof Piece.Nest inner && dice.chance(0.7)) {
      body.set(at, inside(inner, dice));
      return nest.withBody(body);
    }
    switch (dice.below(6)) {
      case 0 -> body.remove(at);
      case 1 -> body.add(Math.max(0, at - 1), body.remove(at));
      case 2 -> body.add(Math.min(body.size() - 1, at + 1), body.remove(at));
      case 3 -> {
        if (!(body.get(at) instanceof Piece.Line(String text) && text.startsWith("let "))) {
          body.add(at, body.get(at));
        }
      }
      default -> {
        if (body.get(at) instanceof Piece.Line(String text)) {
          body.set(at, Piece.line(line(text, named(NAME, nest), named(ARENA, nest), dice)));
        }
      }
    }
    return nest.withBody(body);
  }

  private static String line(String text, List<String> names, List<String> arenas, Dice dice) {
    Matcher clone = CLONE.matcher(text);
    if (clone.find() && dice.chance(0.5)) {
      return clone.replaceFirst("");
    }
    Matcher made = ARENA.matcher(text);
    if (made.find() && !arenas.isEmpty() && dice.chance(0.7)) {
      return made.replaceFirst(dice.one(arenas) + "$2");
    }
    if (text.startsWith("defer ") && dice.chance(0.5)) {
      return text.substring("defer ".length());
    }
    if (text.endsWith(".free();") && dice.chance(0.3)) {
      return "defer " + text;
    }
    Matcher name = NAME.matcher(text);
    return name.find() && !text.startsWith("let ") ? name.replaceFirst(dice.one(names)) : text;
  }

  /// The names that a pattern begins with, wherever it occurs in a body.
  private static List<String> named(Pattern pattern, Piece.Nest nest) {
    List<String> names = new ArrayList<>();
    Matcher matcher = pattern.matcher(Piece.render(List.of(nest)));
    while (matcher.find()) {
      names.add(matcher.groupCount() > 0 ? matcher.group(1) : matcher.group());
    }
    return names;
  }
}
