package arenad.oracle;

import arenad.type.Type;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Values as `print` and f-strings show them.
final class TextForm {

  private TextForm() {}

  static String of(Datum datum, Type type, @Nullable String specification) {
    if (specification != null) {
      String plain = of(datum, type, null);
      return SpecifiedText.of(datum, Type.withoutNull(type), specification, plain);
    }
    return switch (datum) {
      case Datum.Absent _ -> "null";
      case Datum.Real(double value) ->
          Type.withoutNull(type) == Type.Scalar.F32 ? single((float) value) : number(value);
      case Datum.Whole(long bits) -> whole(bits, Type.withoutNull(type));
      case Datum.Text text -> {
        SimulatedMemory.requireLive(text.home(), "a string");
        yield text.string();
      }
      case Datum.Owner _,
          Datum.Gone _,
          Datum.Reference _,
          Datum.Function _,
          Datum.Handle _,
          Datum.Growable _,
          Datum.Table _,
          Datum.Slice _,
          Datum.Buffer _,
          Datum.Aggregate _ ->
          throw new IllegalStateException("no text for " + datum);
    };
  }

  private static String whole(long bits, Type type) {
    if (type == Type.Scalar.BOOL) {
      return bits != 0 ? "true" : "false";
    }
    if (type == Type.Scalar.CHAR) {
      return Character.toString((int) bits);
    }
    return type == Type.Scalar.U64 ? Long.toUnsignedString(bits) : Long.toString(bits);
  }

  /// The shortest digits that read back the same, as the JDK finds them, laid out as the language does.
  private static String number(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return special(value);
    }
    return laidOut(new BigDecimal(Double.toString(Math.abs(value))), isNegative(value));
  }

  private static String single(float value) {
    if (Float.isNaN(value) || Float.isInfinite(value)) {
      return special(value);
    }
    return laidOut(new BigDecimal(Float.toString(Math.abs(value))), isNegative(value));
  }

  private static String special(double value) {
    return Double.isNaN(value) ? "NaN" : value < 0 ? "-inf" : "inf";
  }

  private static boolean isNegative(double value) {
    return Double.doubleToRawLongBits(value) < 0;
  }

  private static String laidOut(BigDecimal value, boolean negative) {
    String sign = negative ? "-" : "";
    if (value.signum() == 0) {
      return sign + "0.0";
    }
    BigDecimal digits = value.stripTrailingZeros();
    int exponent = digits.precision() - digits.scale() - 1;
    if (exponent < -5 || exponent > 15) {
      String all = digits.unscaledValue().toString();
      String fraction = all.length() == 1 ? "" : "." + all.substring(1);
      return sign + all.charAt(0) + fraction + "e" + exponent;
    }
    String plain = digits.toPlainString();
    return sign + (plain.contains(".") ? plain : plain + ".0");
  }
}
