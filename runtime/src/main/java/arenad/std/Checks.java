package arenad.std;

import arenad.panic.Panic;
import arenad.panic.Panics;

/// Checks of the language and the panics whose message the program gives.
public final class Checks {
  private Checks() {}

  /// An index within a length, or a panic.
  public static int index(int index, int length) {
    if (Integer.compareUnsigned(index, length) >= 0) {
      throw Panics.indexOutOfRange(index, length);
    }
    return index;
  }

  /// `panic(s)`; the caller throws it.
  public static Panic panic(long address, int length) {
    return new Panic(JavaText.of(address, length));
  }
}
