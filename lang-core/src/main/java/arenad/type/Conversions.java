package arenad.type;

import arenad.type.Type.Scalar;
import org.jspecify.annotations.Nullable;

/// Which numeric conversions exist, and which lose nothing.
public final class Conversions {
  private Conversions() {}

  /// Whether every value of `from` is one of `to`, so that the conversion needs no words.
  public static boolean lossless(Scalar from, Scalar to) {
    if (from == to) {
      return true;
    }
    if (!from.isNumeric() || !to.isNumeric()) {
      return false;
    }
    if (from.isFloat()) {
      return to == Scalar.F64;
    }
    if (to.isFloat()) {
      return valueBits(from) <= (to == Scalar.F64 ? 53 : 24);
    }
    if (from.isUnsigned() == to.isUnsigned()) {
      return from.bytes() < to.bytes();
    }
    return from.isUnsigned() && from.bytes() < to.bytes();
  }

  /// The one of the two that holds every value of both, or null.
  public static @Nullable Scalar common(Scalar left, Scalar right) {
    if (lossless(left, right)) {
      return right;
    }
    return lossless(right, left) ? left : null;
  }

  /// Whether `as` converts: between numbers, from `bool` and `char` to integers, and from integers
  /// to `char`.
  public static boolean castable(Scalar from, Scalar to) {
    if (from == to || from.isNumeric() && to.isNumeric()) {
      return true;
    }
    if (to == Scalar.CHAR) {
      return from.isInteger();
    }
    return (from == Scalar.CHAR || from == Scalar.BOOL) && to.isInteger();
  }

  private static int valueBits(Scalar integer) {
    return integer.bytes() * 8 - (integer.isUnsigned() ? 0 : 1);
  }
}
