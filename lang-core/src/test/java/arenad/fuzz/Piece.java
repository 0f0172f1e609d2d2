package arenad.fuzz;

import java.util.ArrayList;
import java.util.List;

/// A program as a tree of lines, which is all that shrinking and mutating need to know of it.
sealed interface Piece {

  record Line(String text) implements Piece {}

  /// Lines between a head that ends in `{` and a tail that begins with `}`. An `else` is a nest without a
  /// head after one whose tail is `} else {`.
  record Nest(String head, List<Piece> body, String tail) implements Piece {
    public Nest {
      body = List.copyOf(body);
    }

    Nest withBody(List<Piece> others) {
      return new Nest(head, others, tail);
    }
  }

  static Piece line(String text) {
    return new Line(text);
  }

  static Nest nest(String head, List<Piece> body) {
    return new Nest(head, body, "}");
  }

  static Nest nest(String head, List<Piece> body, String tail) {
    return new Nest(head, body, tail);
  }

  static List<Piece> lines(String... texts) {
    List<Piece> pieces = new ArrayList<>();
    for (String text : texts) {
      pieces.add(new Line(text));
    }
    return pieces;
  }

  /// The source text.
  static String render(List<Piece> program) {
    StringBuilder out = new StringBuilder();
    render(program, "", out);
    return out.toString();
  }

  private static void render(List<Piece> pieces, String indent, StringBuilder out) {
    for (Piece piece : pieces) {
      switch (piece) {
        case Line(String text) -> out.append(indent).append(text).append('\n');
        case Nest(String head, var body, String tail) -> {
          if (!head.isEmpty()) {
            out.append(indent).append(head).append('\n');
          }
          render(body, indent + "  ", out);
          out.append(indent).append(tail).append('\n');
        }
      }
    }
  }

  /// How many lines, the ends of nests not counted.
  static int size(List<Piece> pieces) {
    int size = 0;
    for (Piece piece : pieces) {
      size += piece instanceof Nest nest ? 1 + size(nest.body()) : 1;
    }
    return size;
  }
}
