package arenad.lifetime;

/// A set of longs that are not zero, by open addressing.
final class LongSet {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long[] table = new long[64];
  private int size;

  /// Returns whether the value is new.
  boolean add(long value) {
    int slot = slotOf(value);
    if (table[slot] == value) {
      return false;
    }
    table[slot] = value;
    if (++size * 2 > table.length) {
      grow();
    }
    return true;
  }

  private int slotOf(long value) {
    int mask = table.length - 1;
    int slot = (int) (value * GOLDEN >>> 40) & mask;
    while (table[slot] != 0 && table[slot] != value) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] old = table;
    table = new long[old.length * 2];
    for (long value : old) {
      if (value != 0) {
        table[slotOf(value)] = value;
      }
    }
  }
}
