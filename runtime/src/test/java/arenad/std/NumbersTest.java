package arenad.std;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class NumbersTest {
  @Test
  void floatsSaturateAndNanIsZero() {
    double[] values = {
      0,
      -0.9,
      0.9,
      127.5,
      128,
      -128.9,
      -129,
      255.9,
      256,
      32768,
      65536,
      4294967295.9,
      4294967296.0,
      1e19,
      1e300,
      -1e300
    };
    for (double value : values) {
      BigInteger whole = new BigDecimal(value).toBigInteger();
      assertEquals(clamp(whole, -128, "127"), Numbers.f64ToI8(value));
      assertEquals(clamp(whole, -32768, "32767"), Numbers.f64ToI16(value));
      assertEquals(clamp(whole, 0, "255"), Numbers.f64ToU8(value));
      assertEquals(clamp(whole, 0, "65535"), Numbers.f64ToU16(value));
      assertEquals((int) clamp(whole, 0, "4294967295"), Numbers.f64ToU32(value));
      assertEquals(clamp(whole, 0, "18446744073709551615"), Numbers.f64ToU64(value));
    }
    for (double value : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
      assertEquals(0, Numbers.f64ToU8(value));
      assertEquals(0, Numbers.f64ToU32(value));
      assertEquals(0, Numbers.f64ToU64(value));
    }
    assertEquals(0, Numbers.f64ToI8(Double.NaN));
    assertEquals(-1, Numbers.f64ToU64(Double.POSITIVE_INFINITY));
    assertEquals(-1, Numbers.f64ToU32(Double.POSITIVE_INFINITY));
  }

  private static long clamp(BigInteger value, long low, String high) {
    return value.max(BigInteger.valueOf(low)).min(new BigInteger(high)).longValue();
  }

  @Test
  void unsignedNumbersRoundToTheNearestFloat() {
    Random random = new Random(43);
    for (int i = 0; i < 100_000; i++) {
      long value = i % 2 == 0 ? random.nextLong() : -(random.nextLong() >>> random.nextInt(64));
      BigInteger exact = new BigInteger(Long.toUnsignedString(value));
      assertEquals(exact.doubleValue(), Numbers.u64ToF64(value));
      assertEquals(exact.floatValue(), Numbers.u64ToF32(value));
      double back = exact.doubleValue();
      assertEquals(
          clamp(new BigDecimal(back).toBigInteger(), 0, "18446744073709551615"),
          Numbers.f64ToU64(back));
    }
  }

  @Test
  void roundGoesAwayFromZeroAtHalves() {
    double[][] cases = {
      {0.5, 1},
      {-0.5, -1},
      {0.49999999999999994, 0},
      {1.5, 2},
      {2.5, 3},
      {-2.5, -3},
      {-0.2, -0.0},
      {4503599627370497.5, 4503599627370498.0},
      {1e300, 1e300},
      {Double.NaN, Double.NaN},
      {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY}
    };
    for (double[] one : cases) {
      assertEquals(one[1], Numbers.round(one[0]));
    }
  }
}
