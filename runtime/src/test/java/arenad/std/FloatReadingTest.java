package arenad.std;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arenad.Native;
import arenad.memory.Context;
import arenad.memory.Memory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FloatReadingTest {
  private final Context context = new Context();
  private final long place = Memory.allocate(1 << 16);

  @AfterEach
  void close() {
    context.close();
    Memory.release(place);
  }

  private double read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Memory.copyIn(bytes, 0, place, bytes.length);
    return Strings.toF64(context, place, bytes.length);
  }

  private void assertReadsAsTheJdk(String text) {
    double value = read(text);
    assertEquals(1, context.r1, text);
    assertEquals(Double.parseDouble(text), value, text);
  }

  @Test
  void whatIsNoNumberIsAbsent() {
    String[] texts = {
      "", "-", "+", ".", "e5", "1e", "1e+", "1.2.3", "1 ", " 1", "0x10", "1f", "--1", "1e5.0",
      "infin", "na", "1_000", "-.e1", "١"
    };
    for (String text : texts) {
      assertEquals(0.0, read(text), text);
      assertEquals(0, context.r1, text);
    }
  }

  @Test
  void allFormsOfANumber() {
    String[] texts = {
      "0",
      "-0",
      "1",
      "+1",
      "1.",
      ".5",
      "-.5",
      "1e5",
      "1E5",
      "1e+5",
      "1e-5",
      "00012",
      "0.000",
      "1e400",
      "1e-400",
      "1e99999999999",
      "1e-99999999999",
      "0e99999",
      "123456789012345678901234567890",
      "0.00000000000000000000000000000000000001",
      "9007199254740993",
      "9007199254740993.00000000000000000000000000001",
      "2.2250738585072011e-308",
      "2.2250738585072012e-308",
      "4.9e-324",
      "2.4703282292062327e-324",
      "2.4703282292062328e-324",
      "1.7976931348623157e308",
      "1.7976931348623158e308",
      "1.7976931348623159e308",
      "18446744073709551615",
      "18446744073709551616",
      "9999999999999999999"
    };
    for (String text : texts) {
      assertReadsAsTheJdk(text);
    }
    assertEquals(Double.POSITIVE_INFINITY, read("inf"));
    assertEquals(Double.NEGATIVE_INFINITY, read("-Infinity"));
    assertEquals(Double.NaN, read("NaN"));
    assertEquals(1, context.r1);
  }

  @Test
  void everyPrintedNumberIsReadBack() {
    Random random = new Random(29);
    for (int i = 0; i < 300_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        assertEquals(value, read(Double.toString(value)));
      }
    }
  }

  @Test
  void randomDigitsAndExponents() {
    Random random = new Random(31);
    for (int i = 0; i < 300_000; i++) {
      StringBuilder text = new StringBuilder();
      int digits = 1 + random.nextInt(i % 10 == 0 ? 60 : 22);
      int point = random.nextInt(digits + 1);
      for (int k = 0; k < digits; k++) {
        text.append(k == point ? "." : "").append((char) ('0' + random.nextInt(10)));
      }
      assertReadsAsTheJdk(text.append('e').append(random.nextInt(700) - 360).toString());
    }
  }

  @Test
  void numbersHalfWayBetweenTwoFloatsAndALittleBesideThem() {
    Random random = new Random(37);
    for (int i = 0; i < 20_000; i++) {
      double low =
          Math.abs(
              Double.longBitsToDouble(
                  i % 3 == 0 ? random.nextLong() >>> 12 + random.nextInt(50) : random.nextLong()));
      if (Double.isFinite(low) && low < Double.MAX_VALUE) {
        BigDecimal middle =
            new BigDecimal(low).add(new BigDecimal(Math.nextUp(low))).divide(BigDecimal.TWO);
        String digits = middle.toString().replace("E", "e");
        assertReadsAsTheJdk(digits);
        int end = digits.indexOf('e') < 0 ? digits.length() : digits.indexOf('e');
        String point = digits.indexOf('.') < 0 ? "." : "";
        assertReadsAsTheJdk(
            digits.substring(0, end) + point + "0".repeat(i % 900) + "1" + digits.substring(end));
      }
    }
  }

  @Test
  void wholeNumbersAndTheirLimits() {
    String[] texts = {
      "0",
      "-0",
      "+7",
      "2147483647",
      "-2147483648",
      "2147483648",
      "-2147483649",
      "9223372036854775807",
      "-9223372036854775808",
      "9223372036854775808",
      "-9223372036854775809",
      "99999999999999999999",
      "",
      "-",
      "+",
      "1a",
      " 1",
      "1.0",
      "0000000000000000000000012"
    };
    for (String text : texts) {
      Native.Text number = Native.text(context, text);
      OptionalLong expected = parse(text);
      assertEquals(
          expected.orElse(0), Strings.toI64(context, number.address(), number.length()), text);
      assertEquals(expected.isPresent() ? 1 : 0, context.r1, text);
      boolean fits = expected.isPresent() && expected.getAsLong() == (int) expected.getAsLong();
      assertEquals(
          fits ? (int) expected.getAsLong() : 0,
          Strings.toI32(context, number.address(), number.length()),
          text);
      assertEquals(fits ? 1 : 0, context.r1, text);
    }
  }

  private static OptionalLong parse(String text) {
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  @Test
  void readingAllocatesNothingOnTheJavaHeap() {
    Native.Text easy = Native.text(context, "3.25");
    Native.Text usual = Native.text(context, "-0.16907516382852447");
    Native.Text hard = Native.text(context, "9007199254740993.00000000000000000000000000001");
    Native.assertAllocatesNothing(
        () -> {
          for (int i = 0; i < 5000; i++) {
            Strings.toF64(context, easy.address(), easy.length());
            Strings.toF64(context, usual.address(), usual.length());
            Strings.toF64(context, hard.address(), hard.length());
            Strings.toI64(context, easy.address(), 1);
          }
        });
  }
}
