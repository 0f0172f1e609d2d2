package arenad.std;

import static arenad.memory.Memory.u8;

import arenad.memory.Context;
import arenad.memory.Memory;

/// Brings what was just written to the width that a spec asks for.
final class Padding {
  private Padding() {}

  /// @param start where what was written begins
  static void text(Context context, long start, long spec) {
    pad(context, start, spec, FormatSpec.LEFT);
  }

  /// @param start where the number begins, its sign and prefix included
  static void number(Context context, long start, long spec) {
    if (FormatSpec.zeros(spec)) {
      zeros(context, start, spec);
    } else {
      pad(context, start, spec, FormatSpec.RIGHT);
    }
  }

  /// `inf` and `NaN`: right as numbers, but never with zeros.
  static void word(Context context, long start, long spec) {
    pad(context, start, spec, FormatSpec.RIGHT);
  }

  private static void zeros(Context context, long start, long spec) {
    long missing = FormatSpec.width(spec) - (TextRoom.length(context) - start);
    if (missing <= 0) {
      return;
    }
    long digits = start;
    int first = u8(context.textStart + start);
    if (first == '-' || first == '+') {
      digits++;
    }
    if (FormatSpec.prefix(spec) && IntegerText.wantsBits(spec)) {
      digits += 2;
    }
    Memory.fill(TextRoom.insert(context, digits, missing), missing, '0');
  }

  private static void pad(Context context, long start, long spec, int usual) {
    int width = FormatSpec.width(spec);
    if (width == 0) {
      return;
    }
    long address = context.textStart + start;
    int missing = width - Utf8.count(address, (int) (context.textTop - address));
    if (missing <= 0) {
      return;
    }
    int alignment = FormatSpec.alignment(spec) == 0 ? usual : FormatSpec.alignment(spec);
    int before =
        alignment == FormatSpec.LEFT ? 0 : alignment == FormatSpec.RIGHT ? missing : missing / 2;
    int fill = FormatSpec.fill(spec);
    int size = Utf8.width(fill);
    write(TextRoom.insert(context, start, (long) before * size), fill, before);
    long after = TextRoom.room(context, (long) (missing - before) * size);
    context.textTop = write(after, fill, missing - before);
  }

  private static long write(long address, int fill, int times) {
    long at = address;
    for (int i = 0; i < times; i++) {
      at = Utf8.encode(fill, at);
    }
    return at;
  }
}
