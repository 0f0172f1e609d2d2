package arenad.cli;

import arenad.daemon.BuildId;

/// What `--version` says.
final class Version {
  private static final String NUMBER = "0.1.0";

  private Version() {}

  static String line() {
    return "arenad " + NUMBER + " (build " + BuildId.current().hash().substring(0, 12) + ")";
  }
}
