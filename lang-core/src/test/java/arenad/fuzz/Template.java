package arenad.fuzz;

import arenad.fuzz.Scene.Acts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A gadget as text, with places where the dice decide. Lines of its own:
///
/// - `--` ends an act: what happens in the longer-lived arena, while both live, after the shorter-lived one. Without
///   any, the text is all there is.
/// - `: name = text` decides something once, for all places that say `$name`.
/// - `? line` may stand under a condition; `?? line` is there every second time.
/// - `read e`, `store a, b` and `end a` are what [Moves] makes of them.
///
/// In lines: `«a ¦ b»` is one of them; `#L`, `#S` and `#A` are the longer-lived arena, the shorter-lived and any; after
/// them `#nL` an expression for a new node there, `#tL` for a text; `$name` is a name that nothing else has. ` ;; ` is a new line.
final class Template {

  private static final Pattern CHOICE = Pattern.compile("«([^«»]*)»");
  private static final Pattern ARENA = Pattern.compile("#([nt]?)([LSA])(?![\\w])");
  private static final Pattern NAME = Pattern.compile("\\$([a-z]+)");
  private static final Pattern DECIDED = Pattern.compile("^: ([a-z]+) = (.*)$");

  private final List<String> lines;
  private final Moves moves;
  private final String longer;
  private final String shorter;
  private final Map<String, String> decided;
  private int at = 0;

  private Template(
      List<String> lines, Moves moves, String longer, String shorter, Map<String, String> decided) {
    this.lines = lines;
    this.moves = moves;
    this.longer = longer;
    this.shorter = shorter;
    this.decided = decided;
  }

  /// What the dice make of the text.
  static List<Piece> of(List<String> text, Moves moves) {
    if (!text.contains("--")) {
      return new Template(text, moves, "", "", new HashMap<>()).pieces();
    }
    return Scene.play(moves, (longer, shorter) -> acts(text, moves, longer, shorter));
  }

  private static Acts acts(List<String> text, Moves moves, String longer, String shorter) {
    Map<String, String> decided = new HashMap<>();
    List<List<Piece>> acts = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    List<String> ended = new ArrayList<>(text);
    ended.add("--");
    for (String line : ended) {
      if (line.equals("--")) {
        // The shorter-lived arena is there in the second act only.
        String inner = acts.size() == 1 ? shorter : longer;
        acts.add(new Template(List.copyOf(lines), moves, longer, inner, decided).pieces());
        lines.clear();
      } else {
        lines.add(line);
      }
    }
    return new Acts(acts.get(0), acts.get(1), acts.get(2));
  }

  private List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    while (at < lines.size()) {
      pieces.addAll(next());
    }
    return pieces;
  }

  /// What begins at the next line.
  private List<Piece> next() {
    String line = lines.get(at++).strip();
    Matcher decision = DECIDED.matcher(line);
    if (decision.matches()) {
      decided.put(decision.group(1), filled(decision.group(2)));
      return List.of();
    }
    if (line.startsWith("?? ")) {
      List<Piece> made = made(line.substring(3));
      return moves.dice.chance(0.5) ? made : List.of();
    }
    return line.startsWith("? ") ? moves.perhaps(made(line.substring(2))) : made(line);
  }

  private List<Piece> made(String line) {
    String text = filled(line);
    if (text.endsWith("{")) {
      return List.of(block(text));
    }
    List<Piece> pieces = new ArrayList<>();
    for (String step : text.split(" ;; ")) {
      pieces.addAll(step(step));
    }
    return pieces;
  }

  private List<Piece> step(String text) {
    String rest = text.substring(text.indexOf(' ') + 1);
    return switch (text.split(" ", 2)[0]) {
      case "read" -> moves.readMaybe(rest);
      case "store" -> moves.store(rest.split(", ", 2)[0], rest.split(", ", 2)[1]);
      case "end" -> moves.end(rest);
      default -> Piece.lines(text);
    };
  }

  private Piece block(String head) {
    List<Piece> body = new ArrayList<>();
    while (!lines.get(at).strip().startsWith("}")) {
      body.addAll(next());
    }
    return Piece.nest(head, body, filled(lines.get(at++).strip()));
  }

  /// The line with everything decided.
  private String filled(String line) {
    String text = line;
    Matcher choice = CHOICE.matcher(text);
    while (choice.find()) {
      String chosen = moves.dice.oneOf(choice.group(1).split("¦")).strip();
      text = text.substring(0, choice.start()) + chosen + text.substring(choice.end());
      choice = CHOICE.matcher(text);
    }
    text = NAME.matcher(text).replaceAll(found -> Matcher.quoteReplacement(name(found.group(1))));
    return ARENA.matcher(text).replaceAll(found -> Matcher.quoteReplacement(inArena(found)));
  }

  private String name(String asked) {
    return decided.computeIfAbsent(asked, moves.names::fresh);
  }

  private String inArena(MatchResult found) {
    String arena =
        switch (found.group(2)) {
          case "L" -> longer;
          case "S" -> shorter;
          default -> moves.dice.oneOf(longer, shorter);
        };
    return switch (found.group(1)) {
      case "n" -> moves.node(arena, "null");
      case "t" -> moves.text(arena);
      default -> arena;
    };
  }
}
