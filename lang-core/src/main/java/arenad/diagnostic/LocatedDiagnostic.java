package arenad.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A diagnostic with its places found: what terminals, `--json` and editors show.
public record LocatedDiagnostic(
    Code code,
    Severity severity,
    String message,
    Located primary,
    String label,
    List<Step> related,
    List<Note> notes,
    List<LocatedFix> fixes) {

  /// By file, position, code and message: the order in which diagnostics are told.
  public static final Comparator<LocatedDiagnostic> ORDER =
      Comparator.comparing((LocatedDiagnostic each) -> each.primary.file())
          .thenComparing(each -> each.primary.start())
          .thenComparing(LocatedDiagnostic::code)
          .thenComparing(LocatedDiagnostic::message);

  public LocatedDiagnostic {
    related = List.copyOf(related);
    notes = List.copyOf(notes);
    fixes = List.copyOf(fixes);
  }

  /// A step of the chain of reasons.
  public record Step(Located place, String message) {}

  public record LocatedFix(String title, List<LocatedEdit> edits) {
    public LocatedFix {
      edits = List.copyOf(edits);
    }
  }

  /// The text of `place` becomes `newText`.
  public record LocatedEdit(Located place, String newText) {}

  /// Null when the place of the diagnostic itself is no more. Steps whose place is no more are left
  /// out, and so are fixes that would change such a place.
  public static @Nullable LocatedDiagnostic of(Diagnostic diagnostic, Locator locator) {
    Located primary = locator.locate(diagnostic.primary());
    if (primary == null) {
      return null;
    }
    List<Step> steps = new ArrayList<>();
    for (Related related : diagnostic.related()) {
      Located place = locator.locate(related.place());
      if (place != null) {
        steps.add(new Step(place, related.message()));
      }
    }
    List<LocatedFix> fixes = new ArrayList<>();
    for (Fix fix : diagnostic.fixes()) {
      LocatedFix located = located(fix, locator);
      if (located != null) {
        fixes.add(located);
      }
    }
    return new LocatedDiagnostic(
        diagnostic.code(),
        diagnostic.severity(),
        diagnostic.message(),
        primary,
        diagnostic.label(),
        steps,
        diagnostic.notes(),
        fixes);
  }

  private static @Nullable LocatedFix located(Fix fix, Locator locator) {
    List<LocatedEdit> edits = new ArrayList<>();
    for (Edit edit : fix.edits()) {
      Located place = locator.locate(edit.place());
      if (place == null) {
        return null;
      }
      edits.add(new LocatedEdits(place).of(edit));
    }
    return new LocatedFix(fix.title(), edits);
  }
}
