package arenad.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SourceTextTest {

  @Test
  void anyBytesComeBack() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      assertArrayEquals(bytes, SourceText.of(bytes).bytes());
    }
  }

  @Test
  void encodedSurrogatesComeBack() {
    byte[] bytes = {(byte) 0xED, (byte) 0xA0, (byte) 0x80, (byte) 0xED, (byte) 0xB2, (byte) 0x80};
    assertArrayEquals(bytes, SourceText.of(bytes).bytes());
    byte[] emoji = "a😀b".getBytes(StandardCharsets.UTF_8);
    assertArrayEquals(emoji, SourceText.of(emoji).bytes());
    assertEquals(-1, SourceText.of(emoji).firstMalformed());
  }

  @Test
  void theFirstMalformedByteIsKnown() {
    byte[] bytes = {'a', (byte) 0xC3, (byte) 0xA9, (byte) 0xFF, 'b'};
    assertEquals(2, SourceText.of(bytes).firstMalformed());
    assertEquals(4, SourceText.of(bytes).length());
  }

  @Test
  void linesEndInAnyOfTheThreeWays() {
    SourceText text = SourceText.of("a\nbc\r\n\rd");
    assertEquals(4, text.lineCount());
    assertEquals("a", text.line(0));
    assertEquals("bc", text.line(1));
    assertEquals("", text.line(2));
    assertEquals("d", text.line(3));
  }

  @Test
  void positionsAndOffsetsAgree() {
    SourceText text = SourceText.of("ab\n😀c\n");
    assertEquals(new LineColumn(1, 2), text.position(5));
    for (int offset = 0; offset <= text.length(); offset++) {
      assertEquals(offset, text.offset(text.position(offset)));
    }
    assertEquals(2, text.offset(new LineColumn(0, 99)));
    assertEquals(7, text.offset(new LineColumn(9, 0)));
  }

  @Test
  void tabsAndWideCharactersHaveTheirWidth() {
    assertEquals(4, Columns.width("\t", 0, 1));
    assertEquals(4, Columns.width("ab\t", 0, 3));
    assertEquals(3, Columns.width("a日", 0, 2));
    assertEquals(1, Columns.width("e\u0301", 0, 2));
  }
}
