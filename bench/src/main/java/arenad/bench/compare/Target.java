package arenad.bench.compare;

import java.util.Locale;

/// A ratio and what is asked of it.
///
/// @param what it compares, in words
/// @param ratio what was measured; by the time from start to end it is held against the bound
/// @param bound what it may be at most, or must be at least
/// @param atMost which of the two
record Target(String what, Ratio ratio, double bound, boolean atMost) {

  boolean isMet() {
    return atMost ? ratio.wall() <= bound : ratio.wall() >= bound;
  }

  /// A row of a table.
  String row() {
    return String.format(
        Locale.ROOT,
        "| %-58s | %6.2f | %6.2f | %s %5.2f | %s |",
        what,
        ratio.wall(),
        ratio.busy(),
        atMost ? "at most " : "at least",
        bound,
        isMet() ? "met" : "**missed**");
  }
}
