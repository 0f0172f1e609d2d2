package arenad.jvm.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Random values as expressions: read from what is in scope, made, computed, given back by calls.
abstract class RandomValues {

  final Random random;
  final List<Shape.Struct> structs = new ArrayList<>();
  final List<Function> functions = new ArrayList<>();
  List<Variable> scope = new ArrayList<>();
  final List<Shape> hidden = new ArrayList<>();
  int names;

  RandomValues(long seed) {
    random = new Random(seed);
  }

  /// @param counter whether a loop sets it, so that nobody else may
  record Variable(String name, Shape shape, boolean counter) {
    Variable(String name, Shape shape) {
      this(name, shape, false);
    }
  }

  record Function(String name, List<Shape> parameters, Shape result) {}

  static final List<String> INTEGERS =
      List.of("i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64");

  String expression(Shape shape, int depth) {
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

  @org.jspecify.annotations.Nullable
  String call(Shape shape, int depth) {
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

  @org.jspecify.annotations.Nullable
  String read(Shape shape) {
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

  String make(Shape shape, int depth) {
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
  String text(int depth) {
    return depth > 0 && random.nextInt(4) == 0
        ? expression(new Shape.Text(), depth - 1) + ".trim()"
        : "\"" + pick(List.of("", "a", "bc", "äö", "  x ", "long enough to stand out")) + "\"";
  }

  String scalar(String type, int depth) {
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

  String condition(int depth) {
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

  String conversion(Shape from, String type) {
    String read = read(from);
    return read == null ? literal(type) : "(" + read + " as " + type + ")";
  }

  /// The value, given back by a function, so that nobody knows whether it is null.
  String hidden(Shape optional, String value) {
    if (!hidden.contains(optional)) {
      hidden.add(optional);
    }
    return "hidden" + hidden.indexOf(optional) + "(" + value + ")";
  }

  String literal(String type) {
    if (type.startsWith("f")) {
      return pick(List.of("0.0", "1.5", "-2.25", "1024.0", "0.125"));
    }
    return Integer.toString(random.nextInt(128));
  }

  Shape shape(int depth) {
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

  boolean isInteger(Shape shape) {
    return shape instanceof Shape.Scalar(String type) && INTEGERS.contains(type);
  }

  <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  <T> List<T> shuffled(List<T> list) {
    List<T> copy = new ArrayList<>(list);
    java.util.Collections.shuffle(copy, random);
    return copy;
  }

  String fresh() {
    return "v" + names++;
  }

  record Place(String text, Shape shape) {}

  @org.jspecify.annotations.Nullable
  Place inside(Place place) {
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

  String index(int length) {
    for (Variable variable : shuffled(scope)) {
      if (variable.shape().text().equals("i32") && random.nextInt(3) == 0) {
        return "(" + variable.name() + " & 3) % " + length;
      }
    }
    return Integer.toString(random.nextInt(length));
  }
}
