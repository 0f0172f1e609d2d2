package arenad.std;

/// Arithmetic that the JVM has no instruction for.
public final class Numbers {
  private static final double TWO_TO_63 = 0x1p63;

  private Numbers() {}

  /// To a signed 8-bit number; what is out of range becomes the nearest end, NaN 0.
  public static int f64ToI8(double value) {
    return Math.clamp((int) value, Byte.MIN_VALUE, Byte.MAX_VALUE);
  }

  /// To a signed 16-bit number, saturating.
  public static int f64ToI16(double value) {
    return Math.clamp((int) value, Short.MIN_VALUE, Short.MAX_VALUE);
  }

  /// To an unsigned 8-bit number, saturating.
  public static int f64ToU8(double value) {
    return Math.clamp((int) value, 0, 0xFF);
  }

  /// To an unsigned 16-bit number, saturating.
  public static int f64ToU16(double value) {
    return Math.clamp((int) value, 0, 0xFFFF);
  }

  /// To an unsigned 32-bit number, saturating.
  public static int f64ToU32(double value) {
    return (int) Math.min(Math.max((long) value, 0), 0xFFFF_FFFFL);
  }

  /// To an unsigned 64-bit number, saturating.
  public static long f64ToU64(double value) {
    if (value >= TWO_TO_63) {
      double rest = value - TWO_TO_63;
      return rest >= TWO_TO_63 ? -1 : (long) rest | Long.MIN_VALUE;
    }
    return Math.max((long) value, 0);
  }

  /// An unsigned 64-bit number to the nearest `f64`, ties to even.
  public static double u64ToF64(long value) {
    // Halved with the lost bit kept, it rounds as the whole would.
    return value >= 0 ? (double) value : 2 * (double) (value >>> 1 | value & 1);
  }

  /// An unsigned 64-bit number to the nearest `f32`, ties to even.
  public static float u64ToF32(long value) {
    return value >= 0 ? (float) value : 2 * (float) (value >>> 1 | value & 1);
  }

  /// The Unicode scalar value of that number; U+FFFD where the number is none.
  public static int toChar(long value) {
    boolean surrogate = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
    return value < 0 || value > Character.MAX_CODE_POINT || surrogate ? 0xFFFD : (int) value;
  }

  /// To the nearest whole number, halves away from zero.
  public static double round(double value) {
    double truncated = value < 0 ? Math.ceil(value) : Math.floor(value);
    if (Math.abs(value - truncated) >= 0.5) {
      return truncated + Math.copySign(1, value);
    }
    return Math.copySign(truncated, value);
  }
}
