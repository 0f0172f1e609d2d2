package arenad.jvm.emit;

/// What stands after the colon of a hole, `[[fill]align][+][#][0][width][.precision][type]`, packed as the runtime's `FormatSpec`
/// describes: fill in bits 0 to 20, alignment 21 and 22, `+` 23, `#` 24, `0` 25, type 26 to 29, precision plus 1 from 32, width
/// from 48.
final class FormatSpecification {

  private static final String ALIGNMENTS = "<>^";
  private static final String TYPES = "xXobeE";
  private static final int MOST = 0xFFFF;

  private final int[] text;
  private int at;

  private FormatSpecification(String text) {
    this.text = text.codePoints().toArray();
  }

  static long pack(String specification) {
    return new FormatSpecification(specification).pack();
  }

  /// Whether it asks for the digits of the bits (`x`, `X`, `o`, `b`), which do not know of a sign.
  static boolean showsBits(String specification) {
    return !specification.isEmpty()
        && "xXob".indexOf(specification.charAt(specification.length() - 1)) >= 0;
  }

  private long pack() {
    long packed = alignment();
    packed |= flag('+', 23) | flag('#', 24) | flag('0', 25);
    packed |= (long) number(MOST) << 48;
    if (accept('.')) {
      packed |= (long) (number(MOST - 1) + 1) << 32;
    }
    int type = at < text.length ? TYPES.indexOf(text[at]) : -1;
    if (type >= 0) {
      at++;
      packed |= (long) (type + 1) << 26;
    }
    if (at != text.length) {
      throw new IllegalArgumentException(
          "a format specification that elaboration should have refused: "
              + new String(text, 0, text.length));
    }
    return packed;
  }

  private long alignment() {
    if (text.length > 1 && ALIGNMENTS.indexOf(text[1]) >= 0) {
      at = 2;
      return text[0] | (long) (ALIGNMENTS.indexOf(text[1]) + 1) << 21;
    }
    if (text.length > 0 && ALIGNMENTS.indexOf(text[0]) >= 0) {
      at = 1;
      return (long) (ALIGNMENTS.indexOf(text[0]) + 1) << 21;
    }
    return 0;
  }

  private long flag(char sign, int bit) {
    return accept(sign) ? 1L << bit : 0;
  }

  private boolean accept(char sign) {
    boolean there = at < text.length && text[at] == sign;
    at += there ? 1 : 0;
    return there;
  }

  private int number(int most) {
    int number = 0;
    while (at < text.length && text[at] >= '0' && text[at] <= '9') {
      number = Math.min(number * 10 + (text[at++] - '0'), most);
    }
    return number;
  }
}
