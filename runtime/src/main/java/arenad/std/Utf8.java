package arenad.std;

import static arenad.memory.Memory.putI8;
import static arenad.memory.Memory.u8;

/// Scalar values as UTF-8. Strings are well-formed by construction, so reading does not check.
public final class Utf8 {
  private Utf8() {}

  /// The scalar value whose first byte is at an address.
  public static int decode(long address) {
    int first = u8(address);
    if (first < 0x80) {
      return first;
    }
    int second = u8(address + 1) & 0x3F;
    if (first < 0xE0) {
      return (first & 0x1F) << 6 | second;
    }
    int third = u8(address + 2) & 0x3F;
    if (first < 0xF0) {
      return (first & 0x0F) << 12 | second << 6 | third;
    }
    return (first & 0x07) << 18 | second << 12 | third << 6 | u8(address + 3) & 0x3F;
  }

  /// The scalar value that ends before an address.
  static int decodeBefore(long end) {
    long at = end - 1;
    while (!startsCharacter(u8(at))) {
      at--;
    }
    return decode(at);
  }

  /// Bytes of a scalar value.
  public static int width(int scalar) {
    return scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4;
  }

  /// Writes a scalar value.
  ///
  /// @return the address behind it
  static long encode(int scalar, long address) {
    if (scalar < 0x80) {
      putI8(address, scalar);
      return address + 1;
    }
    if (scalar < 0x800) {
      putI8(address, 0xC0 | scalar >> 6);
      putI8(address + 1, 0x80 | scalar & 0x3F);
      return address + 2;
    }
    if (scalar < 0x10000) {
      putI8(address, 0xE0 | scalar >> 12);
      putI8(address + 1, 0x80 | scalar >> 6 & 0x3F);
      putI8(address + 2, 0x80 | scalar & 0x3F);
      return address + 3;
    }
    putI8(address, 0xF0 | scalar >> 18);
    putI8(address + 1, 0x80 | scalar >> 12 & 0x3F);
    putI8(address + 2, 0x80 | scalar >> 6 & 0x3F);
    putI8(address + 3, 0x80 | scalar & 0x3F);
    return address + 4;
  }

  /// Whether a character starts, or the string ends, at an index.
  public static boolean isBoundary(long address, int length, int index) {
    return index == 0
        || index == length
        || index > 0 && index < length && startsCharacter(u8(address + index));
  }

  static boolean startsCharacter(int unit) {
    return (unit & 0xC0) != 0x80;
  }

  /// The number of scalar values of a string.
  public static int count(long address, int length) {
    int count = 0;
    for (long at = address; at < address + length; at++) {
      if (startsCharacter(u8(at))) {
        count++;
      }
    }
    return count;
  }

  /// How many bytes at an address form one character, 0 if they form none: for bytes from outside.
  static int wellFormedWidth(long address, long end) {
    int first = u8(address);
    if (first < 0x80) {
      return 1;
    }
    int width = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    if (width == 0 || address + width > end) {
      return 0;
    }
    for (int i = 1; i < width; i++) {
      if (startsCharacter(u8(address + i))) {
        return 0;
      }
    }
    int scalar = decode(address);
    boolean shortest = width(scalar) == width;
    boolean surrogate = scalar >= 0xD800 && scalar < 0xE000;
    return shortest && !surrogate && scalar <= Character.MAX_CODE_POINT ? width : 0;
  }
}
