package arenad.std;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arenad.Native;
import arenad.buffer.StringBuffers;
import arenad.memory.Arenas;
import arenad.memory.Context;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TextTest {
  private final Context context = new Context();

  @AfterEach
  void close() {
    context.close();
  }

  /// Packs a spec as the compiler does.
  static long spec(String text) {
    long spec = 0;
    int at = 0;
    int alignment = "<>^".indexOf(text.isEmpty() ? ' ' : text.charAt(0)) + 1;
    int second =
        text.length() > 1
            ? "<>^".indexOf(text.codePointAt(Character.charCount(text.codePointAt(0)))) + 1
            : 0;
    if (second > 0) {
      spec |= text.codePointAt(0) | (long) second << 21;
      at = Character.charCount(text.codePointAt(0)) + 1;
    } else if (alignment > 0) {
      spec |= (long) alignment << 21;
      at = 1;
    }
    for (; at < text.length() && "+#0".indexOf(text.charAt(at)) >= 0; at++) {
      spec |= 1L << 23 + "+#0".indexOf(text.charAt(at));
    }
    int from = at;
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      at++;
    }
    spec |= at == from ? 0 : Long.parseLong(text.substring(from, at)) << 48;
    if (at < text.length() && text.charAt(at) == '.') {
      from = ++at;
      while (at < text.length() && Character.isDigit(text.charAt(at))) {
        at++;
      }
      spec |= Long.parseLong(text.substring(from, at)) + 1 << 32;
    }
    return at < text.length() ? spec | "xXobeE".indexOf(text.charAt(at)) + 1L << 26 | spec : spec;
  }

  private String written(Runnable appends) {
    long mark = context.mark();
    Text.begin(context);
    appends.run();
    String result = Native.result(context, Text.end(context));
    context.release(mark);
    return result;
  }

  @Test
  void wholeNumbersOfEverySize() {
    Random random = new Random(11);
    for (int i = 0; i < 100_000; i++) {
      long value = random.nextLong() >> random.nextInt(64);
      if (i < 40) {
        value = (i < 20 ? 1 : -1) * (long) Math.pow(10, i % 20) - i % 2;
      }
      long number = value;
      assertEquals(Long.toString(number), written(() -> Text.appendI64(context, number)));
      assertEquals(Long.toUnsignedString(number), written(() -> Text.appendU64(context, number)));
      assertEquals(
          Integer.toString((int) number), written(() -> Text.appendI32(context, (int) number)));
      assertEquals(
          Integer.toUnsignedString((int) number),
          written(() -> Text.appendU32(context, (int) number)));
    }
    assertEquals("-9223372036854775808", written(() -> Text.appendI64(context, Long.MIN_VALUE)));
    assertEquals("18446744073709551615", written(() -> Text.appendU64(context, -1)));
    assertEquals(
        "10000000000000000000", written(() -> Text.appendU64(context, -8446744073709551616L)));
    assertEquals(
        "9999999999999999999", written(() -> Text.appendU64(context, -8446744073709551617L)));
  }

  @Test
  void otherScalarsPrintAsThemselves() {
    assertEquals(
        "truefalsenull",
        written(
            () -> {
              Text.appendBool(context, true);
              Text.appendBool(context, false);
              Text.appendNull(context);
            }));
    for (int scalar : new int[] {0, 'a', 0x7F, 0x80, 0x7FF, 0x800, 0xFFFF, 0x10000, 0x10FFFF}) {
      assertEquals(Character.toString(scalar), written(() -> Text.appendChar(context, scalar)));
    }
  }

  @Test
  void widthFillAndAlignmentCountCharacters() {
    Native.Text text = Native.text(context, "äöü");
    String[][] cases = {
      {"", "äöü"},
      {"5", "äöü  "},
      {">5", "  äöü"},
      {"^6", " äöü  "},
      {"*^6", "*äöü**"},
      {"€<5", "äöü€€"},
      {"2", "äöü"},
      {".2", "äö"},
      {"5.1", "ä    "},
      {".0", ""},
      {".9", "äöü"}
    };
    for (String[] one : cases) {
      assertEquals(
          one[1],
          written(() -> Text.formatString(context, text.address(), text.length(), spec(one[0]))),
          one[0]);
    }
    assertEquals("  true", written(() -> Text.formatBool(context, true, spec(">6"))));
    assertEquals("x--", written(() -> Text.formatChar(context, 'x', spec("-<3"))));
    assertEquals("null..", written(() -> Text.formatNull(context, spec(".<6"))));
  }

  @Test
  void formatsOfWholeNumbers() {
    String[][] cases = {
      {"5", "   42"},
      {"<5", "42   "},
      {"+", "+42"},
      {"05", "00042"},
      {"+05", "+0042"},
      {"x", "2a"},
      {"X", "2A"},
      {"#x", "0x2a"},
      {"#08x", "0x00002a"},
      {"b", "101010"},
      {"#b", "0b101010"},
      {"o", "52"},
      {"#o", "0o52"},
      {"*>6", "****42"}
    };
    for (String[] one : cases) {
      assertEquals(one[1], written(() -> Text.formatI32(context, 42, spec(one[0]))), one[0]);
      assertEquals(one[1], written(() -> Text.formatU64(context, 42, spec(one[0]))), one[0]);
    }
    assertEquals("-0042", written(() -> Text.formatI64(context, -42, spec("05"))));
    assertEquals("ffffffd6", written(() -> Text.formatI32(context, -42, spec("x"))));
    assertEquals("ffffffffffffffd6", written(() -> Text.formatI64(context, -42, spec("x"))));
    assertEquals("0", written(() -> Text.formatU32(context, 0, spec("b"))));
    assertEquals("4294967295", written(() -> Text.formatU32(context, -1, spec(""))));
    assertEquals(
        "-9223372036854775808", written(() -> Text.formatI64(context, Long.MIN_VALUE, spec("3"))));
  }

  @Test
  void textsLongerThanAChunkAndTextsAfterThem() {
    String line = "0123456789".repeat(50);
    Native.Text part = Native.text(context, line);
    for (int parts : new int[] {0, 1, 100, 131, 132, 1000, 5000, 3}) {
      assertEquals(
          line.repeat(parts),
          written(
              () -> {
                for (int i = 0; i < parts; i++) {
                  Text.appendString(context, part.address(), part.length());
                }
              }));
    }
  }

  @Test
  void aTextGrowsStraightIntoAStringBuffer() {
    long arena = Arenas.newRoot(context);
    long buffer = StringBuffers.create(context, arena, 0);
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      Text.beginIn(context, buffer);
      Text.appendI32(context, i);
      Text.formatI32(context, i, spec("*^8"));
      Text.endIn(context);
      expected.append(i).append(written2(i));
    }
    assertEquals(expected.length(), StringBuffers.length(buffer));
    assertEquals(
        expected.toString(),
        Native.result(context, StringBuffers.toString(context, buffer, arena)));
    StringBuffers.clear(buffer);
    assertEquals("", Native.result(context, StringBuffers.toString(context, buffer, arena)));
    Native.Text x = Native.text(context, "xyz");
    StringBuffers.append(buffer, x.address(), x.length());
    assertEquals("xyz", Native.result(context, StringBuffers.toString(context, buffer, arena)));
  }

  private static String written2(int value) {
    int missing = 8 - Integer.toString(value).length();
    return "*".repeat(missing / 2) + value + "*".repeat(missing - missing / 2);
  }

  @Test
  void writingAllocatesNothingOnTheJavaHeap() {
    Native.Text part = Native.text(context, "a part of some length, with ümläuts");
    long precise = spec("+012.9");
    long exponent = spec(".5e");
    Native.assertAllocatesNothing(
        () -> {
          for (int i = 0; i < 2000; i++) {
            long mark = context.mark();
            Text.begin(context);
            Text.appendString(context, part.address(), part.length());
            Text.appendI64(context, i * 0x123456789ABL);
            Text.appendF64(context, Math.sqrt(i));
            Text.appendF32(context, i / 3f);
            Text.formatF64(context, Math.sin(i), precise);
            Text.formatF64(context, Math.exp(i % 600), precise);
            Text.formatF64(context, Math.exp(-i % 600), exponent);
            Text.appendBool(context, true);
            Text.appendChar(context, 0x20AC);
            Text.end(context);
            context.release(mark);
          }
        });
  }
}
