package arenad.record;

import java.util.Locale;

/// What a piece of memory is to the programmer.
enum Kind {
  /// `Arena.newRoot()`
  ROOT,
  /// `a.newSub()`, `a.useArena(...)`
  SUB,
  /// A `region` block, or a region of `std.memory`.
  REGION,
  /// What an owner holds, in an arena of its own.
  OWNED,
  /// Small blocks that owners hold.
  BLOCKS,
  /// A message on its way through a channel, and then its receiver's.
  MESSAGE,
  /// The frame memory of a thread, with all its temporaries.
  TEMP,
  /// Literals and constants.
  STATIC;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
