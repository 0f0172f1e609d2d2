package arenad.region;

import arenad.memory.Memory;
import arenad.panic.Panic;

/// Memory from the system, at multiples of any alignment.
final class SystemMemory {
  private SystemMemory() {}

  /// Bytes, or 0 when the system refuses.
  static long allocate(long bytes) {
    try {
      return Memory.allocate(bytes);
    } catch (Panic refused) {
      return 0;
    }
  }

  /// Memory for a layout, or 0 when the system refuses. The word before it says what the system gave.
  static long allocate(Layout layout) {
    long raw = allocate(layout.size() + layout.grain() + Long.BYTES);
    if (raw == 0) {
      return 0;
    }
    long address = raw + Long.BYTES + layout.grain() - 1 & -layout.grain();
    Memory.putI64(address - Long.BYTES, raw);
    return address;
  }

  /// Gives back what the other method gave.
  static void release(long address) {
    Memory.release(Memory.i64(address - Long.BYTES));
  }
}
