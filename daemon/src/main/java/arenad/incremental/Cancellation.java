package arenad.incremental;

/// Says whether somebody still wants an answer. Asked once per symbol.
public final class Cancellation {
  private volatile boolean cancelled;

  public void cancel() {
    cancelled = true;
  }

  public boolean isCancelled() {
    return cancelled;
  }

  /// @throws Cancelled when nobody wants the answer any more
  public void check() {
    if (cancelled) {
      throw new Cancelled();
    }
  }

  /// The end of work that nobody wants. Not an error: it carries no stack and is never logged.
  public static final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1;

    Cancelled() {
      super("cancelled", null, false, false);
    }
  }
}
