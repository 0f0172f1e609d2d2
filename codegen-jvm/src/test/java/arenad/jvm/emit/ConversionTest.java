package arenad.jvm.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arenad.ir.IrFunction;
import arenad.ir.Value;
import arenad.type.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Conversions between all scalar types: integers wrap, floats to integers saturate, integers to floats round to nearest.
final class ConversionTest {

  private static final List<Type.Scalar> NUMBERS =
      java.util.Arrays.stream(Type.Scalar.values()).filter(Type.Scalar::isNumeric).toList();

  private static final double[] FLOATS = {
    0.0,
    -0.0,
    0.5,
    -0.5,
    1.5,
    -1.5,
    127.9,
    128,
    -128.9,
    -129,
    255.5,
    256,
    32767.5,
    32768,
    65535.9,
    65536,
    2147483647.0,
    2147483648.0,
    -2147483649.0,
    4294967295.0,
    4294967296.0,
    9.2e18,
    9.3e18,
    -9.3e18,
    1.8e19,
    1.9e19,
    1e300,
    -1e300,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MIN_VALUE
  };

  @Test
  void integersToIntegersWrap() {
    for (Type.Scalar from : NUMBERS) {
      for (Type.Scalar to : NUMBERS) {
        if (from.isInteger() && to.isInteger()) {
          Loaded module = Loaded.of(conversion(from, to));
          for (BigInteger value : ArithmeticTest.edges(from)) {
            Object expected = ArithmeticTest.boxed(to, ArithmeticTest.wrap(to, value));
            Object actual = module.call("f", ArithmeticTest.boxed(from, value));
            assertEquals(expected, actual, () -> value + " of " + from + " as " + to);
          }
        }
      }
    }
  }

  @Test
  void integersToFloatsRoundToNearest() {
    for (Type.Scalar from : NUMBERS) {
      if (from.isInteger()) {
        Loaded wide = Loaded.of(conversion(from, Type.Scalar.F64));
        Loaded narrow = Loaded.of(conversion(from, Type.Scalar.F32));
        for (BigInteger value : ArithmeticTest.edges(from)) {
          Object argument = ArithmeticTest.boxed(from, value);
          assertEquals(value.doubleValue(), wide.call("f", argument));
          assertEquals(value.floatValue(), narrow.call("f", argument), value + " of " + from);
        }
      }
    }
  }

  @Test
  void floatsToIntegersSaturateAndNaNIsZero() {
    for (Type.Scalar to : NUMBERS) {
      if (to.isInteger()) {
        Loaded wide = Loaded.of(conversion(Type.Scalar.F64, to));
        Loaded narrow = Loaded.of(conversion(Type.Scalar.F32, to));
        for (double value : FLOATS) {
          assertEquals(saturated(to, value), wide.call("f", value), value + " as " + to);
          assertEquals(saturated(to, (float) value), narrow.call("f", (float) value));
        }
      }
    }
  }

  private static Object saturated(Type.Scalar to, double value) {
    BigInteger whole;
    if (Double.isNaN(value)) {
      whole = BigInteger.ZERO;
    } else if (Double.isInfinite(value)) {
      whole = value > 0 ? ArithmeticTest.greatest(to) : ArithmeticTest.least(to);
    } else {
      whole = new BigDecimal(value).toBigInteger();
    }
    return ArithmeticTest.boxed(
        to, whole.max(ArithmeticTest.least(to)).min(ArithmeticTest.greatest(to)));
  }

  private static IrFunction conversion(Type.Scalar from, Type.Scalar to) {
    Ir f = new Ir("f", to);
    IrFunction.Local a = f.parameter("a", from);
    return f.giveBack(new Value.Convert(Ir.read(a), to, Ir.HERE));
  }
}
