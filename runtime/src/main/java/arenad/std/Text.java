package arenad.std;

import arenad.buffer.StringBuffers;
import arenad.memory.Context;

/// Writing text: f-strings, and everything that is printed or appended.
///
/// One text at a time per thread: `begin`, appends, one of the ends. In between no call that makes a temporary. The `append` methods
/// write a value as `print` does, the `format` methods as a [FormatSpec] says.
public final class Text {
  private Text() {}

  /// Starts a text in frame memory.
  public static void begin(Context context) {
    TextRoom.begin(context);
  }

  /// Starts a text at the end of a string buffer.
  public static void beginIn(Context context, long buffer) {
    TextRoom.beginIn(context, buffer);
  }

  /// The text as a temporary string; its length goes to `r1`.
  public static long end(Context context) {
    return TextRoom.end(context);
  }

  /// Ends a text of [#beginIn].
  public static void endIn(Context context) {
    StringBuffers.setEnd(context.textBuffer, context.textTop);
  }

  /// Writes the text to standard output; nothing of it stays.
  public static void print(Context context) {
    Output.print(context.textStart, (int) TextRoom.length(context));
    TextRoom.dropLargeScratch(context);
  }

  /// Writes the text to standard error; nothing of it stays.
  public static void log(Context context) {
    Output.log(context.textStart, (int) TextRoom.length(context));
    TextRoom.dropLargeScratch(context);
  }

  /// A string, or a literal part of an f-string.
  public static void appendString(Context context, long address, int length) {
    FloatText.copy(context, address, length);
  }

  /// `true` or `false`.
  public static void appendBool(Context context, boolean value) {
    TextRoom.putAscii(context, value ? "true" : "false");
  }

  /// A scalar value, as UTF-8.
  public static void appendChar(Context context, int scalar) {
    context.textTop = Utf8.encode(scalar, TextRoom.room(context, 4));
  }

  /// A signed number of up to 32 bits, or an unsigned one of up to 16.
  public static void appendI32(Context context, int value) {
    IntegerText.signed(context, value);
  }

  /// An unsigned 32-bit number.
  public static void appendU32(Context context, int value) {
    IntegerText.unsigned(context, value & 0xFFFF_FFFFL);
  }

  /// A signed 64-bit number.
  public static void appendI64(Context context, long value) {
    IntegerText.signed(context, value);
  }

  /// An unsigned 64-bit number.
  public static void appendU64(Context context, long value) {
    IntegerText.unsigned(context, value);
  }

  /// The shortest decimal that reads back the same, always with a point or an exponent.
  public static void appendF32(Context context, float value) {
    FloatText.shortest(context, value);
  }

  /// The shortest decimal that reads back the same, always with a point or an exponent.
  public static void appendF64(Context context, double value) {
    FloatText.shortest(context, value);
  }

  /// `null`.
  public static void appendNull(Context context) {
    TextRoom.putAscii(context, "null");
  }

  /// A string, cut to the precision and padded.
  public static void formatString(Context context, long address, int length, long spec) {
    long start = TextRoom.length(context);
    int precision = FormatSpec.precision(spec);
    int kept = length;
    if (precision >= 0 && precision < length) {
      kept = 0;
      for (int i = 0; i < precision && kept < length; i++) {
        kept += Utf8.width(Utf8.decode(address + kept));
      }
    }
    appendString(context, address, kept);
    Padding.text(context, start, spec);
  }

  /// A `bool`, padded.
  public static void formatBool(Context context, boolean value, long spec) {
    long start = TextRoom.length(context);
    appendBool(context, value);
    Padding.text(context, start, spec);
  }

  /// A `char`, padded.
  public static void formatChar(Context context, int scalar, long spec) {
    long start = TextRoom.length(context);
    appendChar(context, scalar);
    Padding.text(context, start, spec);
  }

  /// A signed number of up to 32 bits; its bits, if they are asked for, are 32.
  public static void formatI32(Context context, int value, long spec) {
    if (IntegerText.wantsBits(spec)) {
      IntegerText.formatBits(context, value & 0xFFFF_FFFFL, spec);
    } else {
      formatI64(context, value, spec);
    }
  }

  /// An unsigned 32-bit number, or the bits of a smaller one.
  public static void formatU32(Context context, int value, long spec) {
    formatU64(context, value & 0xFFFF_FFFFL, spec);
  }

  /// A signed 64-bit number.
  public static void formatI64(Context context, long value, long spec) {
    if (IntegerText.wantsBits(spec)) {
      IntegerText.formatBits(context, value, spec);
    } else {
      IntegerText.format(context, Math.abs(value), value < 0, spec);
    }
  }

  /// An unsigned 64-bit number.
  public static void formatU64(Context context, long value, long spec) {
    if (IntegerText.wantsBits(spec)) {
      IntegerText.formatBits(context, value, spec);
    } else {
      IntegerText.format(context, value, false, spec);
    }
  }

  /// A `f32`.
  public static void formatF32(Context context, float value, long spec) {
    FloatText.format(context, value, spec);
  }

  /// A `f64`.
  public static void formatF64(Context context, double value, long spec) {
    FloatText.format(context, value, spec);
  }

  /// `null`, padded.
  public static void formatNull(Context context, long spec) {
    long start = TextRoom.length(context);
    appendNull(context);
    Padding.text(context, start, spec);
  }
}
