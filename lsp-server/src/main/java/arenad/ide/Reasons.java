package arenad.ide;

import arenad.diagnostic.Located;
import arenad.diagnostic.LocatedDiagnostic;
import arenad.incremental.Places;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The chain of reasons of a diagnostic at the cursor, as text: many editors keep the related places of
/// a diagnostic to themselves.
///
/// @param end exclusive
record Reasons(String markdown, int start, int end) {

  /// Of the smallest diagnostic there that has a chain; null where there is none.
  static @Nullable Reasons at(FileView file, int offset) {
    LocatedDiagnostic best = null;
    for (LocatedDiagnostic each :
        new Places(file.snapshot()).sorted(file.snapshot().diagnostics(file.path()))) {
      boolean here = each.primary().start() <= offset && offset <= each.primary().end();
      if (here && !each.related().isEmpty() && (best == null || length(each) < length(best))) {
        best = each;
      }
    }
    return best == null
        ? null
        : new Reasons(markdown(file, best), best.primary().start(), best.primary().end());
  }

  private static int length(LocatedDiagnostic diagnostic) {
    return diagnostic.primary().end() - diagnostic.primary().start();
  }

  private static String markdown(FileView file, LocatedDiagnostic diagnostic) {
    StringBuilder text = new StringBuilder("Why ").append(diagnostic.code()).append(":\n");
    List<LocatedDiagnostic.Step> steps = diagnostic.related();
    for (int i = 0; i < steps.size(); i++) {
      LocatedDiagnostic.Step step = steps.get(i);
      text.append('\n').append(i + 1).append(". ").append(place(file, step.place())).append(": ");
      text.append(step.message());
    }
    return text.toString();
  }

  private static String place(FileView file, Located place) {
    String line = "line " + (place.from().line() + 1);
    return place.file().equals(file.path()) ? line : place.file() + ", " + line;
  }
}
