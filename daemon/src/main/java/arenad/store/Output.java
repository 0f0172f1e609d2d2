package arenad.store;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Bytes being written, with the values that were written once already.
final class Output {
  private byte[] bytes = new byte[256];
  private int length;
  private final Map<Object, Integer> seen = new HashMap<>();

  void u8(int value) {
    room(1);
    bytes[length++] = (byte) value;
  }

  /// An unsigned LEB128.
  void unsigned(long value) {
    room(10);
    while ((value & ~0x7FL) != 0) {
      bytes[length++] = (byte) (value | 0x80);
      value >>>= 7;
    }
    bytes[length++] = (byte) value;
  }

  /// Zigzag, so that small negative numbers stay short.
  void signed(long value) {
    unsigned((value << 1) ^ (value >> 63));
  }

  void fixed64(long value) {
    room(8);
    for (int shift = 0; shift < 64; shift += 8) {
      bytes[length++] = (byte) (value >>> shift);
    }
  }

  /// The characters as they are, lone surrogates too: one byte each where all fit, else two.
  void text(String value) {
    boolean narrow = value.chars().allMatch(c -> c < 256);
    unsigned((long) value.length() << 1 | (narrow ? 0 : 1));
    room(value.length() * 2);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      bytes[length++] = (byte) c;
      if (!narrow) {
        bytes[length++] = (byte) (c >>> 8);
      }
    }
  }

  void raw(byte[] value) {
    room(value.length);
    System.arraycopy(value, 0, bytes, length, value.length);
    length += value.length;
  }

  /// The number of an equal value that was written before, or -1.
  int numberOf(Object value) {
    return seen.getOrDefault(value, -1);
  }

  /// Gives a value that has just been written the next number.
  void remember(Object value) {
    seen.put(value, seen.size());
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  private void room(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
