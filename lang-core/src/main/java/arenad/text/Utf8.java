package arenad.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// UTF-8 that loses nothing: malformed bytes become lone surrogates U+DC80 to U+DCFF and go back to
/// the same bytes (the scheme of Python's PEP 383).
final class Utf8 {
  private static final int ESCAPE = 0xDC00;

  private Utf8() {}

  static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  static String ascii(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  static String decode(byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (result.isUnderflow()) {
        return out.flip().toString();
      }
      for (int i = 0; i < result.length(); i++) {
        out.put((char) (ESCAPE + (in.get() & 0xFF)));
      }
      decoder.reset();
    }
  }

  static int firstMalformed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isEscape(text, i)) {
        return i;
      }
    }
    return -1;
  }

  /// Whether a lone low surrogate of our making stands at `i`.
  private static boolean isEscape(String text, int i) {
    char c = text.charAt(i);
    return c >= ESCAPE + 0x80
        && c <= ESCAPE + 0xFF
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }

  static byte[] encode(String text) {
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    if (firstMalformed(text) < 0) {
      return plain;
    }
    ByteBuffer out = ByteBuffer.allocate(text.length() * 3);
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      if (isEscape(text, i)) {
        out.put(text.substring(from, i).getBytes(StandardCharsets.UTF_8));
        out.put((byte) (text.charAt(i) - ESCAPE));
        from = i + 1;
      }
    }
    out.put(text.substring(from).getBytes(StandardCharsets.UTF_8));
    byte[] bytes = new byte[out.position()];
    out.flip().get(bytes);
    return bytes;
  }
}
