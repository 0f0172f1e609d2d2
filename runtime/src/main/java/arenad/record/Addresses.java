package arenad.record;

/// A map from addresses to numbers: open addressing, no objects.
final class Addresses {
  private static final int NONE = 0;
  private long[] keys = new long[1024];
  private long[] values = new long[1024];
  private int size;

  /// @return -1 if there is none
  long get(long address) {
    int at = slot(address);
    return keys[at] == NONE ? -1 : values[at];
  }

  void put(long address, long value) {
    int at = slot(address);
    if (keys[at] == NONE && ++size > keys.length / 2) {
      grow();
      at = slot(address);
    }
    keys[at] = address;
    values[at] = value;
  }

  /// @return what was there, -1 if nothing was
  long remove(long address) {
    int hole = slot(address);
    if (keys[hole] == NONE) {
      return -1;
    }
    long value = values[hole];
    int mask = keys.length - 1;
    for (int at = hole + 1 & mask; keys[at] != NONE; at = at + 1 & mask) {
      int home = home(keys[at]);
      if ((at - home & mask) >= (at - hole & mask)) {
        keys[hole] = keys[at];
        values[hole] = values[at];
        hole = at;
      }
    }
    keys[hole] = NONE;
    size--;
    return value;
  }

  private int slot(long address) {
    int mask = keys.length - 1;
    int at = home(address);
    while (keys[at] != NONE && keys[at] != address) {
      at = at + 1 & mask;
    }
    return at;
  }

  private int home(long address) {
    long mixed = address * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32) & keys.length - 1;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldValues = values;
    keys = new long[2 * oldKeys.length];
    values = new long[2 * oldKeys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != NONE) {
        int at = slot(oldKeys[i]);
        keys[at] = oldKeys[i];
        values[at] = oldValues[i];
      }
    }
  }
}
