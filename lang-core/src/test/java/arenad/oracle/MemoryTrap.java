package arenad.oracle;

import arenad.text.Span;

/// The program did to memory what an accepted program never does.
public final class MemoryTrap extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// What was done.
  public enum Kind {
    /// Read, wrote, allocated in or passed on what is dead.
    USE_AFTER_FREE,
    /// Freed what was freed, or by hand what its block frees.
    DOUBLE_FREE,
    /// Returned what died with the call.
    DEAD_RESULT,
    /// Stored something shorter-lived in something longer-lived.
    WRITE_LAW,
    /// Ended while something was owned that nobody had dropped.
    LEAK,
    /// Took a nullable for not null that was null, or a union for a variant that it did not hold: a
    /// narrowing did not hold.
    FALSE_NARROWING
  }

  private final Kind kind;
  private final String function;
  private final transient Span span;

  MemoryTrap(Kind kind, String message, String function, Span span) {
    super(kind + ": " + message + " in " + function + " at tokens " + span, null, false, false);
    this.kind = kind;
    this.function = function;
    this.span = span;
  }

  public Kind kind() {
    return kind;
  }

  public String function() {
    return function;
  }

  public Span span() {
    return span;
  }
}
