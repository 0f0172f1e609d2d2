package arenad.ide;

import arenad.diagnostic.LocatedDiagnostic;
import arenad.incremental.Places;
import java.util.List;

/// The diagnostics that can be mended where the cursor or the selection is.
public final class Mendable {
  private Mendable() {}

  /// Those of the file that touch a range and bring a fix, in the order of the file.
  ///
  /// @param end exclusive; the same as `start` for a cursor
  public static List<LocatedDiagnostic> at(FileView file, int start, int end) {
    return new Places(file.snapshot())
        .sorted(file.snapshot().diagnostics(file.path())).stream()
            .filter(each -> each.primary().start() <= end && start <= each.primary().end())
            .filter(each -> !each.fixes().isEmpty())
            .toList();
  }
}
