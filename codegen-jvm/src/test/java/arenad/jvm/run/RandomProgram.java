package arenad.jvm.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Programs about values, at random: scalars of every type, text, structs, tuples, fixed and growable arrays, optionals, inside each
/// other; read, written, passed, given back, compared, changed by methods while their parts are read. Few branches and short
/// loops: what a value is worth must not depend on where it is kept.
final class RandomProgram {

  private static final int STRUCTS = 4;
  private static final int FUNCTIONS = 6;
  private static final int STATEMENTS = 8;
  private static final int DEPTH = 3;

  private final Random random;
  private final StringBuilder out = new StringBuilder();
  private final List<Shape.Struct> structs = new ArrayList<>();
  private final List<Function> functions = new ArrayList<>();
  private List<Variable> scope = new ArrayList<>();
  private final List<Shape> hidden = new ArrayList<>();
  private int names;
  private int nesting;

  private RandomProgram(long seed) {
    random = new Random(seed);
  }

  /// The types of the values.
  private sealed interface Shape {
    String text();

    record Scalar(String text) implements Shape {}

    record Text() implements Shape {
      @Override
      public String text() {
        return "String";
      }
    }

    record Struct(String text, List<Shape> fields) implements Shape {}

    record Tuple(List<Shape> elements) implements Shape {
      @Override
      public String text() {
        return elements.stream().map(Shape::text).collect(Collectors.joining(", ", "[", "]"));
      }
    }

    record Fixed(Shape element, int length) implements Shape {
      @Override
      public String text() {
        return element.text() + "[" + length + "]";
      }
    }

    record Optional(Shape of) implements Shape {
      @Override
      public String text() {
        return of.text() + "?";
      }
    }

    record Growable(Shape element) implements Shape {
      @Override
      public String text() {
        return "Array<" + element.text() + ">";
      }
    }
  }

  /// @param counter whether a loop sets it, so that nobody else may
  private record Variable(String name, Shape shape, boolean counter) {
    Variable(String name, Shape shape) {
      this(name, shape, false);
    }
  }

  private record Function(String name, List<Shape> parameters, Shape result) {}

  private static final List<String> INTEGERS =
      List.of("i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64");

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

  private record Place(String text, Shape shape) {}

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

  private @org.jspecify.annotations.Nullable Place inside(Place place) {
    return switch (place.shape()) {
      case Shape.Struct(_, List<Shape> fields) -> {
        int index = random.nextInt(fields.size());
        yield new Place(place.text() + ".m" + index, fields.get(index));
      }
      case Shape.Tuple(List<Shape> elements) -> {
        int index = random.nextInt(elements.size());
        yield new Place(place.text() + "[" + index + "]", elements.get(index));
      }
      case Shape.Fixed(Shape element, int length) ->
          new Place(place.text() + "[" + index(length) + "]", element);
      case Shape.Growable(Shape element) -> new Place(place.text() + "[0]", element);
      case Shape.Scalar _, Shape.Text _, Shape.Optional _ -> null;
    };
  }

  private String index(int length) {
    for (Variable variable : shuffled(scope)) {
      if (variable.shape().text().equals("i32") && random.nextInt(3) == 0) {
        return "(" + variable.name() + " & 3) % " + length;
      }
    }
    return Integer.toString(random.nextInt(length));
  }

  private String expression(Shape shape, int depth) {
    if (depth > 0 && random.nextInt(3) == 0) {
      String call = call(shape, depth);
      if (call != null) {
        return call;
      }
    }
    if (random.nextInt(2) == 0) {
      String read = read(shape);
      if (read != null) {
        return read;
      }
    }
    if (depth > 1 && random.nextInt(8) == 0) {
      return "("
          + expression(new Shape.Scalar("bool"), 1)
          + " ? "
          + expression(shape, depth - 1)
          + " : "
          + expression(shape, depth - 1)
          + ")";
    }
    return make(shape, depth);
  }

  private @org.jspecify.annotations.Nullable String call(Shape shape, int depth) {
    for (Function function : shuffled(functions)) {
      if (function.result().equals(shape)) {
        String arguments =
            function.parameters().stream()
                .map(parameter -> expression(parameter, depth - 1))
                .collect(Collectors.joining(", ", "(", ")"));
        if (!function.name().startsWith(".")) {
          return function.name() + arguments;
        }
        String[] parts = function.name().split("\\.");
        for (Variable variable : shuffled(scope)) {
          if (variable.shape().text().equals(parts[1])) {
            return variable.name() + "." + parts[2] + arguments;
          }
          if (variable.shape() instanceof Shape.Growable(Shape element)
              && element.text().equals(parts[1])) {
            return variable.name() + "[0]." + parts[2] + arguments;
          }
        }
      }
    }
    return null;
  }

  private @org.jspecify.annotations.Nullable String read(Shape shape) {
    for (Variable variable : shuffled(scope)) {
      Place place = new Place(variable.name(), variable.shape());
      for (int i = 0; i < 4 && place != null; i++) {
        if (place.shape().equals(shape) && !place.text().equals("self")) {
          return place.text();
        }
        place = inside(place);
      }
    }
    return null;
  }

  private String make(Shape shape, int depth) {
    return switch (shape) {
      case Shape.Scalar(String type) -> scalar(type, depth);
      case Shape.Text _ -> text(depth);
      case Shape.Struct(String name, List<Shape> fields) ->
          name
              + " { "
              + IntStream.range(0, fields.size())
                  .mapToObj(i -> "m" + i + ": " + expression(fields.get(i), depth - 1))
                  .collect(Collectors.joining(", "))
              + " }";
      case Shape.Tuple(List<Shape> elements) ->
          elements.stream()
              .map(element -> expression(element, depth - 1))
              .collect(Collectors.joining(", ", "[", "]"));
      case Shape.Fixed(Shape element, int length) ->
          random.nextInt(3) == 0
              ? "[" + expression(element, depth - 1) + "; " + length + "]"
              : IntStream.range(0, length)
                  .mapToObj(_ -> expression(element, depth - 1))
                  .collect(Collectors.joining(", ", "[", "]"));
      case Shape.Optional(Shape of) ->
          hidden(shape, random.nextInt(3) == 0 ? "null" : expression(of, depth - 1));
      case Shape.Growable(Shape _) -> throw new IllegalStateException("not made here");
    };
  }

  /// No text that is made at run time: it might be kept longer than it lives.
  private String text(int depth) {
    return depth > 0 && random.nextInt(4) == 0
        ? expression(new Shape.Text(), depth - 1) + ".trim()"
        : "\"" + pick(List.of("", "a", "bc", "äö", "  x ", "long enough to stand out")) + "\"";
  }

  private String scalar(String type, int depth) {
    if (type.equals("bool")) {
      return condition(depth);
    }
    if (depth <= 0) {
      return literal(type);
    }
    Shape shape = new Shape.Scalar(type);
    String left = expression(shape, depth - 1);
    String right = expression(shape, depth - 1);
    boolean isFloat = type.startsWith("f");
    return switch (random.nextInt(isFloat ? 4 : 8)) {
      case 0, 1 -> literal(type);
      case 2 -> "(" + left + " " + pick(List.of("+", "-", "*")) + " " + right + ")";
      case 3 -> conversion(new Shape.Scalar(pick(INTEGERS)), type);
      case 4 -> "(" + left + " " + pick(List.of("&", "|", "^")) + " " + right + ")";
      case 5 -> "(" + left + " " + pick(List.of("<<", ">>")) + " " + right + ")";
      case 6 -> "(" + left + " " + pick(List.of("/", "%")) + " (" + right + " | 1))";
      default -> "(~" + left + ")";
    };
  }

  private String condition(int depth) {
    if (depth <= 0) {
      return random.nextBoolean() ? "true" : "false";
    }
    Shape shape = random.nextInt(3) == 0 ? shape(2) : new Shape.Scalar(pick(INTEGERS));
    String left = read(shape);
    if (left == null) {
      return "(" + random.nextInt(9) + " < " + random.nextInt(9) + ")";
    }
    boolean ordered = isInteger(shape) && random.nextBoolean();
    String operator = ordered ? pick(List.of("<", "<=", ">", ">=")) : pick(List.of("==", "!="));
    String right = expression(shape, depth - 1);
    if (shape instanceof Shape.Optional) {
      left = hidden(shape, left);
      right = hidden(shape, right);
    }
    return "(" + left + " " + operator + " " + right + ")";
  }

  private String conversion(Shape from, String type) {
    String read = read(from);
    return read == null ? literal(type) : "(" + read + " as " + type + ")";
  }

  /// The value, given back by a function, so that nobody knows whether it is null.
  private String hidden(Shape optional, String value) {
    if (!hidden.contains(optional)) {
      hidden.add(optional);
    }
    return "hidden" + hidden.indexOf(optional) + "(" + value + ")";
  }

  private String literal(String type) {
    if (type.startsWith("f")) {
      return pick(List.of("0.0", "1.5", "-2.25", "1024.0", "0.125"));
    }
    return Integer.toString(random.nextInt(128));
  }

  private Shape shape(int depth) {
    int kind = random.nextInt(depth > 0 ? 12 : 6);
    return switch (kind) {
      case 0, 1, 2, 3 -> new Shape.Scalar(pick(INTEGERS));
      case 4 -> new Shape.Scalar(pick(List.of("bool", "f64", "f32", "i32")));
      case 5 -> new Shape.Text();
      case 6, 7 -> structs.isEmpty() ? new Shape.Text() : pick(structs);
      case 8, 9 ->
          new Shape.Tuple(
              IntStream.range(0, 2 + random.nextInt(2)).mapToObj(_ -> shape(depth - 1)).toList());
      case 10 -> new Shape.Fixed(shape(depth - 1), 1 + random.nextInt(3));
      default -> {
        Shape of = shape(depth - 1);
        yield of instanceof Shape.Optional ? of : new Shape.Optional(of);
      }
    };
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

  private boolean isInteger(Shape shape) {
    return shape instanceof Shape.Scalar(String type) && INTEGERS.contains(type);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private <T> List<T> shuffled(List<T> list) {
    List<T> copy = new ArrayList<>(list);
    java.util.Collections.shuffle(copy, random);
    return copy;
  }

  private String fresh() {
    return "v" + names++;
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
