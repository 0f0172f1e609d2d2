package arenad.memory;

import static arenad.memory.Memory.i64;
import static arenad.memory.Memory.putI64;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/// The labels of regions, FNV-1a of 64 bits of a name, and what is counted under each over the whole program.
///
/// A label has a record of 64 bytes off the heap, which stays for good: the sums of the regions that have ended, and the list of those
/// that live. A word of it is a lock; it is taken when a region begins and ends, never when something is allocated.
final class Labels {
  private static final long SIZE = 64;
  static final long KEY = 0;
  private static final long LOCK = 8;
  static final long FIRST = 16;
  static final long ALLOCATIONS = 24;
  static final long BYTES = 32;
  static final long FREED = 40;

  /// Regions that began.
  static final long REGIONS = 48;

  private static final ConcurrentMap<Long, String> NAMES = new ConcurrentHashMap<>();

  /// Records by their keys, with open addressing; never more than half full.
  private static volatile long[] records = new long[64];

  private static int count;

  private Labels() {}

  /// The number that stands for a name: FNV-1a (Fowler, Noll, Vo; draft-eastlake-fnv), 64 bits.
  static long keyOf(long address, int length) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < length; i++) {
      hash = (hash ^ Memory.u8(address + i)) * 0x100000001b3L;
    }
    return hash;
  }

  /// Says what a label is called, for reports.
  static void name(long key, String name) {
    NAMES.putIfAbsent(key, name);
  }

  static @Nullable String nameOf(long key) {
    return NAMES.get(key);
  }

  /// The record of a label, made when there is none.
  static long record(long key) {
    long record = find(records, key);
    return record != 0 ? record : added(key);
  }

  /// The record of a label, or 0.
  static long find(long key) {
    return find(records, key);
  }

  private static long find(long[] table, long key) {
    int mask = table.length - 1;
    for (int i = first(key, mask); ; i = i + 1 & mask) {
      long record = table[i];
      if (record == 0 || i64(record + KEY) == key) {
        return record;
      }
    }
  }

  private static int first(long key, int mask) {
    return (int) (key ^ key >>> 32) & mask;
  }

  private static synchronized long added(long key) {
    long known = find(records, key);
    if (known != 0) {
      return known;
    }
    long record = Memory.allocate(SIZE);
    Memory.fill(record, SIZE, 0);
    putI64(record + KEY, key);
    long[] table = new long[++count * 2 > records.length ? 2 * records.length : records.length];
    for (long other : records) {
      if (other != 0) {
        put(table, other);
      }
    }
    put(table, record);
    records = table;
    return record;
  }

  private static void put(long[] table, long record) {
    int mask = table.length - 1;
    int i = first(i64(record + KEY), mask);
    while (table[i] != 0) {
      i = i + 1 & mask;
    }
    table[i] = record;
  }

  /// All records, in no order.
  static long[] all() {
    return Arrays.stream(records).filter(record -> record != 0).toArray();
  }

  /// Keeps the other threads off a record; for a few instructions.
  static void lock(long record) {
    while (!Memory.replaceI32(record + LOCK, 0, 1)) {
      Thread.onSpinWait();
    }
  }

  static void unlock(long record) {
    Memory.publishI32(record + LOCK, 0);
  }
}
