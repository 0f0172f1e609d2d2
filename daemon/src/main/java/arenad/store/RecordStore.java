package arenad.store;

import org.jspecify.annotations.Nullable;

/// Byte records under dense keys. Writes are seen at once and are durable after [#flush]; a process
/// that is killed before loses some of them, newest first, and nothing else.
///
/// One thread writes; any may read.
public interface RecordStore extends AutoCloseable {

  /// Puts a record under the next key that was never used, and gives that key.
  long append(Table table, byte[] bytes);

  /// Puts a record under a key that [#append] gave for some table.
  void put(Table table, long key, byte[] bytes);

  void remove(Table table, long key);

  /// The record, or null when there is none that is whole.
  byte @Nullable [] get(Table table, long key);

  /// Shows all whole records in the order of their keys.
  void scan(Table table, Visitor visitor);

  /// Makes everything written so far durable, all of it or nothing.
  void flush();

  /// What the store takes on disk, in bytes.
  long size();

  /// Whether records outlive this process.
  boolean isPersistent();

  @Override
  void close();

  @FunctionalInterface
  interface Visitor {
    void record(long key, byte[] bytes);
  }
}
