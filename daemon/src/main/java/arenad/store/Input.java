package arenad.store;

import java.util.ArrayList;
import java.util.List;

/// Bytes being read. Whatever is wrong with them ends in [MalformedRecord].
final class Input {
  private final byte[] bytes;
  private int at;
  private final List<Object> seen = new ArrayList<>();

  Input(byte[] bytes) {
    this.bytes = bytes;
  }

  int u8() {
    need(1);
    return bytes[at++] & 0xFF;
  }

  long unsigned() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = u8();
      value |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new MalformedRecord("a number of more than 64 bits");
  }

  long signed() {
    long value = unsigned();
    return (value >>> 1) ^ -(value & 1);
  }

  /// A count of things that take a byte each at least.
  int count() {
    long value = unsigned();
    if (value < 0 || value > bytes.length - at) {
      throw new MalformedRecord("a count of " + value);
    }
    return (int) value;
  }

  long fixed64() {
    need(8);
    long value = 0;
    for (int shift = 0; shift < 64; shift += 8) {
      value |= (long) (bytes[at++] & 0xFF) << shift;
    }
    return value;
  }

  String text() {
    long head = unsigned();
    boolean narrow = (head & 1) == 0;
    long length = head >>> 1;
    if (length > (narrow ? bytes.length - at : (bytes.length - at) / 2)) {
      throw new MalformedRecord("a text of " + length + " characters");
    }
    char[] chars = new char[(int) length];
    for (int i = 0; i < chars.length; i++) {
      int low = bytes[at++] & 0xFF;
      chars[i] = (char) (narrow ? low : low | (bytes[at++] & 0xFF) << 8);
    }
    return new String(chars);
  }

  byte[] raw(int length) {
    need(length);
    byte[] value = new byte[length];
    System.arraycopy(bytes, at, value, 0, length);
    at += length;
    return value;
  }

  Object numbered(long number) {
    if (number < 0 || number >= seen.size()) {
      throw new MalformedRecord("a reference to value " + number);
    }
    return seen.get((int) number);
  }

  void remember(Object value) {
    seen.add(value);
  }

  void end() {
    if (at != bytes.length) {
      throw new MalformedRecord((bytes.length - at) + " bytes too many");
    }
  }

  private void need(int count) {
    if (count < 0 || bytes.length - at < count) {
      throw new MalformedRecord("an end too early");
    }
  }
}
