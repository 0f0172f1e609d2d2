package arenad.oracle;

/// Memory that handles own: one handle, or a counted number.
final class OwnedBlock {

  private final SimulatedArena arena;
  private final Datum.Reference content;
  private final boolean counted;
  private final Home home;
  private int strong = 1;
  private int weak;

  OwnedBlock(SimulatedArena arena, Datum.Reference content, boolean counted) {
    this.arena = arena;
    this.content = content;
    this.counted = counted;
    home = arena.generation();
  }

  SimulatedArena arena() {
    return arena;
  }

  Datum.Reference content() {
    return content;
  }

  Home home() {
    return home;
  }

  int count() {
    return strong;
  }

  void retain(boolean weakly) {
    if (!counted || strong == 0 && !weakly) {
      throw new SimulatedMemory.Violation(
          MemoryTrap.Kind.USE_AFTER_FREE, "a handle is copied that cannot be");
    }
    if (weakly) {
      weak++;
    } else {
      strong++;
    }
  }

  /// Whether that was the last handle of the content.
  boolean release(boolean weakly) {
    if ((weakly ? weak : strong) == 0) {
      throw new SimulatedMemory.Violation(
          MemoryTrap.Kind.DOUBLE_FREE, "a handle is dropped a second time");
    }
    if (weakly) {
      weak--;
      return false;
    }
    return --strong == 0;
  }
}
