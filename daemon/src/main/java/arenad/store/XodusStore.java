package arenad.store;

import arenad.trace.Log;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import jetbrains.exodus.ArrayByteIterable;
import jetbrains.exodus.ByteIterable;
import jetbrains.exodus.ExodusException;
import jetbrains.exodus.bindings.LongBinding;
import jetbrains.exodus.env.Cursor;
import jetbrains.exodus.env.Environment;
import jetbrains.exodus.env.EnvironmentConfig;
import jetbrains.exodus.env.Environments;
import jetbrains.exodus.env.Store;
import jetbrains.exodus.env.StoreConfig;
import jetbrains.exodus.env.Transaction;
import org.jspecify.annotations.Nullable;

/// Records in a Xodus environment. What is written stays in memory until [#flush] commits it in one
/// synced transaction, so that the daemon answers first and pays for the disk later.
///
/// A record carries the CRC-32C of its table, key and bytes. One that does not match is removed and
/// counts as never written. When the library itself fails, [#isBroken] becomes true, reads find
/// nothing more and writes go nowhere; whoever owns the folder then sets it aside.
public final class XodusStore implements RecordStore {
  /// Bytes of Xodus' page cache. Its own default is half of the heap.
  private static final long PAGE_CACHE = 32L << 20;

  private static final byte[] REMOVED = new byte[0];
  private static final int CRC_BYTES = 4;

  private final Environment environment;
  private final Log log;
  private final Map<Table, Store> stores = new EnumMap<>(Table.class);
  private final Map<Table, TreeMap<Long, byte[]>> pending = new EnumMap<>(Table.class);
  private final Map<Table, Long> lastKeys = new EnumMap<>(Table.class);
  private volatile boolean broken;
  private boolean closed;

  private XodusStore(Environment environment, Log log) {
    this.environment = environment;
    this.log = log;
    environment.executeInTransaction(
        transaction -> {
          for (Table table : Table.values()) {
            stores.put(
                table,
                environment.openStore(table.name(), StoreConfig.WITHOUT_DUPLICATES, transaction));
          }
        });
    environment.executeInReadonlyTransaction(
        transaction -> {
          for (Table table : Table.values()) {
            pending.put(table, new TreeMap<>());
            lastKeys.put(table, lastKey(store(table), transaction));
          }
        });
  }

  /// Opens or creates a store in `folder`, which belongs to this process.
  ///
  /// @throws DamagedStore when what lies there cannot be opened
  static XodusStore open(Path folder, Log log) throws DamagedStore {
    try {
      return new XodusStore(Environments.newInstance(folder.toFile(), settings()), log);
    } catch (RuntimeException | LinkageError | AssertionError wrong) {
      throw new DamagedStore(wrong);
    }
  }

  private static EnvironmentConfig settings() {
    return new EnvironmentConfig()
        .setMemoryUsage(PAGE_CACHE)
        .setLogCacheShared(false)
        .setLogDurableWrite(true)
        .setLogLockTimeout(0)
        .setLogAllowRamDisk(true)
        .setLogAllowRemovable(true)
        .setLogFileSize(4096)
        .setEnvCloseForcedly(true)
        .setEnvGatherStatistics(false)
        .setManagementEnabled(false)
        .setGcStartIn(60_000)
        .setGcRunPeriod(30_000)
        .setGcMinUtilization(40);
  }

  private static long lastKey(Store store, Transaction transaction) {
    try (Cursor cursor = store.openCursor(transaction)) {
      return cursor.getLast() ? LongBinding.entryToLong(cursor.getKey()) : 0;
    }
  }

  private Store store(Table table) {
    return present(stores.get(table));
  }

  private TreeMap<Long, byte[]> pending(Table table) {
    return present(pending.get(table));
  }

  private static <T> T present(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("a table that was not opened");
    }
    return value;
  }

  @Override
  public synchronized long append(Table table, byte[] bytes) {
    long key = present(lastKeys.get(table)) + 1;
    put(table, key, bytes);
    return key;
  }

  @Override
  public synchronized void put(Table table, long key, byte[] bytes) {
    lastKeys.merge(table, key, Math::max);
    pending(table).put(key, sealed(table, key, bytes));
  }

  @Override
  public synchronized void remove(Table table, long key) {
    pending(table).put(key, REMOVED);
  }

  @Override
  public byte @Nullable [] get(Table table, long key) {
    byte[] stored;
    synchronized (this) {
      stored = pending(table).get(key);
    }
    if (stored == null && !broken) {
      stored = read(table, key);
    }
    return stored == null || stored == REMOVED ? null : opened(table, key, stored);
  }

  private byte @Nullable [] read(Table table, long key) {
    try {
      return environment.computeInReadonlyTransaction(
          transaction -> {
            ByteIterable value = store(table).get(transaction, LongBinding.longToEntry(key));
            return value == null ? null : bytes(value);
          });
    } catch (RuntimeException | AssertionError failure) {
      breakDown(failure);
      return null;
    }
  }

  @Override
  public void scan(Table table, Visitor visitor) {
    TreeMap<Long, byte[]> newer;
    synchronized (this) {
      newer = new TreeMap<>(pending(table));
    }
    TreeMap<Long, byte[]> all = new TreeMap<>();
    if (!broken) {
      try {
        environment.executeInReadonlyTransaction(
            transaction -> {
              try (Cursor cursor = store(table).openCursor(transaction)) {
                while (cursor.getNext()) {
                  all.put(LongBinding.entryToLong(cursor.getKey()), bytes(cursor.getValue()));
                }
              }
            });
      } catch (RuntimeException | AssertionError failure) {
        breakDown(failure);
      }
    }
    all.putAll(newer);
    all.forEach(
        (key, stored) -> {
          byte[] bytes = stored == REMOVED ? null : opened(table, key, stored);
          if (bytes != null) {
            visitor.record(key, bytes);
          }
        });
  }

  @Override
  public void flush() {
    Map<Table, TreeMap<Long, byte[]>> batch = new EnumMap<>(Table.class);
    synchronized (this) {
      if (broken || closed || pending.values().stream().allMatch(TreeMap::isEmpty)) {
        return;
      }
      pending.forEach((table, records) -> batch.put(table, new TreeMap<>(records)));
    }
    try {
      environment.executeInExclusiveTransaction(transaction -> write(batch, transaction));
    } catch (RuntimeException | AssertionError failure) {
      breakDown(failure);
      return;
    }
    synchronized (this) {
      batch.forEach(
          (table, written) -> written.forEach((key, stored) -> pending(table).remove(key, stored)));
    }
  }

  private void write(Map<Table, TreeMap<Long, byte[]>> batch, Transaction transaction) {
    batch.forEach(
        (table, records) ->
            records.forEach(
                (key, stored) -> {
                  if (stored == REMOVED) {
                    store(table).delete(transaction, LongBinding.longToEntry(key));
                  } else {
                    store(table)
                        .put(
                            transaction,
                            LongBinding.longToEntry(key),
                            new ArrayByteIterable(stored));
                  }
                }));
  }

  @Override
  public long size() {
    java.io.File[] files = new java.io.File(environment.getLocation()).listFiles();
    return files == null ? 0 : Arrays.stream(files).mapToLong(java.io.File::length).sum();
  }

  @Override
  public boolean isPersistent() {
    return true;
  }

  /// Whether the library has failed: the folder is to be set aside.
  public boolean isBroken() {
    return broken;
  }

  @Override
  public void close() {
    flush();
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    try {
      environment.close();
    } catch (RuntimeException | AssertionError failure) {
      log.line("cache: could not be closed in order", failure);
    }
  }

  private void breakDown(Throwable failure) {
    if (!broken) {
      broken = true;
      log.line("cache: damaged; this process goes on without it", failure);
    }
  }

  private static byte[] bytes(ByteIterable value) {
    return Arrays.copyOf(value.getBytesUnsafe(), value.getLength());
  }

  private static byte[] sealed(Table table, long key, byte[] bytes) {
    return ByteBuffer.allocate(CRC_BYTES + bytes.length)
        .putInt(crc(table, key, bytes, 0))
        .put(bytes)
        .array();
  }

  private byte @Nullable [] opened(Table table, long key, byte[] stored) {
    if (stored.length < CRC_BYTES
        || ByteBuffer.wrap(stored).getInt() != crc(table, key, stored, CRC_BYTES)) {
      log.line("cache: record " + key + " of " + table + " is damaged and was dropped");
      remove(table, key);
      return null;
    }
    return Arrays.copyOfRange(stored, CRC_BYTES, stored.length);
  }

  private static int crc(Table table, long key, byte[] bytes, int from) {
    CRC32C crc = new CRC32C();
    crc.update(ByteBuffer.allocate(12).putInt(table.ordinal()).putLong(key).flip());
    crc.update(bytes, from, bytes.length - from);
    return (int) crc.getValue();
  }

  /// What lies in the folder is no store that this build can open.
  static final class DamagedStore extends Exception {
    private static final long serialVersionUID = 1;

    DamagedStore(Throwable cause) {
      super(cause instanceof ExodusException ? cause.getMessage() : cause.toString(), cause);
    }
  }
}
