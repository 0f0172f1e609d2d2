package arenad.std;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arenad.Native;
import arenad.memory.Context;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FloatTextTest {
  private final Context context = new Context();

  @AfterEach
  void close() {
    context.close();
  }

  private String written(Runnable append) {
    long mark = context.mark();
    Text.begin(context);
    append.run();
    String result = Native.result(context, Text.end(context));
    context.release(mark);
    return result;
  }

  private String shortest(double value) {
    return written(() -> Text.appendF64(context, value));
  }

  private String formatted(double value, String spec) {
    return written(() -> Text.formatF64(context, value, TextTest.spec(spec)));
  }

  @Test
  void floatsAlwaysHaveAPointOrAnExponent() {
    Object[][] cases = {
      {0.0, "0.0"},
      {-0.0, "-0.0"},
      {1.0, "1.0"},
      {-1.5, "-1.5"},
      {0.1, "0.1"},
      {100.0, "100.0"},
      {123456789.0, "123456789.0"},
      {1e15, "1000000000000000.0"},
      {9007199254740993.0, "9007199254740992.0"},
      {1e16, "1e16"},
      {1.5e16, "1.5e16"},
      {1e22, "1e22"},
      {0.00001, "0.00001"},
      {0.0000123, "0.0000123"},
      {0.000001, "1e-6"},
      {1.25e-7, "1.25e-7"},
      {5e-324, "5e-324"},
      {Double.MAX_VALUE, "1.7976931348623157e308"},
      {Double.MIN_NORMAL, "2.2250738585072014e-308"},
      {2e-323, "2e-323"},
      {Double.NaN, "NaN"},
      {Double.POSITIVE_INFINITY, "inf"},
      {Double.NEGATIVE_INFINITY, "-inf"},
      {2e23, "2e23"},
      {1e23, "1e23"}
    };
    for (Object[] one : cases) {
      assertEquals(one[1], shortest((Double) one[0]));
    }
    assertEquals("0.1", written(() -> Text.appendF32(context, 0.1f)));
    assertEquals("16777216.0", written(() -> Text.appendF32(context, 16777216f)));
    assertEquals("3.4028235e38", written(() -> Text.appendF32(context, Float.MAX_VALUE)));
    assertEquals("1e-45", written(() -> Text.appendF32(context, Float.MIN_VALUE)));
  }

  @Test
  void shortestDigitsAreThoseOfTheJdk() {
    Random random = new Random(13);
    for (int i = 0; i < 300_000; i++) {
      double value =
          Double.longBitsToDouble(i < 4096 ? (long) (i / 2) << 52 | i % 2 : random.nextLong());
      if (Double.isFinite(value)) {
        String text = shortest(value);
        assertEquals(value, Double.parseDouble(text));
        assertSameDigits(Double.toString(value), text);
      }
      float small = Float.intBitsToFloat(i < 512 ? i << 23 : random.nextInt());
      if (Float.isFinite(small)) {
        String text = written(() -> Text.appendF32(context, small));
        assertEquals(small, Float.parseFloat(text));
        assertSameDigits(Float.toString(small), text);
      }
    }
  }

  @Test
  void numbersOfAllMagnitudesReadBackTheSame() {
    Random random = new Random(17);
    for (int i = 0; i < 200_000; i++) {
      double value =
          i % 3 == 0
              ? random.nextInt(100_000) / 100.0
              : i % 3 == 1 ? i : Math.pow(10, random.nextInt(60) - 30);
      String text = shortest(value);
      assertEquals(value, Double.parseDouble(text), text);
      assertEquals(digits(Double.toString(value)), digits(text), text);
    }
  }

  /// Java gives at least two digits and then the closest of these; we give one where one is enough.
  private static void assertSameDigits(String java, String ours) {
    String digits = digits(ours);
    boolean one =
        new BigDecimal(digits).precision() == 1 && new BigDecimal(digits(java)).precision() == 2;
    if (!one) {
      assertEquals(digits(java), digits, ours);
    }
  }

  /// A number without what notation adds; two notations of the same digits give the same.
  private static String digits(String text) {
    return new BigDecimal(text).stripTrailingZeros().toString();
  }

  @Test
  void aPrecisionRoundsTheExactValueTiesToEven() {
    String[][] cases = {
      {"0.5", ".0", "0"},
      {"1.5", ".0", "2"},
      {"2.5", ".0", "2"},
      {"0.125", ".2", "0.12"},
      {"0.375", ".2", "0.38"},
      {"1.005", ".2", "1.00"},
      {"9.995", ".2", "9.99"},
      {"99.999", ".1", "100.0"},
      {"0.05", ".1", "0.1"},
      {"0.0", ".3", "0.000"},
      {"-0.0", ".1", "-0.0"},
      {"1e21", ".1", "1000000000000000000000.0"},
      {"1e-10", ".3", "0.000"},
      {"9.6e-1", ".0", "1"},
      {"5e-324", ".3", "0.000"},
      {"-0.169075164", ".9", "-0.169075164"},
      {"3.14159", "8.2", "    3.14"},
      {"3.14159", "+08.2", "+0003.14"},
      {"3.14159", "*<8.2", "3.14****"},
      {"inf", "08.2", "     inf"},
      {"NaN", "5.1", "  NaN"},
      {"1234.5", "e", "1.2345e3"},
      {"1234.5", "E", "1.2345E3"},
      {"1234.5", ".2e", "1.23e3"},
      {"9.999", ".1e", "1.0e1"},
      {"0.0", "e", "0e0"},
      {"0.0", ".2e", "0.00e0"},
      {"1.0", "e", "1e0"},
      {"5e-324", ".3e", "4.941e-324"},
      {"1.0", "8", "     1.0"},
      {"1e300", ".0e", "1e300"}
    };
    for (String[] one : cases) {
      double value = one[0].equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(one[0]);
      assertEquals(one[2], formatted(value, one[1]), one[0] + " as " + one[1]);
    }
  }

  @Test
  void fixedDigitsAreThoseOfExactArithmetic() {
    Random random = new Random(19);
    for (int i = 0; i < 100_000; i++) {
      double value =
          Math.abs(
              i % 4 == 0
                  ? Double.longBitsToDouble(random.nextLong())
                  : i % 4 == 1
                      ? random.nextInt(1000) / 8.0
                      : random.nextGaussian() * Math.pow(10, random.nextInt(30) - 15));
      int precision = i % 100 == 0 ? random.nextInt(1200) : random.nextInt(20);
      if (Double.isFinite(value)) {
        BigDecimal exact = new BigDecimal(value).setScale(precision, RoundingMode.HALF_EVEN);
        assertEquals(
            exact.toPlainString(),
            formatted(value, "." + precision),
            () -> value + " to " + precision);
      }
    }
  }

  @Test
  void scientificDigitsAreThoseOfExactArithmetic() {
    Random random = new Random(23);
    for (int i = 0; i < 50_000; i++) {
      double value = Math.abs(Double.longBitsToDouble(random.nextLong()));
      int precision = random.nextInt(20);
      if (Double.isFinite(value) && value != 0) {
        BigDecimal exact =
            new BigDecimal(value)
                .round(new java.math.MathContext(precision + 1, RoundingMode.HALF_EVEN));
        String text = formatted(value, "." + precision + "e");
        assertEquals(0, exact.compareTo(new BigDecimal(text)), text);
        assertTrue(text.indexOf('e') == (precision == 0 ? 1 : precision + 2), text);
      }
    }
  }
}
