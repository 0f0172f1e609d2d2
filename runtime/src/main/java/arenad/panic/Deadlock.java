package arenad.panic;

import java.util.List;

/// The panic of a program in which every thread waits for a message.
public final class Deadlock extends Error {
  private static final long serialVersionUID = 1L;

  /// A thread that waits.
  ///
  /// @param function that it runs, as `module.name`
  /// @param channel the identifier of the channel
  /// @param stack what it does at present, the innermost frame first
  public record Waiting(String function, String channel, List<StackTraceElement> stack) {}

  private final transient List<Waiting> threads;

  /// A deadlock here and now.
  public Deadlock(List<Waiting> threads) {
    super("deadlock: every thread waits for a message", null, false, false);
    this.threads = List.copyOf(threads);
  }

  /// Who waits, in the order in which they were started.
  List<Waiting> threads() {
    return threads;
  }
}
