package arenad.store;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A store for when the cache on disk belongs to another process: it forgets everything at its end.
public final class MemoryStore implements RecordStore {
  private final Map<Table, TreeMap<Long, byte[]>> tables = new EnumMap<>(Table.class);

  public MemoryStore() {
    for (Table table : Table.values()) {
      tables.put(table, new TreeMap<>());
    }
  }

  private TreeMap<Long, byte[]> of(Table table) {
    TreeMap<Long, byte[]> records = tables.get(table);
    if (records == null) {
      throw new IllegalStateException(table.name());
    }
    return records;
  }

  @Override
  public synchronized long append(Table table, byte[] bytes) {
    TreeMap<Long, byte[]> records = of(table);
    long key = records.isEmpty() ? 1 : records.lastKey() + 1;
    records.put(key, bytes.clone());
    return key;
  }

  @Override
  public synchronized void put(Table table, long key, byte[] bytes) {
    of(table).put(key, bytes.clone());
  }

  @Override
  public synchronized void remove(Table table, long key) {
    of(table).remove(key);
  }

  @Override
  public synchronized byte @Nullable [] get(Table table, long key) {
    byte[] bytes = of(table).get(key);
    return bytes == null ? null : bytes.clone();
  }

  @Override
  public void scan(Table table, Visitor visitor) {
    TreeMap<Long, byte[]> copy;
    synchronized (this) {
      copy = new TreeMap<>(of(table));
    }
    copy.forEach(visitor::record);
  }

  @Override
  public void flush() {}

  @Override
  public synchronized long size() {
    long size = 0;
    for (TreeMap<Long, byte[]> records : tables.values()) {
      for (byte[] bytes : records.values()) {
        size += bytes.length;
      }
    }
    return size;
  }

  @Override
  public boolean isPersistent() {
    return false;
  }

  @Override
  public void close() {}
}
