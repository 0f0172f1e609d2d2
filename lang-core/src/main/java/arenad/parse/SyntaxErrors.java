package arenad.parse;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The mistakes found in one text, while it is read.
final class SyntaxErrors {
  private final String module;
  private final List<Diagnostic> found = new ArrayList<>();

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
