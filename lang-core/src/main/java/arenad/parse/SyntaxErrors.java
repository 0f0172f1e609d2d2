package arenad.parse;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// The mistakes found in one text, while it is read.
final class SyntaxErrors {
  private final String module;
  private final List<Diagnostic> found = new ArrayList<>();
  private final TreeMap<Integer, Diagnostic> lexical = new TreeMap<>();

  SyntaxErrors(String module) {
    this.module = module;
  }

  void add(Code code, int start, int end, String message) {
    add(Diagnostic.of(code, place(start, end), message));
  }

  void add(Diagnostic diagnostic) {
    found.add(diagnostic);
  }

  Place place(int start, int end) {
    return new Place.InModule(module, start, end);
  }

  int count() {
    return found.size();
  }

  /// How many mistakes of the lexer are in `text[start, end)`. It must have finished.
  int among(int start, int end) {
    return lexical.subMap(start, Math.max(start, end)).size();
  }

  /// Says that all mistakes so far are the lexer's.
  void lexed() {
    found.forEach(mistake -> lexical.put(start(mistake), mistake));
  }

  /// Takes back all but the first `count`.
  void backTo(int count) {
    found.subList(count, found.size()).clear();
  }

  /// All of them, in the order of the text.
  List<Diagnostic> inOrder() {
    return found.stream().sorted(Comparator.comparingInt(SyntaxErrors::start)).toList();
  }

  static int start(Diagnostic diagnostic) {
    return switch (diagnostic.primary()) {
      case Place.InModule(_, int start, _) -> start;
      case Place.InFile(_, int start, _) -> start;
      case Place.InSymbol(_, var span) -> span.first();
    };
  }
}
