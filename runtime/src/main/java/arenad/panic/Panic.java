package arenad.panic;

/// The end of an Arena program: thrown where it goes wrong, caught by the launcher alone.
///
/// An error, so that no code of ours that handles exceptions can swallow it.
public final class Panic extends Error {
  private static final long serialVersionUID = 1L;

  /// A panic here and now.
  ///
  /// @param message what the user reads behind `panic: `
  public Panic(String message) {
    super(message, null, false, true);
  }
}
