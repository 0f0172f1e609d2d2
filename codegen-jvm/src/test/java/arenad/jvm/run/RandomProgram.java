package arenad.jvm.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Programs about values, at random: scalars of every type, text, structs, tuples, fixed and growable arrays, optionals, inside each
/// other; read, written, passed, given back, compared, changed by methods while their parts are read. Few branches and short
/// loops: what a value is worth must not depend on where it is kept.
final class RandomProgram extends RandomValues {

  private static final int STRUCTS = 4;
  private static final int FUNCTIONS = 6;
  private static final int STATEMENTS = 8;
  private static final int DEPTH = 3;

  private final StringBuilder out = new StringBuilder();
  private int nesting;

  private RandomProgram(long seed) {
    super(seed);
  }

  static String of(long seed) {
    return new RandomProgram(seed).write();
  }

  private String write() {
    for (int i = 0; i < STRUCTS; i++) {
      struct("S" + i);
    }
    for (int i = 0; i < FUNCTIONS; i++) {
      function("f" + i);
    }
    line("main(): void => {");
    line("let arena = Arena.newRoot();");
    line("defer arena.free();");
    scope = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Shape element = shape(1);
      String name = fresh();
      line("let " + name + " = Array<" + element.text() + ">.new(arena);");
      line(name + ".push(" + expression(element, 1) + ");");
      scope.add(new Variable(name, new Shape.Growable(element)));
    }
    statements(STATEMENTS * 2);
    scope.forEach(variable -> show(variable.name(), variable.shape()));
    line("}");
    for (int i = 0; i < hidden.size(); i++) {
      String type = hidden.get(i).text();
      line("hidden" + i + "(v: " + type + "): " + type + " => { return v; }");
    }
    return out.toString();
  }

  private void struct(String name) {
    List<Shape> fields =
        IntStream.range(0, 1 + random.nextInt(4)).mapToObj(_ -> shape(DEPTH - 1)).toList();
    line("struct " + name + " {");
    for (int i = 0; i < fields.size(); i++) {
      line("m" + i + ": " + fields.get(i).text() + ";");
    }
    Shape.Struct struct = new Shape.Struct(name, fields);
    for (int i = 0; i < 2; i++) {
      Shape argument = shape(1);
      Shape result = shape(1);
      line("change" + i + "(self, a: " + argument.text() + "): " + result.text() + " => {");
      scope = new ArrayList<>();
      scope.add(new Variable("self", struct));
      scope.add(new Variable("a", argument));
      statements(2);
      line("return " + expression(result, 2) + ";");
      line("}");
      functions.add(new Function("." + name + ".change" + i, List.of(argument), result));
    }
    line("}");
    structs.add(struct);
  }

  private void function(String name) {
    List<Shape> parameters =
        IntStream.range(0, 1 + random.nextInt(4)).mapToObj(_ -> shape(DEPTH)).toList();
    Shape result = shape(DEPTH);
    scope = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (Shape parameter : parameters) {
      String variable = fresh();
      scope.add(new Variable(variable, parameter));
      texts.add(variable + ": " + parameter.text());
    }
    line(name + "(" + String.join(", ", texts) + "): " + result.text() + " => {");
    statements(STATEMENTS);
    line("return " + expression(result, DEPTH) + ";");
    line("}");
    functions.add(new Function(name, parameters, result));
  }

  private void statements(int count) {
    int before = scope.size();
    nesting++;
    for (int i = 0; i < count; i++) {
      statement();
    }
    nesting--;
    if (nesting > 0) {
      scope.subList(before, scope.size()).clear();
    }
  }

  private void statement() {
    switch (random.nextInt(nesting > 2 ? 7 : 10)) {
      case 0, 1 -> declare(shape(DEPTH));
      case 2, 3, 4 -> assign();
      case 5 -> declare(new Shape.Scalar("i32"));
      case 6 -> change();
      case 7 -> {
        line("if (" + expression(new Shape.Scalar("bool"), 2) + ") {");
        statements(2);
        line("} else {");
        statements(2);
        line("}");
      }
      case 8 -> {
        String index = fresh();
        line("for (" + index + " in 0.." + (1 + random.nextInt(3)) + ") {");
        scope.add(new Variable(index, new Shape.Scalar("i32"), true));
        statements(3);
        scope.removeIf(variable -> variable.name().equals(index));
        line("}");
      }
      default -> {
        Shape shape = shape(2);
        String name = fresh();
        line("let " + name + ": " + shape.text() + " = " + expression(shape, 2) + ";");
        show(name, shape);
        scope.add(new Variable(name, shape));
      }
    }
  }

  private void declare(Shape shape) {
    String name = fresh();
    line("let " + name + ": " + shape.text() + " = " + expression(shape, DEPTH) + ";");
    scope.add(new Variable(name, shape));
  }

  /// Writes to a variable or to something inside one; what is written often reads the same variable.
  private void assign() {
    Place place = place();
    if (place == null) {
      return;
    }
    boolean integer = isInteger(place.shape());
    if (integer && random.nextInt(3) == 0) {
      String operator = pick(List.of("+=", "-=", "*="));
      line(place.text() + " " + operator + " " + expression(place.shape(), 2) + ";");
    } else {
      line(place.text() + " = " + expression(place.shape(), DEPTH) + ";");
    }
  }

  private void change() {
    for (Variable variable : shuffled(scope)) {
      if (variable.shape() instanceof Shape.Growable(Shape element)) {
        switch (random.nextInt(4)) {
          case 0 -> line(variable.name() + ".push(" + expression(element, 2) + ");");
          case 1 -> line(variable.name() + ".insert(0, " + expression(element, 2) + ");");
          case 2 -> line(variable.name() + ".reverse();");
          default ->
              line(
                  "if ("
                      + variable.name()
                      + ".length > 1) { "
                      + variable.name()
                      + ".removeAt(0); }");
        }
        return;
      }
    }
    assign();
  }

  private @org.jspecify.annotations.Nullable Place place() {
    if (scope.isEmpty()) {
      return null;
    }
    Variable variable = pick(scope);
    if (variable.counter()) {
      return null;
    }
    Place place = new Place(variable.name(), variable.shape());
    boolean first = true;
    while (random.nextInt(4) > 0 || place.shape() instanceof Shape.Growable || first) {
      first = false;
      Place inside = inside(place);
      if (inside == null) {
        break;
      }
      place = inside;
    }
    boolean whole = place.text().equals("self");
    return whole || place.shape() instanceof Shape.Growable ? null : place;
  }

  /// Prints everything inside a value.
  private void show(String name, Shape shape) {
    switch (shape) {
      case Shape.Scalar _, Shape.Text _ -> line("print(f\"{" + name + "} \");");
      case Shape.Struct(_, List<Shape> fields) -> {
        for (int i = 0; i < fields.size(); i++) {
          show(name + ".m" + i, fields.get(i));
        }
      }
      case Shape.Tuple(List<Shape> elements) -> {
        for (int i = 0; i < elements.size(); i++) {
          show(name + "[" + i + "]", elements.get(i));
        }
      }
      case Shape.Fixed(Shape element, int length) -> {
        for (int i = 0; i < length; i++) {
          show(name + "[" + i + "]", element);
        }
      }
      case Shape.Optional(Shape of) -> {
        String copy = fresh();
        line("const " + copy + " = " + hidden(shape, name) + ";");
        line("if (" + copy + " != null) {");
        String value = fresh();
        line("const " + value + ": " + of.text() + " = " + copy + "!;");
        show(value, of);
        line("} else { print(\"null \"); }");
      }
      case Shape.Growable(Shape element) -> {
        String each = fresh();
        line("for (" + each + " in " + name + ") {");
        show(each, element);
        line("}");
      }
    }
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
