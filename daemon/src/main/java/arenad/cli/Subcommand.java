package arenad.cli;

import java.util.List;

/// A command that another module brings, found by [java.util.ServiceLoader]. It runs in the client's
/// process, with its standard streams.
public interface Subcommand {

  /// `lsp`.
  String name();

  /// What it does, in one line of `--help`.
  String description();

  /// Does it.
  ///
  /// @param arguments what stands behind its name
  /// @return the exit status
  int run(List<String> arguments);
}
