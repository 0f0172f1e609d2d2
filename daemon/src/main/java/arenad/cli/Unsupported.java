package arenad.cli;

/// What is said of commands that this version does not have.
final class Unsupported {
  static final String SEE = "type `arenad --help` for what there is";

  private Unsupported() {}
}
