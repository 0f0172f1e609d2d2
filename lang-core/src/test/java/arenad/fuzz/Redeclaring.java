package arenad.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Changes one of the functions that a program is made with, so that its contract is another: without what it `requires`, without
/// the copy it makes, always doing what it did on one path, or with one parameter where another of its type was.
final class Redeclaring {

  private static final Pattern FUNCTION =
      Pattern.compile("^[a-z]\\w*(?:<[^>]*>)?\\((.*)\\): .* => \\{ .* \\}$");
  private static final Pattern REQUIRES = Pattern.compile(" requires (?!.*satisfies).*? => ");
  private static final Pattern CONDITION = Pattern.compile("if \\(flip\\(\\)\\) \\{ ([^{}]*) \\}");
  private static final Pattern CLONE = Pattern.compile("\\.clone\\(\\w*\\)");
  private static final Pattern PARAMETER = Pattern.compile("(\\w+): (&?\\w+\\??)(?=[,)])");

  private Redeclaring() {}

  static List<Piece> of(List<Piece> program, Dice dice) {
    List<Integer> functions = new ArrayList<>();
    for (int i = 0; i < program.size(); i++) {
      if (program.get(i) instanceof Piece.Line(String text) && FUNCTION.matcher(text).matches()) {
        functions.add(i);
      }
    }
    if (functions.isEmpty()) {
      return program;
    }
    int at = dice.one(functions);
    List<Piece> changed = new ArrayList<>(program);
    changed.set(at, Piece.line(changed(((Piece.Line) program.get(at)).text(), dice)));
    return changed;
  }

  private static String changed(String text, Dice dice) {
    Matcher requires = REQUIRES.matcher(text);
    if (requires.find() && dice.chance(0.7)) {
      return requires.replaceFirst(" => ");
    }
    Matcher condition = CONDITION.matcher(text);
    if (condition.find() && !condition.group(1).startsWith("return") && dice.chance(0.5)) {
      return condition.replaceFirst("$1");
    }
    Matcher clone = CLONE.matcher(text);
    if (clone.find() && dice.chance(0.7)) {
      return clone.replaceFirst("");
    }
    return exchanged(text, dice);
  }

  private static String exchanged(String text, Dice dice) {
    Map<String, String> parameters = new LinkedHashMap<>();
    int body = text.indexOf(" => {");
    PARAMETER
        .matcher(text.substring(0, body))
        .results()
        .forEach(each -> parameters.put(each.group(1), each.group(2)));
    List<MatchResult> uses = new ArrayList<>();
    for (String name : parameters.keySet()) {
      Matcher use = Pattern.compile("(?<![.\\w])" + name + "(?![\\w:])").matcher(text);
      use.region(body, text.length());
      use.results().forEach(uses::add);
    }
    if (uses.isEmpty()) {
      return text;
    }
    MatchResult use = dice.one(uses);
    String type = parameters.get(use.group());
    List<String> others =
        parameters.keySet().stream().filter(each -> type.equals(parameters.get(each))).toList();
    return text.substring(0, use.start()) + dice.one(others) + text.substring(use.end());
  }
}
