package arenad.parse;

import arenad.text.Span;

/// Where the tokens of one symbol stand in its file: turns spans into offsets. All that is left of a
/// parsed file when its tree is dropped.
///
/// @param starts offset of each token's first character, by ordinal
/// @param ends offset after each token's last character
public record Positions(int[] starts, int[] ends) {

  /// How many tokens the symbol has.
  public int count() {
    return starts.length;
  }

  /// Offset of a span's first character.
  public int start(Span span) {
    return starts.length == 0 ? 0 : starts[Math.min(span.first(), starts.length - 1)];
  }

  /// Offset after a span's last character.
  public int end(Span span) {
    return ends.length == 0 ? 0 : ends[Math.min(span.last(), ends.length - 1)];
  }

  /// The ordinal of the token at an offset, or the last one that begins before it; 0 before the first.
  public int ordinalAt(int offset) {
    int low = 0;
    int high = starts.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (starts[middle] <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
