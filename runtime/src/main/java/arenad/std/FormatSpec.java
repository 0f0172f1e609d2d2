package arenad.std;

/// How a hole of an f-string is written, packed into a `long` that the compiler passes as a constant.
///
/// The form is that of Rust: `[[fill]align][+][#][0][width][.precision][type]`, as in `{x:*>+8.2}`.
///
/// | bits | |
/// | --- | --- |
/// | 0 to 20 | fill, a scalar value; 0 stands for a space |
/// | 21, 22 | alignment: 0 as the type wants (numbers right, all else left), 1 `<`, 2 `>`, 3 `^` |
/// | 23 | `+`: a sign on positive numbers too |
/// | 24 | `#`: a prefix `0x`, `0o`, `0b` |
/// | 25 | `0`: zeros between sign or prefix and digits up to the width |
/// | 26 to 29 | type: 0 none, 1 `x`, 2 `X`, 3 `o`, 4 `b`, 5 `e`, 6 `E` |
/// | 32 to 47 | precision plus 1; 0 stands for none |
/// | 48 to 63 | width in characters |
///
/// The precision of a float is its digits after the point, of a string the characters it is cut to; integers ignore it.
public final class FormatSpec {
  public static final int LEFT = 1;
  public static final int RIGHT = 2;
  public static final int CENTRE = 3;

  public static final int NO_TYPE = 0;
  public static final int HEXADECIMAL = 1;
  public static final int HEXADECIMAL_UPPER = 2;
  public static final int OCTAL = 3;
  public static final int BINARY = 4;
  public static final int EXPONENT = 5;
  public static final int EXPONENT_UPPER = 6;

  private FormatSpec() {}

  static int fill(long spec) {
    int fill = (int) spec & 0x1FFFFF;
    return fill == 0 ? ' ' : fill;
  }

  static int alignment(long spec) {
    return (int) (spec >>> 21) & 3;
  }

  static boolean plus(long spec) {
    return (spec >>> 23 & 1) != 0;
  }

  static boolean prefix(long spec) {
    return (spec >>> 24 & 1) != 0;
  }

  static boolean zeros(long spec) {
    return (spec >>> 25 & 1) != 0;
  }

  static int type(long spec) {
    return (int) (spec >>> 26) & 15;
  }

  /// Digits, or -1 if none are given.
  static int precision(long spec) {
    return ((int) (spec >>> 32) & 0xFFFF) - 1;
  }

  static int width(long spec) {
    return (int) (spec >>> 48);
  }
}
