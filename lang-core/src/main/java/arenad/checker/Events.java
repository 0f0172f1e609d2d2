package arenad.checker;

import java.util.Arrays;

/// What happens to memory along the instructions of a function, block by block, in order.
final class Events {

  enum Kind {
    /// What a variable's references lead to is touched.
    USE,
    /// That, and all that can be reached from there.
    DEEP_USE,
    /// The region in a variable is asked at run time whether it has ended, and the program ends if so: behind it, it lives.
    CHECKED,
    /// The arenas in a variable end, by hand.
    FREE,
    /// The arenas in a variable end, unless they have ended: not a touch.
    RELEASE,
    /// They end with their block.
    FREE_SCOPED,
    /// The handles in a variable are moved or dropped: what was seen through them ends.
    DROP,
    /// An atom begins.
    BIRTH,
    /// An atom ends.
    END,
    /// The function returns.
    EXIT,
    /// Elaboration knows anew whether a path is null.
    TESTED,
    /// A path is taken for not null.
    NARROWED,
    /// A callee may write members.
    OVERWRITTEN
  }

  private Kind[] kinds = new Kind[64];
  private int[] subjects = new int[64];
  private int[] reasons = new int[64];
  private int size;
  private final int[] firstOfBlock;

  Events(int blocks) {
    firstOfBlock = new int[blocks + 1];
  }

  /// Blocks must be begun in their order.
  void beginBlock(int block) {
    firstOfBlock[block] = size;
    firstOfBlock[block + 1] = size;
  }

  /// @param subject a variable; for a birth and an end an atom's id; for what concerns narrowing a
  ///     number of [Narrowing]
  void add(int block, Kind kind, int subject, int reason) {
    if (size == kinds.length) {
      kinds = Arrays.copyOf(kinds, size * 2);
      subjects = Arrays.copyOf(subjects, size * 2);
      reasons = Arrays.copyOf(reasons, size * 2);
    }
    kinds[size] = kind;
    subjects[size] = subject;
    reasons[size] = reason;
    firstOfBlock[block + 1] = ++size;
  }

  int first(int block) {
    return firstOfBlock[block];
  }

  /// One after the last event of the block.
  int end(int block) {
    return firstOfBlock[block + 1];
  }

  int size() {
    return size;
  }

  Kind kind(int event) {
    return kinds[event];
  }

  int subject(int event) {
    return subjects[event];
  }

  int reason(int event) {
    return reasons[event];
  }
}
