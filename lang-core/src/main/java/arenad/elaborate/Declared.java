package arenad.elaborate;

import arenad.diagnostic.Diagnostic;
import arenad.type.Declaration;
import java.util.List;

/// What became of a declaration: names resolved, constants evaluated. What is wrong is `UNKNOWN` in
/// it, and a diagnostic says why.
public record Declared(Declaration declaration, List<Diagnostic> diagnostics) {
  public Declared {
    diagnostics = List.copyOf(diagnostics);
  }
}
