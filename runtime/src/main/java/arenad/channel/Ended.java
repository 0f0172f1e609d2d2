package arenad.channel;

/// Ends a thread whose team has ended: nobody is told.
final class Ended extends Error {
  private static final long serialVersionUID = 1L;

  Ended() {
    super("the program has ended", null, false, false);
  }
}
