package arenad.diagnostic;

import java.util.Locale;

/// How much a diagnostic matters. Only errors make a program unfit to run.
public enum Severity {
  ERROR,
  WARNING,
  INFO,
  /// Shown in editors, not by `check`.
  HINT;

  /// The word of the terminal and of `--json`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
