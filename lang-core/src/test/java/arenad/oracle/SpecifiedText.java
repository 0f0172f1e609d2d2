package arenad.oracle;

import arenad.type.Type;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Values in a form that an f-string asks for: `[[fill]align][+][#][0][width][.precision][type]`.
final class SpecifiedText {

  private static final Pattern FORM =
      Pattern.compile("(?:(.)?([<>^]))?(\\+)?(#)?(0)?(\\d*)(?:\\.(\\d+))?([xXobeE])?");

  private final Matcher form;

  private SpecifiedText(String specification) {
    form = FORM.matcher(specification);
    if (!form.matches()) {
      throw new IllegalArgumentException("no form: " + specification);
    }
  }

  /// @param plain the text of the value without a specification
  static String of(Datum datum, Type type, String specification, String plain) {
    SpecifiedText text = new SpecifiedText(specification);
    return switch (datum) {
      case Datum.Real(double value) -> text.real(value, plain);
      case Datum.Whole(long bits) when ((Type.Scalar) type).isInteger() ->
          text.whole(bits, (Type.Scalar) type, plain);
      case Datum.Text _ -> text.padded(text.cut(plain), "<");
      case Datum _ -> text.padded(plain, "<");
    };
  }

  private String cut(String text) {
    int length = text.codePointCount(0, text.length());
    int kept = precision() < 0 ? length : Math.min(precision(), length);
    return text.substring(0, text.offsetByCodePoints(0, kept));
  }

  private String whole(long bits, Type.Scalar type, String plain) {
    String letter = form.group(8);
    if (letter == null) {
      boolean negative = plain.startsWith("-");
      return number(sign(negative), negative ? plain.substring(1) : plain);
    }
    long own = type.bytes() == Long.BYTES ? bits : bits & (1L << 8 * type.bytes()) - 1;
    String digits =
        switch (letter) {
          case "o" -> Long.toOctalString(own);
          case "b" -> Long.toBinaryString(own);
          case "X" -> Long.toHexString(own).toUpperCase(Locale.ROOT);
          default -> Long.toHexString(own);
        };
    String prefix = form.group(4) == null ? "" : letter.equals("X") ? "0x" : "0" + letter;
    return number(sign(false) + prefix, digits);
  }

  private String real(double value, String plain) {
    boolean negative = Double.doubleToRawLongBits(value) < 0;
    if (Double.isNaN(value)) {
      return padded("NaN", ">");
    }
    if (Double.isInfinite(value)) {
      return padded(sign(negative) + "inf", ">");
    }
    boolean scientific = form.group(8) != null;
    String magnitude = negative ? plain.substring(1) : plain;
    if (scientific) {
      BigDecimal number =
          precision() < 0 ? new BigDecimal(magnitude) : new BigDecimal(Math.abs(value));
      magnitude = scientific(number);
    } else if (precision() >= 0) {
      BigDecimal exact = new BigDecimal(Math.abs(value));
      magnitude = exact.setScale(precision(), RoundingMode.HALF_EVEN).toPlainString();
    }
    return number(sign(negative), magnitude);
  }

  private String scientific(BigDecimal number) {
    int digits = precision() + 1;
    BigDecimal rounded =
        digits == 0 ? number : number.round(new MathContext(digits, RoundingMode.HALF_EVEN));
    String all = rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().unscaledValue() + "";
    BigDecimal stripped = rounded.stripTrailingZeros();
    int power = rounded.signum() == 0 ? 0 : stripped.precision() - stripped.scale() - 1;
    String behind = all.substring(1) + "0".repeat(Math.max(digits - all.length(), 0));
    String point = behind.isEmpty() ? "" : "." + behind;
    return all.charAt(0) + point + form.group(8) + power;
  }

  private String sign(boolean negative) {
    return negative ? "-" : form.group(3) == null ? "" : "+";
  }

  private String number(String sign, String digits) {
    if (form.group(5) != null) {
      return sign + "0".repeat(Math.max(width() - sign.length() - digits.length(), 0)) + digits;
    }
    return padded(sign + digits, ">");
  }

  private String padded(String text, String usual) {
    int missing = Math.max(width() - text.codePointCount(0, text.length()), 0);
    String alignment = form.group(2) == null ? usual : form.group(2);
    int before =
        switch (alignment) {
          case "<" -> 0;
          case ">" -> missing;
          default -> missing / 2;
        };
    String fill = form.group(1) == null ? " " : form.group(1);
    return fill.repeat(before) + text + fill.repeat(missing - before);
  }

  private int width() {
    return form.group(6).isEmpty() ? 0 : Integer.parseInt(form.group(6));
  }

  private int precision() {
    @Nullable String digits = form.group(7);
    return digits == null ? -1 : Integer.parseInt(digits);
  }
}
