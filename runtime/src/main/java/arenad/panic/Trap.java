package arenad.panic;

import java.util.List;

/// The end of a checked program that did to memory what the compiler should have refused. Like a panic, but the fault is the
/// compiler's.
public final class Trap extends Error {
  private static final long serialVersionUID = 1L;

  private final transient List<Account> accounts;

  /// Where something happened to the memory before.
  ///
  /// @param event `made`, `ended`
  /// @param frames Arena frames, innermost first
  public record Account(String event, List<StackTraceElement> frames) {
    public Account {
      frames = List.copyOf(frames);
    }
  }

  public Trap(String message, List<Account> accounts) {
    super(message, null, false, true);
    this.accounts = List.copyOf(accounts);
  }

  public List<Account> accounts() {
    return accounts;
  }
}
