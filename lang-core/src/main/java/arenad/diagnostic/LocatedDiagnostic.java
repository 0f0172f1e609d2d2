package arenad.diagnostic;

import arenad.text.SourceText;
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
      edits.add(located(edit, place));
    }
    return new LocatedFix(fix.title(), edits);
  }

  private static LocatedEdit located(Edit edit, Located place) {
    SourceText text = place.text();
    String indent = indent(text, place.start());
    return switch (edit) {
      case Edit.Replace(_, String with) -> new LocatedEdit(place, with);
      case Edit.InsertBefore(_, String with) -> insertion(place, place.start(), with);
      case Edit.InsertAfter(_, String with) -> insertion(place, place.end(), with);
      case Edit.InsertLineAfter(_, String with) -> {
        int lineEnd = text.lineEnd(text.lineOf(Math.max(place.start(), place.end() - 1)));
        yield insertion(place, lineEnd, "\n" + indent + with);
      }
      case Edit.InsertLineBefore(_, String with) -> {
        int lineStart = text.lineStart(text.lineOf(place.start()));
        yield insertion(place, lineStart, indent + with + "\n");
      }
    };
  }

  private static LocatedEdit insertion(Located near, int offset, String with) {
    return new LocatedEdit(new Located(near.file(), near.text(), offset, offset), with);
  }

  private static String indent(SourceText text, int offset) {
    String line = text.line(text.lineOf(offset));
    int spaces = 0;
    while (spaces < line.length() && (line.charAt(spaces) == ' ' || line.charAt(spaces) == '\t')) {
      spaces++;
    }
    return line.substring(0, spaces);
  }
}
