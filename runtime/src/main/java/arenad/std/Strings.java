package arenad.std;

import static arenad.memory.Memory.putI32;
import static arenad.memory.Memory.putI64;
import static arenad.memory.Memory.u8;

import arenad.buffer.Arrays;
import arenad.memory.Arenas;
import arenad.memory.Context;
import arenad.memory.Memory;
import arenad.panic.Panics;

/// The operations of `String`: an address and a length in bytes, immutable, so a slice shares the bytes of the whole.
///
/// What gives a string returns its address and leaves its length in `r1`.
public final class Strings {
  /// Bytes of a `String` in memory: address, length, padding.
  public static final int SIZE = 16;

  private static final long LENGTH = 8;

  private Strings() {}

  /// Whether two strings have the same bytes.
  public static boolean equal(long left, int leftLength, long right, int rightLength) {
    return leftLength == rightLength && (left == right || Memory.equal(left, right, leftLength));
  }

  /// Order by code points, which is that of the bytes.
  public static int compare(long left, int leftLength, long right, int rightLength) {
    return Memory.compare(left, leftLength, right, rightLength);
  }

  /// `s[i]`.
  public static int byteAt(long address, int length, int index) {
    return u8(address + Checks.index(index, length));
  }

  /// `s + t`, temporary.
  public static long concat(
      Context context, long left, int leftLength, long right, int rightLength) {
    long length = (long) leftLength + rightLength;
    if (length > Integer.MAX_VALUE) {
      throw Panics.tooLarge("text");
    }
    long address = context.tempAlloc(length + 7 & -8);
    Memory.copy(left, address, leftLength);
    Memory.copy(right, address + leftLength, rightLength);
    context.r1 = length;
    return address;
  }

  /// `s.slice(from, to)`.
  public static long slice(Context context, long address, int length, int from, int to) {
    if (from < 0 || to < from || to > length) {
      throw Panics.sliceOutOfRange(from, to, length);
    }
    if (!Utf8.isBoundary(address, length, from)) {
      throw Panics.sliceInsideCharacter(from);
    }
    if (!Utf8.isBoundary(address, length, to)) {
      throw Panics.sliceInsideCharacter(to);
    }
    context.r1 = to - from;
    return address + from;
  }

  /// The byte offset of the first occurrence, or -1.
  public static int indexOf(long address, int length, long part, int partLength) {
    return indexFrom(address, length, part, partLength, 0);
  }

  /// The byte offset of the first occurrence that does not start before an offset, or -1.
  static int indexFrom(long address, int length, long part, int partLength, int from) {
    if (partLength == 0) {
      return from;
    }
    int first = u8(part);
    int last = length - partLength;
    for (int i = from; i <= last; i++) {
      if (u8(address + i) == first && Memory.equal(address + i, part, partLength)) {
        return i;
      }
    }
    return -1;
  }

  /// `s.contains(t)`.
  public static boolean contains(long address, int length, long part, int partLength) {
    return indexOf(address, length, part, partLength) >= 0;
  }

  /// `s.startsWith(t)`.
  public static boolean startsWith(long address, int length, long part, int partLength) {
    return partLength <= length && Memory.equal(address, part, partLength);
  }

  /// `s.endsWith(t)`.
  public static boolean endsWith(long address, int length, long part, int partLength) {
    return partLength <= length && Memory.equal(address + (length - partLength), part, partLength);
  }

  /// `s.split(separator)`: a temporary array of slices; an empty separator splits into characters.
  public static long split(
      Context context, long address, int length, long separator, int separatorLength) {
    long array = Arrays.createTemp(context, SIZE, 0);
    if (separatorLength == 0) {
      for (int i = 0; i < length; ) {
        int width = Utf8.width(Utf8.decode(address + i));
        push(array, address + i, width);
        i += width;
      }
      return array;
    }
    int from = 0;
    int at = indexFrom(address, length, separator, separatorLength, 0);
    while (at >= 0) {
      push(array, address + from, at - from);
      from = at + separatorLength;
      at = indexFrom(address, length, separator, separatorLength, from);
    }
    push(array, address + from, length - from);
    return array;
  }

  private static void push(long array, long address, int length) {
    long slot = Arrays.push(array, SIZE);
    putI64(slot, address);
    putI32(slot + LENGTH, length);
  }

  /// `s.trim()`: without white space at both ends.
  public static long trim(Context context, long address, int length) {
    long from = address;
    long to = address + length;
    while (from < to && isWhiteSpace(Utf8.decode(from))) {
      from += Utf8.width(Utf8.decode(from));
    }
    while (from < to && isWhiteSpace(Utf8.decodeBefore(to))) {
      to -= Utf8.width(Utf8.decodeBefore(to));
    }
    context.r1 = to - from;
    return from;
  }

  /// Unicode's `White_Space`.
  private static boolean isWhiteSpace(int scalar) {
    return switch (scalar) {
      case 9, 10, 11, 12, 13, ' ', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 ->
          true;
      default -> scalar >= 0x2000 && scalar <= 0x200A;
    };
  }

  /// `s.replace(part, by)`, every occurrence from the left; temporary. An empty part is found before each character and at the end.
  public static long replace(
      Context context, long address, int length, long part, int partLength, long by, int byLength) {
    TextRoom.begin(context);
    int from = 0;
    int at = indexFrom(address, length, part, partLength, 0);
    while (at >= 0 && at <= length) {
      Text.appendString(context, address + from, at - from);
      Text.appendString(context, by, byLength);
      from = at + partLength;
      if (partLength == 0) {
        at = at == length ? -1 : at + Utf8.width(Utf8.decode(address + at));
      } else {
        at = indexFrom(address, length, part, partLength, from);
      }
    }
    Text.appendString(context, address + from, length - from);
    return TextRoom.end(context);
  }

  /// `s.upper()`, temporary.
  public static long upper(Context context, long address, int length) {
    return Casing.upper(context, address, length);
  }

  /// `s.lower()`, temporary.
  public static long lower(Context context, long address, int length) {
    return Casing.lower(context, address, length);
  }

  /// `s.toI32()`: digits with an optional sign; whether it is one goes to `r1`.
  public static int toI32(Context context, long address, int length) {
    long value = toI64(context, address, length);
    if (value != (int) value) {
      context.r1 = 0;
      return 0;
    }
    return (int) value;
  }

  /// `s.toI64()`: digits with an optional sign; whether it is one goes to `r1`.
  public static long toI64(Context context, long address, int length) {
    context.r1 = 0;
    boolean signed = length > 0 && (u8(address) == '-' || u8(address) == '+');
    boolean negative = signed && u8(address) == '-';
    int from = signed ? 1 : 0;
    if (from == length) {
      return 0;
    }
    // Counted downwards, where there is one number more.
    long value = 0;
    for (int i = from; i < length; i++) {
      int digit = u8(address + i) - '0';
      if (digit < 0
          || digit > 9
          || value < Long.MIN_VALUE / 10
          || value * 10 < Long.MIN_VALUE + digit) {
        return 0;
      }
      value = value * 10 - digit;
    }
    if (!negative && value == Long.MIN_VALUE) {
      return 0;
    }
    context.r1 = 1;
    return negative ? value : -value;
  }

  /// `s.toF64()`: the nearest `f64`; whether it is a number goes to `r1`.
  public static double toF64(Context context, long address, int length) {
    return FloatReading.read(context, address, length);
  }

  /// `s.clone(a)`: the same bytes in an arena.
  public static long copy(Context context, long arena, long address, int length) {
    long copy = Arenas.alloc(context, arena, Math.max(length + 7L & -8, 8));
    Memory.copy(address, copy, length);
    context.r1 = length;
    return copy;
  }
}
