package arenad.jvm.run;

import java.util.List;
import java.util.stream.Collectors;

/// The types of the values of a random program.
sealed interface Shape {
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
