package arenad.elaborate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Note;
import arenad.diagnostic.Place;
import arenad.diagnostic.Related;
import arenad.parse.Parsed;
import arenad.text.LineColumn;
import arenad.typed.TypedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Checks programs as text.
final class Programs {
  private Programs() {}

  /// Checks that a program draws exactly the diagnostics that comments of it say, each below its
  /// line:
  ///
  /// ```
  ///   let x: i32 = "a";
  ///   //           ^^^ error E0201: this is a `String`, but `i32` is expected
  /// ```
  ///
  /// Where the place begins too far left for that, its columns stand for the carets: `//0-3 error
  /// ...`.
  ///
  /// Modules other than `main` come first, each below a line `//// name`, the last is `//// main`.
  static void check(String marked) {
    assertEquals(marked, remarked(marked));
  }

  /// The program with the comments that it ought to have.
  static String remarked(String marked) {
    String source = unmarked(marked);
    int main = source.lastIndexOf("//// main\n");
    int start = main < 0 ? 0 : main + "//// main\n".length();
    Workbench program = new Workbench();
    for (String module : source.substring(0, Math.max(main, 0)).split("(?m)^//// ")) {
      int end = module.indexOf('\n');
      if (end > 0) {
        program.with(module.substring(0, end), module.substring(end + 1));
      }
    }
    program.with("main", source.substring(start));
    return source.substring(0, start) + marked(program, source.substring(start));
  }

  /// Checks the typed form of a program without mistakes.
  static void checkTyped(String source, String expected) {
    Workbench program = Workbench.of(source);
    assertEquals(source, marked(program, source));
    StringBuilder text = new StringBuilder();
    program.functions().forEach(function -> text.append(TypedText.of(function)));
    assertEquals(expected, text.toString());
  }

  /// Checks the typed form of the body of a function, after the declarations in `head`.
  static void checkBody(String head, String body, String expected) {
    String source = head + "main(): void => {\n" + body.indent(2) + "}\n";
    Workbench program = Workbench.of(source);
    assertEquals(source, marked(program, source));
    String text = TypedText.of(program.function("main"));
    assertEquals(expected, text.substring(text.indexOf('\n') + 1).indent(-2));
  }

  /// The one diagnostic of a program with what belongs to it: related places, notes.
  static void explain(String source, String expected) {
    Workbench program = Workbench.of(source);
    StringBuilder text = new StringBuilder();
    for (Diagnostic diagnostic : program.diagnostics()) {
      text.append(diagnostic.code()).append(": ").append(diagnostic.message()).append('\n');
      for (Related related : diagnostic.related()) {
        text.append("  `")
            .append(excerpt(program, related.place()))
            .append("`: ")
            .append(related.message())
            .append('\n');
      }
      for (Note note : diagnostic.notes()) {
        text.append("  ").append(note.text()).append('\n');
      }
    }
    assertEquals(expected, text.toString());
  }

  /// The text without its markers.
  static String unmarked(String marked) {
    StringBuilder text = new StringBuilder();
    marked.lines().filter(line -> !isMarker(line)).forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  private static boolean isMarker(String line) {
    return line.strip().matches("//\\s*(\\^+|\\d+-\\d+) (error|warning|hint) [A-Z]\\d{4}: .*");
  }

  private static String marked(Workbench program, String source) {
    Parsed parsed = program.parsed("main");
    Map<Integer, List<Diagnostic>> byLine = new TreeMap<>();
    for (Diagnostic diagnostic : program.diagnostics()) {
      int line = position(program, diagnostic.primary()).line();
      byLine.computeIfAbsent(line, _ -> new ArrayList<>()).add(diagnostic);
    }
    StringBuilder text = new StringBuilder();
    List<String> lines = source.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      text.append(lines.get(i)).append('\n');
      for (Diagnostic diagnostic : sorted(program, byLine.remove(i))) {
        text.append(marker(program, parsed, diagnostic)).append('\n');
      }
    }
    byLine.values().forEach(rest -> rest.forEach(one -> text.append(one).append('\n')));
    return text.toString();
  }

  private static List<Diagnostic> sorted(
      Workbench program, @org.jspecify.annotations.Nullable List<Diagnostic> diagnostics) {
    return diagnostics == null
        ? List.of()
        : diagnostics.stream()
            .sorted(Comparator.comparing(one -> position(program, one.primary()).column()))
            .toList();
  }

  private static String marker(Workbench program, Parsed parsed, Diagnostic diagnostic) {
    LineColumn start = position(program, diagnostic.primary());
    int startOffset = offsets(program, diagnostic.primary())[0];
    int endOffset = offsets(program, diagnostic.primary())[1];
    int lineEnd = parsed.text().lineEnd(start.line());
    int width = Math.max(1, Math.min(endOffset, lineEnd) - startOffset);
    String place =
        start.column() < 2
            ? "//" + start.column() + "-" + (start.column() + width)
            : "//" + " ".repeat(start.column() - 2) + "^".repeat(width);
    String indented = indented(place, start.column(), width);
    return indented
        + " "
        + diagnostic.severity().word()
        + " "
        + diagnostic.code()
        + ": "
        + diagnostic.message();
  }

  /// Puts the slashes under the beginning of the line where there is room.
  private static String indented(String place, int column, int width) {
    int indent = Math.min(column - 2, 2);
    return column < 4
        ? place
        : " ".repeat(indent) + "//" + " ".repeat(column - 2 - indent) + "^".repeat(width);
  }

  private static LineColumn position(Workbench program, Place place) {
    return program.parsed("main").text().position(offsets(program, place)[0]);
  }

  private static String excerpt(Workbench program, Place place) {
    int[] offsets = offsets(program, place);
    return program.parsed(moduleOf(place)).text().substring(offsets[0], offsets[1]);
  }

  private static String moduleOf(Place place) {
    return switch (place) {
      case Place.InSymbol(var symbol, var _) -> symbol.module();
      case Place.InModule(String module, int _, int _) -> module;
      case Place.InFile _ -> throw new IllegalArgumentException("in a file: " + place);
    };
  }

  private static int[] offsets(Workbench program, Place place) {
    return switch (place) {
      case Place.InSymbol(var symbol, var span) -> {
        var positions = program.parsed(symbol.module()).positions(symbol);
        yield new int[] {positions.start(span), positions.end(span)};
      }
      case Place.InModule(String _, int start, int end) -> new int[] {start, end};
      case Place.InFile _ -> throw new IllegalArgumentException("in a file: " + place);
    };
  }
}
