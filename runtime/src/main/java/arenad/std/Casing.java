package arenad.std;

import static arenad.memory.Memory.u8;

import arenad.memory.Context;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Upper and lower case after Unicode, independent of language: the mappings that change the number of characters (`ß` to `SS`) and
/// the final sigma included.
final class Casing {
  private static final int SIGMA = 0x3A3;
  private static final int FINAL_SIGMA = 0x3C2;
  private static final int SMALL_SIGMA = 0x3C3;
  private static final int CAPITAL_I_WITH_DOT = 0x130;
  private static final int COMBINING_DOT_ABOVE = 0x307;

  /// Where the characters lie whose upper case has several: pairs of first and last.
  private static final int[] EXPANDING_RANGES = {
    0xDF, 0xDF, 0x149, 0x149, 0x1F0, 0x1F0, 0x390, 0x390, 0x3B0, 0x3B0, 0x587, 0x587, 0x1E96,
    0x1E9A, 0x1F50, 0x1FFC, 0xFB00, 0xFB17
  };

  private Casing() {}

  /// Upper cases of several characters, found by asking the JDK once. Made when the first character needs it.
  private static final class Expansions {
    static final int COUNT = 0x2000;
    static final @Nullable String[] BELOW_2000 = new @Nullable String[COUNT];
    static final @Nullable String[] FROM_FB00 = new @Nullable String[0x18];

    static {
      for (int i = 0; i < EXPANDING_RANGES.length; i += 2) {
        for (int scalar = EXPANDING_RANGES[i]; scalar <= EXPANDING_RANGES[i + 1]; scalar++) {
          String upper = Character.toString(scalar).toUpperCase(Locale.ROOT);
          if (upper.length() > 1) {
            if (scalar < COUNT) {
              BELOW_2000[scalar] = upper;
            } else {
              FROM_FB00[scalar - 0xFB00] = upper;
            }
          }
        }
      }
    }

    private Expansions() {}
  }

  static long upper(Context context, long address, int length) {
    TextRoom.begin(context);
    for (long at = address; at < address + length; ) {
      int scalar = Utf8.decode(at);
      at += Utf8.width(scalar);
      String expansion = expansion(scalar);
      if (expansion == null) {
        Text.appendChar(context, Character.toUpperCase(scalar));
      } else {
        for (int i = 0; i < expansion.length(); i++) {
          Text.appendChar(context, expansion.charAt(i));
        }
      }
    }
    return TextRoom.end(context);
  }

  private static @Nullable String expansion(int scalar) {
    if (scalar < 0xDF) {
      return null;
    }
    if (scalar < Expansions.COUNT) {
      return Expansions.BELOW_2000[scalar];
    }
    return scalar >= 0xFB00 && scalar <= 0xFB17 ? Expansions.FROM_FB00[scalar - 0xFB00] : null;
  }

  static long lower(Context context, long address, int length) {
    TextRoom.begin(context);
    long end = address + length;
    for (long at = address; at < end; ) {
      int scalar = Utf8.decode(at);
      long next = at + Utf8.width(scalar);
      if (scalar == SIGMA) {
        Text.appendChar(context, isFinal(address, at, next, end) ? FINAL_SIGMA : SMALL_SIGMA);
      } else if (scalar == CAPITAL_I_WITH_DOT) {
        Text.appendChar(context, 'i');
        Text.appendChar(context, COMBINING_DOT_ABOVE);
      } else {
        Text.appendChar(context, Character.toLowerCase(scalar));
      }
      at = next;
    }
    return TextRoom.end(context);
  }

  /// Unicode's Final_Sigma: a cased letter before and none behind, marks and the like in between not counting.
  private static boolean isFinal(long start, long at, long next, long end) {
    long before = at;
    do {
      if (before == start) {
        return false;
      }
      do {
        before--;
      } while (!Utf8.startsCharacter(u8(before)));
    } while (isCaseIgnorable(Utf8.decode(before)));
    if (!isCased(Utf8.decode(before))) {
      return false;
    }
    long behind = next;
    while (behind < end && isCaseIgnorable(Utf8.decode(behind))) {
      behind += Utf8.width(Utf8.decode(behind));
    }
    return behind == end || !isCased(Utf8.decode(behind));
  }

  private static boolean isCased(int scalar) {
    return Character.isUpperCase(scalar)
        || Character.isLowerCase(scalar)
        || Character.isTitleCase(scalar);
  }

  private static boolean isCaseIgnorable(int scalar) {
    return switch (Character.getType(scalar)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT,
          Character.MODIFIER_LETTER,
          Character.MODIFIER_SYMBOL ->
          true;
      default ->
          scalar == '\'' || scalar == '.' || scalar == ':' || scalar == 0xB7 || scalar == 0x2019;
    };
  }
}
