package arenad.fuzz;

import java.util.ArrayList;
import java.util.List;

/// Random programs that compute and print: every scalar type, strings, structs, arrays, nullables, all
/// statements, calls whose order shows. They free nothing by hand and touch nothing that is gone; what they
/// are for is that two ways to run them agree.
public final class Calculations {

  private static final List<String> NUMBERS =
      List.of("i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64", "f32", "f64");
  private static final List<String> INTEGERS = NUMBERS.subList(0, 8);

  private static final String PRELUDE =
      """
      struct Point { x: i32; y: f64; name: String = "p"; big: i64?;
        move(self, by: i32): i32 => { self.x += by; print("m"); return self.x; }
        scale(self, f: f64): void => { self.y *= f; }
      }
      struct Line { from: Point; to: Point; next: &Line?; }
      say(n: i32): i32 => { print("<"); print(n); print(">"); return n; }
      yes(b: bool): bool => { print(b ? "T" : "F"); return b; }
      word(s: String): String => { print("w"); return s; }
      short(s: String): String => { if (s.length > 40) { return "long"; } return s; }
      maybe(n: i64): i64? => { if (n > 2) { return n; } return null; }
      later(n: i32): i32 => { let x = n; defer x = 0; if (n > 3) { return x; } return x + say(x); }
      again(l: &Line): &Line? => { return l.next; }
      point(x: i32, y: f64): Point => { return Point { x: x, y: y, big: x > 3 ? x as i64 : null }; }
      """;

  private final Dice dice;
  private final Names names = new Names();

  private Calculations(long seed) {
    dice = new Dice(seed);
  }

  /// A variable in sight.
  private record Known(String name, String type) {}

  /// The functions `c0` to `c(count - 1)`, without parameters and results, and what they need; no `main`.
  public static String functions(long seed, int count) {
    Calculations generator = new Calculations(seed);
    StringBuilder text = new StringBuilder(PRELUDE);
    for (int i = 0; i < count; i++) {
      text.append(Piece.render(List.of(generator.function("c" + i))));
    }
    return text.toString();
  }

  /// A `main` that calls some of those functions, each on a line of its own.
  public static String main(List<Integer> called) {
    List<Piece> body = new ArrayList<>();
    for (int number : called) {
      body.add(Piece.line("print(\"\\n" + number + " \"); c" + number + "();"));
    }
    return Piece.render(List.of(Piece.nest("main(): void => {", body)));
  }

  private Piece function(String name) {
    List<Known> sight = new ArrayList<>();
    List<Piece> body = new ArrayList<>();
    body.add(Piece.line("let arena = Arena.newRoot(); defer arena.free();"));
    body.add(Piece.line("let xs = Array<i32>.new(arena); xs.push(3); xs.push(-4);"));
    body.add(Piece.line("let fixed: i64[4] = [1, 2, 3, 4];"));
    body.add(Piece.line("let p = point(2, 0.5); let q = arena.new(point(7, -1.25));"));
    body.add(Piece.line("let line = arena.new(Line { from: p, to: *q, next: null });"));
    for (String type : NUMBERS) {
      declare(sight, body, type);
    }
    declare(sight, body, "bool");
    declare(sight, body, "String");
    body.addAll(statements(sight, dice.between(6, 14), 0, false));
    return Piece.nest(name + "(): void => {", body);
  }

  private void declare(List<Known> sight, List<Piece> body, String type) {
    String name = names.fresh("v");
    body.add(Piece.line("let " + name + ": " + type + " = " + expression(sight, type, 2) + ";"));
    sight.add(new Known(name, type));
  }

  private List<Piece> statements(List<Known> outer, int count, int depth, boolean loop) {
    List<Known> sight = new ArrayList<>(outer);
    List<Piece> body = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      body.addAll(statement(sight, depth, loop));
    }
    return body;
  }

  private List<Piece> statement(List<Known> sight, int depth, boolean loop) {
    switch (dice.below(depth > 2 ? 10 : 16)) {
      case 0 -> {
        List<Piece> body = new ArrayList<>();
        declare(sight, body, type());
        return body;
      }
      case 1, 2 -> {
        Known target = dice.one(sight);
        String value = expression(sight, target.type, 3);
        // Else a loop could double a string at each turn.
        boolean text = target.type.equals("String");
        return Piece.lines(target.name + " = " + (text ? "short(" + value + ")" : value) + ";");
      }
      case 3 -> {
        return Piece.lines(compound(sight));
      }
      case 4, 5 -> {
        return Piece.lines("print(" + expression(sight, type(), 3) + "); print(\" \");");
      }
      case 6, 7 -> {
        return Piece.lines(place(sight));
      }
      case 8 -> {
        return Piece.lines("defer print(say(" + dice.below(9) + ") + 1);");
      }
      case 9 -> {
        String leave = loop ? dice.oneOf("break;", "continue;", "return;") : "return;";
        return dice.chance(0.4)
            ? List.of(Piece.nest("if (" + expression(sight, "bool", 2) + ") {", Piece.lines(leave)))
            : List.of();
      }
      case 10, 11 -> {
        List<Piece> pieces = new ArrayList<>();
        boolean otherwise = dice.chance(0.5);
        pieces.add(
            Piece.nest(
                "if (" + expression(sight, "bool", 3) + ") {",
                statements(sight, dice.between(1, 3), depth + 1, loop),
                otherwise ? "} else {" : "}"));
        if (otherwise) {
          pieces.add(Piece.nest("", statements(sight, dice.between(1, 3), depth + 1, loop)));
        }
        return pieces;
      }
      case 12 -> {
        String counter = names.fresh("i");
        String end = dice.oneOf("3", "4", "say(2)", "xs.length", "fixed.length");
        List<Known> inside = new ArrayList<>(sight);
        List<Piece> body = new ArrayList<>(Piece.lines("print(" + counter + ");"));
        body.addAll(statements(inside, dice.between(1, 3), depth + 1, true));
        return List.of(Piece.nest("for (" + counter + " in 0.." + end + ") {", body));
      }
      case 13 -> {
        String each = names.fresh("e");
        String over =
            dice.oneOf("xs", "fixed", "\"aé€😀\".chars()", "f\"{say(1)},b\".split(\",\")");
        List<Piece> body = new ArrayList<>(Piece.lines("print(" + each + ");"));
        body.addAll(statements(sight, dice.between(1, 2), depth + 1, true));
        return List.of(Piece.nest("for (" + each + " in " + over + ") {", body));
      }
      case 14 -> {
        String counter = names.fresh("w");
        List<Piece> body = new ArrayList<>(Piece.lines(counter + " += 1;"));
        body.addAll(statements(sight, dice.between(1, 3), depth + 1, true));
        String condition = counter + " < 3 && " + expression(sight, "bool", 2);
        return List.of(
            Piece.line("let " + counter + " = 0;"),
            Piece.nest("while (" + condition + ") {", body));
      }
      default -> {
        String scoped = names.fresh("s");
        boolean region = dice.chance(0.5);
        // A temporary of a useArena body may not be left in a variable outside.
        List<Known> inside =
            sight.stream().filter(each -> region || !each.type.equals("String")).toList();
        List<Piece> body = statements(inside, dice.between(1, 3), depth + 1, false);
        return region
            ? List.of(Piece.nest("region " + scoped + " {", body))
            : List.of(Piece.nest("arena.useArena((" + scoped + ") => {", body, "});"));
      }
    }
  }

  private String type() {
    return dice.chance(0.2) ? "String" : dice.chance(0.2) ? "bool" : dice.one(NUMBERS);
  }

  private String compound(List<Known> sight) {
    Known target = dice.one(sight);
    if (target.type.equals("bool")) {
      return "print(" + target.name + ");";
    }
    if (target.type.equals("String")) {
      String name = target.name;
      String value = expression(sight, "String", 1);
      return name + " += " + value + "; " + name + " = short(" + name + ");";
    }
    String operator = dice.oneOf("+=", "-=", "*=");
    return target.name + " " + operator + " " + expression(sight, target.type, 2) + ";";
  }

  /// Writes to something other than a variable.
  private String place(List<Known> sight) {
    String number = expression(sight, "i32", 2);
    return switch (dice.below(11)) {
      case 9 ->
          "q.x += yes("
              + expression(sight, "bool", 1)
              + ") ? q.move(2) : "
              + number
              + "; print(q.x);";
      case 10 -> "xs[0] -= (maybe(xs.length as i64) ?? say(7) as i64) as i32 + xs[0];";
      case 0 -> "xs[say(1)] = " + number + "; print(xs[1]);";
      case 1 -> "xs[say(0)] += " + number + ";";
      case 2 -> "fixed[say(3)] -= " + expression(sight, "i64", 2) + ";";
      case 3 -> "p.x = " + number + "; print(p.move(" + expression(sight, "i32", 1) + "));";
      case 4 -> "q.y += " + expression(sight, "f64", 2) + "; q.scale(2.0);";
      case 5 -> "line.from.x += " + number + "; print(line.from.move(1)); line.to = p;";
      case 6 -> "print(again(line)?.to.name ?? \"none\"); line.next = line;";
      case 7 -> "xs.push(" + number + "); print(xs.pop() ?? 0);";
      default -> "p = *q; q.name = " + expression(sight, "String", 0) + ".clone(arena);";
    };
  }

  private String expression(List<Known> sight, String type, int depth) {
    List<Known> variables = sight.stream().filter(each -> each.type.equals(type)).toList();
    if (!variables.isEmpty() && dice.chance(depth <= 0 ? 0.7 : 0.25)) {
      return dice.one(variables).name;
    }
    return switch (type) {
      case "bool" -> truth(sight, depth - 1);
      case "String" -> text(sight, depth - 1);
      default -> number(sight, type, depth - 1);
    };
  }

  private String number(List<Known> sight, String type, int depth) {
    boolean integer = INTEGERS.contains(type);
    if (depth < 0) {
      return literal(type);
    }
    String left = expression(sight, type, depth);
    return switch (dice.below(10)) {
      case 0, 1 ->
          "("
              + left
              + " "
              + (integer
                  ? dice.oneOf("+", "-", "*", "&", "|", "^")
                  : dice.oneOf("+", "-", "*", "/"))
              + " "
              + expression(sight, type, depth)
              + ")";
      case 2 ->
          integer
              ? "("
                  + left
                  + dice.oneOf(" / ", " % ")
                  + "("
                  + expression(sight, type, depth)
                  + " | 1))"
              : "(-" + left + ")";
      case 3 ->
          integer
              ? "(" + left + dice.oneOf(" << ", " >> ") + expression(sight, type, depth) + ")"
              : left;
      case 4, 5 -> "(" + expression(sight, dice.one(NUMBERS), depth) + " as " + type + ")";
      case 6 -> "(" + expression(sight, "bool", depth) + " ? " + left + " : " + literal(type) + ")";
      case 7 -> "(say(" + expression(sight, "i32", depth) + ") as " + type + ")";
      case 8 -> "(" + member(sight, depth) + " as " + type + ")";
      default -> literal(type);
    };
  }

  /// A number out of something that is not a variable.
  private String member(List<Known> sight, int depth) {
    return switch (dice.below(11)) {
      case 9 -> "later(" + expression(sight, "i32", depth) + ")";
      case 10 -> "(Point { y: say(5) as f64, big: maybe(say(1) as i64), x: q.move(1) }).x";
      case 0 -> "p.x";
      case 1 -> "q.y";
      case 2 -> "xs[say(0)]";
      case 3 -> "fixed[" + dice.below(4) + "]";
      case 4 -> "(maybe(" + expression(sight, "i64", depth) + ") ?? " + literal("i64") + ")";
      case 5 -> "(again(line)?.from.x ?? say(9))";
      case 6 -> "q.move(" + literal("i32") + ")";
      case 7 -> expression(sight, "String", 0) + ".length";
      default -> "point(say(4), 0.25).x";
    };
  }

  private String truth(List<Known> sight, int depth) {
    if (depth < 0) {
      return dice.oneOf("true", "false", "yes(true)", "yes(false)");
    }
    String type = dice.one(NUMBERS);
    return switch (dice.below(8)) {
      case 0 -> "yes(" + expression(sight, "bool", depth) + ")";
      case 1, 2 ->
          "("
              + expression(sight, "bool", depth)
              + dice.oneOf(" && ", " || ")
              + expression(sight, "bool", depth)
              + ")";
      case 3 -> "!" + "(" + expression(sight, "bool", depth) + ")";
      case 4 ->
          "("
              + expression(sight, "String", depth)
              + dice.oneOf(" == ", " != ")
              + expression(sight, "String", depth)
              + ")";
      case 5 ->
          dice.oneOf("(p == *q)", "(again(line) == null)", "(q.big != null)", "(p.name == q.name)");
      default ->
          "("
              + expression(sight, type, depth)
              + dice.oneOf(" < ", " <= ", " > ", " >= ", " == ", " != ")
              + expression(sight, type, depth)
              + ")";
    };
  }

  private String text(List<Known> sight, int depth) {
    if (depth < 0) {
      return dice.oneOf("\"\"", "\"a\"", "\"héllo\"", "word(\"w\")");
    }
    return switch (dice.below(7)) {
      case 0, 1 -> "f\"{" + interpolated(sight, depth) + "}-{" + interpolated(sight, depth) + "}\"";
      case 2 ->
          "(" + expression(sight, "String", depth) + " + " + expression(sight, "String", 0) + ")";
      case 3 -> "word(" + expression(sight, "String", depth) + ")";
      case 4 ->
          expression(sight, "String", 0)
              + dice.oneOf(".upper()", ".trim()", ".replace(\"a\", \"bb\")");
      case 5 ->
          "("
              + expression(sight, "bool", depth)
              + " ? "
              + expression(sight, "String", 0)
              + " : \"no\")";
      default -> dice.oneOf("p.name", "q.name", "\"ab\".slice(1, 2)");
    };
  }

  /// In an f-string neither a string literal nor a colon may stand.
  private String interpolated(List<Known> sight, int depth) {
    String expression = expression(sight, type(), depth);
    boolean plain = !expression.contains("\"") && !expression.contains(":");
    return plain ? expression : "say(" + dice.below(9) + ")";
  }

  private String literal(String type) {
    return switch (type) {
      case "f32", "f64" ->
          "("
              + dice.oneOf("0.0", "1.0", "-2.5", "1e10", "3.14159", "0.1", "-0.0", "1e-7")
              + " as "
              + type
              + ")";
      case "u8", "u16", "u32", "u64" ->
          "(" + dice.oneOf("0", "1", "7", "200", "255", "4000000000", "-1") + " as " + type + ")";
      default ->
          "("
              + dice.oneOf("0", "1", "-1", "42", "-128", "2147483647", "-7", "100000")
              + " as "
              + type
              + ")";
    };
  }
}
