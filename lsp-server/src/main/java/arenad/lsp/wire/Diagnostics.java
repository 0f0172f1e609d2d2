package arenad.lsp.wire;

import arenad.diagnostic.Located;
import arenad.diagnostic.LocatedDiagnostic;
import arenad.diagnostic.Note;
import arenad.diagnostic.Severity;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Range;

/// Diagnostics as editors show them. The message is plain text, for not every client renders marked-up
/// ones; what the terminal shows below the source follows it on lines of its own.
public final class Diagnostics {
  private static final String SOURCE = "arenad";

  private Diagnostics() {}

  /// @param uri of a file, by its path as the diagnostic has it
  public static Diagnostic of(LocatedDiagnostic diagnostic, UnaryOperator<String> uri) {
    Diagnostic made =
        new Diagnostic(
            range(diagnostic.primary()),
            message(diagnostic),
            severity(diagnostic.severity()),
            SOURCE,
            diagnostic.code().name());
    made.setRelatedInformation(
        diagnostic.related().stream()
            .map(
                step ->
                    new DiagnosticRelatedInformation(location(step.place(), uri), step.message()))
            .toList());
    return made;
  }

  private static String message(LocatedDiagnostic diagnostic) {
    StringBuilder message = new StringBuilder(diagnostic.message());
    if (!diagnostic.label().isEmpty() && !diagnostic.message().contains(diagnostic.label())) {
      message.append('\n').append(diagnostic.label());
    }
    List<Note> notes = diagnostic.notes();
    for (Note note : notes) {
      message
          .append('\n')
          .append(note.kind() == Note.Kind.HELP ? "help: " : "note: ")
          .append(note.text());
    }
    return message.toString();
  }

  private static Location location(Located place, UnaryOperator<String> uri) {
    return new Location(uri.apply(place.file()), range(place));
  }

  private static Range range(Located place) {
    return Places.range(place.text(), place.start(), place.end());
  }

  private static DiagnosticSeverity severity(Severity severity) {
    return switch (severity) {
      case ERROR -> DiagnosticSeverity.Error;
      case WARNING -> DiagnosticSeverity.Warning;
      case INFO -> DiagnosticSeverity.Information;
      case HINT -> DiagnosticSeverity.Hint;
    };
  }
}
