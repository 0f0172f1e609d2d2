package arenad.trace;

/// Where a process that nobody watches says what happened.
@FunctionalInterface
public interface Log {
  /// One line, without its end.
  void line(String text);

  /// With the cause's own description, on the same line.
  default void line(String text, Throwable cause) {
    line(text + ": " + cause);
  }

  static Log none() {
    return _ -> {};
  }
}
