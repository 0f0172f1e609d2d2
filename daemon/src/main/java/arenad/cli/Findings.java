package arenad.cli;

import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.LocatedDiagnostic;
import arenad.diagnostic.Severity;
import arenad.incremental.Places;
import arenad.incremental.Snapshot;
import arenad.text.SourceText;
import arenad.workspace.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What is wrong, in the order in which it is told. Hints are for editors and not among it.
///
/// @param found as the language says it, for adding more
record Findings(List<LocatedDiagnostic> diagnostics, List<Diagnostic> found, Places places) {

  /// @param path of the one file that is meant; null for all
  /// @param display what files are called in the output
  static Findings of(
      Snapshot snapshot, @Nullable String path, Target target, UnaryOperator<String> display) {
    Places places = new Places(snapshot, display).with(Project.FILE, projectFile(target));
    List<Diagnostic> all = new ArrayList<>();
    if (path == null) {
      all.addAll(snapshot.project().mistakes());
      snapshot.paths().forEach(each -> all.addAll(snapshot.diagnostics(each)));
    } else {
      all.addAll(snapshot.diagnostics(path));
    }
    all.removeIf(each -> each.severity() == Severity.HINT);
    return new Findings(places.sorted(all), List.copyOf(all), places);
  }

  /// The same with more.
  Findings with(List<Diagnostic> more) {
    List<Diagnostic> all = new ArrayList<>(more);
    all.addAll(found);
    return new Findings(places.sorted(all), List.copyOf(all), places);
  }

  boolean hasErrors() {
    return errors() > 0;
  }

  int errors() {
    return (int) diagnostics.stream().filter(each -> each.severity() == Severity.ERROR).count();
  }

  int warnings() {
    return (int) diagnostics.stream().filter(each -> each.severity() == Severity.WARNING).count();
  }

  private static SourceText projectFile(Target target) {
    try {
      return SourceText.of(Files.readAllBytes(target.addresses().root().resolve(Project.FILE)));
    } catch (IOException none) {
      return SourceText.of("");
    }
  }
}
