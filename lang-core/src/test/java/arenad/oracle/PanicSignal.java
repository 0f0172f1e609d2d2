package arenad.oracle;

/// Ends the run as a panic does.
final class PanicSignal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PanicSignal(String message) {
    super(message, null, false, false);
  }
}
