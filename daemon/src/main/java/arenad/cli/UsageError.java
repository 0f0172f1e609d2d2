package arenad.cli;

/// The command line asks for what cannot be: exit status 2. The message says what to type.
final class UsageError extends Exception {
  private static final long serialVersionUID = 1;

  UsageError(String message) {
    super(message, null, false, false);
  }
}
