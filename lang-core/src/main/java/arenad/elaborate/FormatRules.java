package arenad.elaborate;

import arenad.type.Type;
import arenad.type.Type.Scalar;
import org.jspecify.annotations.Nullable;

/// Which format specifications exist: `[[fill]align][+][#][0][width][.precision][type]`, and for
/// which types each of their parts has a meaning.
final class FormatRules {
  private static final String ALIGNMENTS = "<>^";
  private static final String INTEGER_TYPES = "xXob";
  private static final String FLOAT_TYPES = "eE";
  private static final int MOST = 9999;

  private final int[] text;
  private final Type type;
  private int at;

  private FormatRules(String text, Type type) {
    this.text = text.codePoints().toArray();
    this.type = type;
  }

  /// What is wrong with the specification for a value of the type, or null.
  static @Nullable String complaint(String text, Type type) {
    return new FormatRules(text, type).complaint();
  }

  private @Nullable String complaint() {
    alignment();
    boolean plus = accept('+');
    boolean prefix = accept('#');
    boolean zeros = accept('0');
    boolean number = type instanceof Scalar scalar && scalar.isNumeric();
    boolean known = type != Type.Unit.UNKNOWN;
    if (known && !number && (plus || prefix || zeros)) {
      return "`+`, `#` and `0` are for numbers, and this is " + Coercions.article(type);
    }
    if (digits() > MOST) {
      return "the width is more than " + MOST;
    }
    if (accept('.')) {
      int start = at;
      boolean cuts = type instanceof Type.Text || type instanceof Scalar one && one.isFloat();
      if (known && !cuts) {
        return "a precision is for `f32`, `f64` and `String`, and this is "
            + Coercions.article(type);
      }
      if (digits() > MOST) {
        return "the precision is more than " + MOST;
      }
      if (start == at) {
        return "the number of digits is missing after the `.`";
      }
    }
    return typeComplaint(known);
  }

  private @Nullable String typeComplaint(boolean known) {
    if (at == text.length) {
      return null;
    }
    String letter = Character.toString(text[at]);
    boolean ofInteger = INTEGER_TYPES.contains(letter);
    boolean ofFloat = FLOAT_TYPES.contains(letter);
    if (at + 1 < text.length || !ofInteger && !ofFloat) {
      return "`" + new String(text, at, text.length - at) + "` has no meaning in a format";
    }
    boolean fits =
        type instanceof Scalar scalar && (ofInteger ? scalar.isInteger() : scalar.isFloat());
    return fits || !known
        ? null
        : "`"
            + letter
            + "` is for "
            + (ofInteger ? "integers" : "`f32` and `f64`")
            + ", and this is "
            + Coercions.article(type);
  }

  private void alignment() {
    if (text.length > 1 && ALIGNMENTS.indexOf(text[1]) >= 0) {
      at = 2;
    } else if (text.length > 0 && ALIGNMENTS.indexOf(text[0]) >= 0) {
      at = 1;
    }
  }

  private boolean accept(char sign) {
    boolean there = at < text.length && text[at] == sign;
    at += there ? 1 : 0;
    return there;
  }

  private int digits() {
    int number = 0;
    while (at < text.length && text[at] >= '0' && text[at] <= '9') {
      number = Math.min(number * 10 + (text[at++] - '0'), MOST + 1);
    }
    return number;
  }
}
