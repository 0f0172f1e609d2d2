package arenad.std;

import static arenad.memory.Memory.i32;
import static arenad.memory.Memory.putI32;

/// Whole numbers of any size in memory: 32-bit limbs, the lowest first, without leading zero limbs. Just what exact decimals
/// need.
///
/// Each method takes the address of a number and how many limbs it has, works in place, and returns how many it has then.
final class Limbs {
  private static final long MASK = 0xFFFF_FFFFL;
  private static final int FIVE_TO_13 = 1_220_703_125;

  private Limbs() {}

  static int of(long value, long address) {
    putI32(address, (int) value);
    putI32(address + 4, (int) (value >>> 32));
    return value == 0 ? 0 : value >>> 32 == 0 ? 1 : 2;
  }

  static int multiplyAndAdd(long address, int count, int factor, int summand) {
    long carry = summand & MASK;
    for (int i = 0; i < count; i++) {
      long product = (i32(address + 4L * i) & MASK) * (factor & MASK) + carry;
      putI32(address + 4L * i, (int) product);
      carry = product >>> 32;
    }
    if (carry == 0) {
      return count;
    }
    putI32(address + 4L * count, (int) carry);
    return count + 1;
  }

  static int multiplyByPowerOf5(long address, int count, int exponent) {
    int result = count;
    int left = exponent;
    for (; left >= 13; left -= 13) {
      result = multiplyAndAdd(address, result, FIVE_TO_13, 0);
    }
    for (; left > 0; left--) {
      result = multiplyAndAdd(address, result, 5, 0);
    }
    return result;
  }

  static int shiftLeft(long address, int count, int bits) {
    if (count == 0) {
      return 0;
    }
    int words = bits >>> 5;
    int rest = bits & 31;
    putI32(address + 4L * (count + words), 0);
    for (int i = count - 1; i >= 0; i--) {
      long shifted = (i32(address + 4L * i) & MASK) << rest;
      long target = address + 4L * (i + words);
      putI32(target + 4, i32(target + 4) | (int) (shifted >>> 32));
      putI32(target, (int) shifted);
    }
    for (int i = 0; i < words; i++) {
      putI32(address + 4L * i, 0);
    }
    int result = count + words;
    return i32(address + 4L * result) == 0 ? result : result + 1;
  }

  /// Divides by a number below 2^31 and stores the remainder at another address.
  static int divide(long address, int count, int divisor, long remainder) {
    long rest = 0;
    for (int i = count - 1; i >= 0; i--) {
      long part = rest << 32 | i32(address + 4L * i) & MASK;
      putI32(address + 4L * i, (int) (part / divisor));
      rest = part % divisor;
    }
    putI32(remainder, (int) rest);
    int result = count;
    while (result > 0 && i32(address + 4L * (result - 1)) == 0) {
      result--;
    }
    return result;
  }

  static int compare(long left, int leftCount, long right, int rightCount) {
    if (leftCount != rightCount) {
      return Integer.compare(leftCount, rightCount);
    }
    for (int i = leftCount - 1; i >= 0; i--) {
      int order = Integer.compareUnsigned(i32(left + 4L * i), i32(right + 4L * i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
