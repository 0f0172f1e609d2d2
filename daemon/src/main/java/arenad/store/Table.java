package arenad.store;

/// The kinds of records. Each has keys of its own, counted from 1.
public enum Table {
  /// What is known of files: one record for each.
  FILES,
  /// What elaboration found out about symbols.
  SYMBOLS,
  /// Control-flow graphs, under the keys of [#SYMBOLS].
  GRAPHS,
  /// Emitted classes, one record for each module.
  CLASSES
}
