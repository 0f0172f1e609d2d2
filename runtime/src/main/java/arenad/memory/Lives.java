package arenad.memory;

/// Tells a checked program of memory that ends and begins inside of what the system gave, which others than this room manage. A plain
/// program does nothing here.
public final class Lives {
  private Lives() {}

  /// A range is used no more: it is overwritten, and a touch of it is a trap.
  ///
  /// @param what `a block of a hot arena`
  /// @param how `that was reset`
  public static void end(long address, long bytes, String what, String how) {
    if (CheckedMode.on()) {
      Shadow.bury(address, bytes, Life.over(what, how));
    }
  }

  /// A range is used from now on.
  public static void begin(long address, long bytes) {
    if (CheckedMode.on()) {
      Shadow.enter(address, bytes, null);
    }
  }
}
