package arenad.elaborate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arenad.type.ConstantValue;
import arenad.type.Declaration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConstantArithmeticTest {

  private static void check(String expression, ConstantValue expected) {
    Workbench program = Workbench.of("const X = " + expression + ";");
    assertEquals(List.of(), program.diagnostics(), expression);
    Declaration declaration = program.declared(program.symbols().getFirst()).declaration();
    assertEquals(expected, ((Declaration.Constant) declaration).value(), expression);
  }

  private static void check(String expression, long expected) {
    check(expression, new ConstantValue.Int(expected));
  }

  private static void check(String expression, double expected) {
    check(expression, new ConstantValue.Float(expected));
  }

  private static void check(String expression, boolean expected) {
    check(expression, new ConstantValue.Bool(expected));
  }

  @Test
  void integersWrap() {
    check("2147483647 + 1", Integer.MIN_VALUE);
    check("(127 as i8) + 1", -128);
    check("(0 as u8) - 1", 255);
    check("(0 as u32) - 1", 4294967295L);
    check("(0 as u64) - 1", -1);
    check("-2147483648 / -1", Integer.MIN_VALUE);
    check("-7 / 2", -3);
    check("-7 % 2", -1);
    check("-(-128 as i8)", -128);
    check("~(0 as u16)", 65535);
  }

  @Test
  void unsignedNumbersDivideAndShiftAsSuch() {
    check("((0 as u64) - 1) / 2", Long.MAX_VALUE);
    check("((0 as u64) - 1) % 10", 5);
    check("((0 as u32) - 1) >> 28", 15);
    check("-16 >> 2", -4);
    check("1 << 33", 2);
    check("(1 as i64) << 33", 1L << 33);
    check("(200 as u8) << 1", 144);
  }

  @Test
  void conversionsWrapOrSaturate() {
    check("300 as u8", 44);
    check("-1 as u64", -1);
    check("0xffffffff as i32", -1);
    check("2.9 as i32", 2);
    check("-2.9 as i32", -2);
    check("1e20 as i32", Integer.MAX_VALUE);
    check("-1e20 as i64", Long.MIN_VALUE);
    check("300.5 as u8", 255);
    check("-1.5 as u32", 0);
    check("1e19 as u64", Long.parseUnsignedLong("10000000000000000000"));
    check("1e30 as u64", -1);
    check("(0.0 / 0.0) as i32", 0);
    check("((0 as u64) - 1) as f64", 18446744073709551615.0);
    check("16777217 as f32", 16777216.0);
    check("'a' as i32", 97);
    check("true as i32", 1);
    check("97 as char", new ConstantValue.Char('a'));
    check("0xd800 as char", new ConstantValue.Char(0xFFFD));
    check("-1 as char", new ConstantValue.Char(0xFFFD));
  }

  @Test
  void floatsRoundToTheirType() {
    check("0.1 + 0.2", 0.1 + 0.2);
    check("(0.1 as f32) + (0.2 as f32)", 0.1f + 0.2f);
    check("1.0 / 0.0", Double.POSITIVE_INFINITY);
    check("7.5 % 2", 1.5);
  }

  @Test
  void comparisonsAreThoseOfTheProgram() {
    check("((0 as u32) - 1) > 1", true);
    check("0.0 / 0.0 == 0.0 / 0.0", false);
    check("0.0 / 0.0 != 0.0 / 0.0", true);
    check("0.0 / 0.0 < 1.0", false);
    check("0.0 == -0.0", true);
    check("\"a\" + \"b\" == \"ab\"", true);
    check("\"Z\" < \"a\"", true);
    check("[1, 2] == [1, 2]", true);
    check("1 < 2 && !(3 < 2) || false", true);
  }
}
