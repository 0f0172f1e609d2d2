package arenad.region;

import org.jspecify.annotations.Nullable;

/// What is asked of a [MemoryRegion].
///
/// @param size in bytes, from 0 on
/// @param alignment a power of two; regions have memory for those up to [#LARGEST_ALIGNMENT]
public record Layout(long size, long alignment) {
  /// That of a page.
  public static final long LARGEST_ALIGNMENT = Alignment.PAGE.bytes();

  private static final long LARGEST_SIZE = 1L << 46;

  public Layout(long size, Alignment alignment) {
    this(size, alignment.bytes());
  }

  /// What is wrong with it, whichever region it is asked of, or null.
  @Nullable AllocError fault() {
    if (size < 0 || size > LARGEST_SIZE || alignment <= 0 || (alignment & alignment - 1) != 0) {
      return new AllocError.InvalidLayout(size, alignment);
    }
    return alignment > LARGEST_ALIGNMENT ? new AllocError.UnsupportedAlignment(alignment) : null;
  }

  /// The alignment that memory for it has: never less than that of a word.
  long grain() {
    return Math.max(alignment, Alignment.DEFAULT.bytes());
  }
}
