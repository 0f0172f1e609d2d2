package arenad.trace;

/// What happened when, for a picture of a run.
public interface Trace {

  /// Begins a stretch of time that ends with [Span#close], on this thread.
  ///
  /// @param name what is done
  /// @param subject what it is done to
  Span begin(String name, String subject);

  /// A stretch of time.
  @FunctionalInterface
  interface Span extends AutoCloseable {
    @Override
    void close();
  }

  /// Keeps nothing.
  static Trace none() {
    return (_, _) -> () -> {};
  }
}
