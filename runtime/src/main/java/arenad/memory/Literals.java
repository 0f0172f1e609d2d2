package arenad.memory;

/// Memory that lives as long as the process: string literals, constants, tables. All threads share it; it is written by class
/// initialisers only.
public final class Literals {
  private static final Context OWNER = new Context();
  private static final long ARENA = arena();

  private Literals() {}

  private static long arena() {
    long arena = Arenas.newRoot(OWNER);
    Memory.putI32(arena + ControlBlock.STATE, ControlBlock.STATIC);
    return arena;
  }

  /// Memory for constants, aligned to 8, cleared.
  public static synchronized long allocate(long bytes) {
    return Arenas.allocZeroed(OWNER, ARENA, Math.max(bytes + 7 & -8, 8));
  }

  /// Writes each char, 0 to 255, as one byte.
  ///
  /// @return the address behind the last one
  public static long store(long address, String chars) {
    int length = chars.length();
    for (int i = 0; i < length; i++) {
      Memory.putI8(address + i, chars.charAt(i));
    }
    return address + length;
  }
}
