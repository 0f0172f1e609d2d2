package arenad.std;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arenad.Native;
import arenad.buffer.Arrays;
import arenad.memory.Arenas;
import arenad.memory.Context;
import arenad.memory.Memory;
import arenad.panic.Panic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class StringsTest {
  private final Context context = new Context();

  @AfterEach
  void close() {
    context.close();
  }

  private Native.Text text(String text) {
    return Native.text(context, text);
  }

  private List<String> split(String whole, String separator) {
    Native.Text s = text(whole);
    Native.Text t = text(separator);
    long array = Strings.split(context, s.address(), s.length(), t.address(), t.length());
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < Arrays.length(array); i++) {
      parts.add(Native.stored(Arrays.at(array, i, Strings.SIZE)));
    }
    return parts;
  }

  @Test
  void searchesAgreeWithJava() {
    Random random = new Random(41);
    for (int i = 0; i < 20_000; i++) {
      String whole = word(random, random.nextInt(12));
      String part = word(random, random.nextInt(4));
      Native.Text s = text(whole);
      Native.Text t = text(part);
      assertEquals(
          whole.indexOf(part), Strings.indexOf(s.address(), s.length(), t.address(), t.length()));
      assertEquals(
          whole.contains(part), Strings.contains(s.address(), s.length(), t.address(), t.length()));
      assertEquals(
          whole.startsWith(part),
          Strings.startsWith(s.address(), s.length(), t.address(), t.length()));
      assertEquals(
          whole.endsWith(part), Strings.endsWith(s.address(), s.length(), t.address(), t.length()));
      assertEquals(
          whole.equals(part), Strings.equal(s.address(), s.length(), t.address(), t.length()));
      assertEquals(
          Integer.signum(whole.compareTo(part)),
          Integer.signum(Strings.compare(s.address(), s.length(), t.address(), t.length())));
      long replaced =
          Strings.replace(
              context, s.address(), s.length(), t.address(), t.length(), s.address(), s.length());
      assertEquals(whole.replace(part, whole), Native.result(context, replaced));
      long joined = Strings.concat(context, s.address(), s.length(), t.address(), t.length());
      assertEquals(whole + part, Native.result(context, joined));
      if (!part.isEmpty()) {
        assertEquals(
            List.of(whole.split(java.util.regex.Pattern.quote(part), -1)), split(whole, part));
      }
    }
  }

  private static String word(Random random, int length) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.append((char) ('a' + random.nextInt(3)));
    }
    return word.toString();
  }

  @Test
  void anEmptySeparatorSplitsIntoCharacters() {
    assertEquals(List.of("a", "ß", "€", "😀"), split("aß€😀", ""));
    assertEquals(List.of(), split("", ""));
    assertEquals(List.of(""), split("", ","));
  }

  @Test
  void slicesShareBytesAndKeepCharactersWhole() {
    Native.Text s = text("aß€😀");
    assertEquals(
        "ß€", Native.result(context, Strings.slice(context, s.address(), s.length(), 1, 6)));
    assertEquals(
        "", Native.result(context, Strings.slice(context, s.address(), s.length(), 10, 10)));
    assertEquals("slice off a character boundary: 2", sliceFailure(s, 2, 6));
    assertEquals("slice off a character boundary: 8", sliceFailure(s, 1, 8));
    assertEquals("slice out of range: 3..1, length 10", sliceFailure(s, 3, 1));
    assertEquals("slice out of range: 0..11, length 10", sliceFailure(s, 0, 11));
    assertEquals("slice out of range: -1..2, length 10", sliceFailure(s, -1, 2));
    assertEquals('a', Strings.byteAt(s.address(), s.length(), 0));
    assertEquals(0xC3, Strings.byteAt(s.address(), s.length(), 1));
    Panic panic = assertThrows(Panic.class, () -> Strings.byteAt(s.address(), s.length(), 10));
    assertEquals("index out of range: 10, length 10", panic.getMessage());
  }

  private String sliceFailure(Native.Text s, int from, int to) {
    Panic panic =
        assertThrows(Panic.class, () -> Strings.slice(context, s.address(), s.length(), from, to));
    return String.valueOf(panic.getMessage());
  }

  @Test
  void trimTakesUnicodeWhiteSpace() {
    for (String space : new String[] {"", " ", "\t\n\r ", "\u00a0", "\u3000 \u2003", "\u0085"}) {
      Native.Text s = text(space + "x y" + space);
      assertEquals("x y", Native.result(context, Strings.trim(context, s.address(), s.length())));
      Native.Text empty = text(space);
      assertEquals(
          "", Native.result(context, Strings.trim(context, empty.address(), empty.length())));
    }
  }

  @Test
  void casesOfEveryCharacterAreThoseOfUnicode() {
    for (int scalar = 0; scalar <= Character.MAX_CODE_POINT; scalar++) {
      if (Character.isDefined(scalar) && !(scalar >= 0xD800 && scalar < 0xE000)) {
        long mark = context.mark();
        long address = context.tempAlloc(8);
        int length = (int) (Utf8.encode(scalar, address) - address);
        assertEquals(scalar, Utf8.decode(address));
        assertEquals(length, Utf8.width(scalar));
        String one = Character.toString(scalar);
        String upper = Native.result(context, Strings.upper(context, address, length));
        assertEquals(one.toUpperCase(Locale.ROOT), upper);
        String lower = Native.result(context, Strings.lower(context, address, length));
        assertEquals(one.toLowerCase(Locale.ROOT), lower);
        context.release(mark);
      }
    }
    for (String word :
        new String[] {
          "ΟΔΥΣΣΕΥΣ", "ΑΣ ΣΑ", "Σ", "ΑΣ.", "Α'Σ", "ΑΣ'Α", "Straße ŉ ﬃ", "ΑΣ\u0301Β", "İI"
        }) {
      Native.Text s = text(word);
      assertEquals(
          word.toLowerCase(Locale.ROOT),
          Native.result(context, Strings.lower(context, s.address(), s.length())));
      assertEquals(
          word.toUpperCase(Locale.ROOT),
          Native.result(context, Strings.upper(context, s.address(), s.length())));
    }
  }

  @Test
  void countsAndBoundariesOfCharacters() {
    Native.Text s = text("aß€😀");
    assertEquals(4, Utf8.count(s.address(), s.length()));
    String boundaries = "";
    for (int i = -1; i <= 11; i++) {
      boundaries += Utf8.isBoundary(s.address(), s.length(), i) ? "|" : ".";
    }
    assertEquals(".||.|..|...|.", boundaries);
  }

  @Test
  void bytesThatAreNotUtf8BecomeReplacementCharacters() {
    long arena = Arenas.newRoot(context);
    Object[][] cases = {
      {new int[] {'a', 0xFF, 'b'}, "a\ufffdb"},
      {new int[] {0xC3, 0xA4, 0xC3}, "ä\ufffd"},
      {new int[] {0xC0, 0x80}, "\ufffd\ufffd"},
      {new int[] {0xED, 0xA0, 0x80}, "\ufffd\ufffd\ufffd"},
      {new int[] {0xF4, 0x90, 0x80, 0x80}, "\ufffd\ufffd\ufffd\ufffd"},
      {new int[] {0xF0, 0x9F, 0x98, 0x80}, "😀"},
      {new int[] {0xE2, 0x82}, "\ufffd\ufffd"},
      {new int[0], ""}
    };
    for (Object[] one : cases) {
      int[] units = (int[]) one[0];
      long raw = context.tempAlloc(16);
      for (int i = 0; i < units.length; i++) {
        Memory.putI8(raw + i, units[i]);
      }
      assertEquals(one[1], Native.result(context, Repair.copy(context, arena, raw, units.length)));
    }
  }

  @Test
  void aCopyHasBytesOfItsOwn() {
    long arena = Arenas.newRoot(context);
    for (int length = 0; length < 40; length++) {
      Native.Text s = text("é".repeat(length));
      long copy = Strings.copy(context, arena, s.address(), s.length());
      assertNotEquals(s.address(), copy);
      assertEquals("é".repeat(length), Native.result(context, copy));
      assertTrue(Strings.equal(s.address(), s.length(), copy, s.length()));
      assertFalse(length > 0 && Strings.equal(s.address(), s.length() - 1, copy, s.length()));
    }
  }

  @Test
  void stringOperationsAllocateNothingOnTheJavaHeap() {
    Native.Text s = text("Alpha,Beta,Gamma,Straße,ΟΔΥΣΣΕΥΣ, ");
    Native.Text comma = text(",");
    Native.assertAllocatesNothing(
        () -> {
          for (int i = 0; i < 2000; i++) {
            long mark = context.mark();
            long parts =
                Strings.split(context, s.address(), s.length(), comma.address(), comma.length());
            Strings.upper(context, s.address(), s.length());
            Strings.lower(context, s.address(), s.length());
            Strings.trim(context, s.address(), s.length());
            Strings.replace(
                context, s.address(), s.length(), comma.address(), 1, s.address(), s.length());
            Strings.concat(context, s.address(), s.length(), comma.address(), Arrays.length(parts));
            context.release(mark);
          }
        });
  }
}
