package arenad.memory;

import arenad.panic.Panics;
import jdk.internal.misc.Unsafe;

/// Off-heap memory, one line per access. Generated code and the whole runtime reach memory through this class alone.
///
/// The access goes through `jdk.internal.misc.Unsafe`, because foreign-memory accesses are many layers of inlined Java each,
/// and a method with a few hundred of them compiles into something hundreds of times slower, or not at all.
/// An address is trusted: nothing here is checked.
public final class Memory {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /// Below this many bytes a loop of moves beats the call of the JVM's copy routine.
  private static final long SHORT = 32;

  private Memory() {}

  /// A signed byte.
  public static int i8(long address) {
    return UNSAFE.getByte(address);
  }

  /// An unsigned byte.
  public static int u8(long address) {
    return UNSAFE.getByte(address) & 0xFF;
  }

  /// A signed 16-bit integer.
  public static int i16(long address) {
    return UNSAFE.getShort(address);
  }

  /// An unsigned 16-bit integer.
  public static int u16(long address) {
    return UNSAFE.getChar(address);
  }

  /// A 32-bit integer.
  public static int i32(long address) {
    return UNSAFE.getInt(address);
  }

  /// A 64-bit integer or an address.
  public static long i64(long address) {
    return UNSAFE.getLong(address);
  }

  /// A 32-bit float.
  public static float f32(long address) {
    return UNSAFE.getFloat(address);
  }

  /// A 64-bit float.
  public static double f64(long address) {
    return UNSAFE.getDouble(address);
  }

  /// Writes the low 8 bits.
  public static void putI8(long address, int value) {
    UNSAFE.putByte(address, (byte) value);
  }

  /// Writes the low 16 bits.
  public static void putI16(long address, int value) {
    UNSAFE.putShort(address, (short) value);
  }

  /// Writes a 32-bit integer.
  public static void putI32(long address, int value) {
    UNSAFE.putInt(address, value);
  }

  /// Writes a 64-bit integer or an address.
  public static void putI64(long address, long value) {
    UNSAFE.putLong(address, value);
  }

  /// Writes a 32-bit float.
  public static void putF32(long address, float value) {
    UNSAFE.putFloat(address, value);
  }

  /// Writes a 64-bit float.
  public static void putF64(long address, double value) {
    UNSAFE.putDouble(address, value);
  }

  /// Adds to a 32-bit integer that several threads may count with; gives what it was.
  public static int addI32(long address, int amount) {
    return UNSAFE.getAndAddInt(null, address, amount);
  }

  /// Puts a 32-bit integer in the place of another, if it is still there.
  public static boolean replaceI32(long address, int expected, int value) {
    return UNSAFE.compareAndSetInt(null, address, expected, value);
  }

  /// Writes a 32-bit integer after all that was written before, for other threads too.
  static void publishI32(long address, int value) {
    UNSAFE.putIntRelease(null, address, value);
  }

  /// Copies bytes between ranges that do not overlap.
  public static void copy(long source, long target, long bytes) {
    if (bytes <= SHORT) {
      copyShort(source, target, bytes);
    } else {
      UNSAFE.copyMemory(source, target, bytes);
    }
  }

  /// Copies bytes between ranges that may overlap.
  public static void move(long source, long target, long bytes) {
    UNSAFE.copyMemory(source, target, bytes);
  }

  private static void copyShort(long source, long target, long bytes) {
    long done = 0;
    for (; done + 8 <= bytes; done += 8) {
      UNSAFE.putLong(target + done, UNSAFE.getLong(source + done));
    }
    if ((bytes & 4) != 0) {
      UNSAFE.putInt(target + done, UNSAFE.getInt(source + done));
      done += 4;
    }
    if ((bytes & 2) != 0) {
      UNSAFE.putShort(target + done, UNSAFE.getShort(source + done));
      done += 2;
    }
    if ((bytes & 1) != 0) {
      UNSAFE.putByte(target + done, UNSAFE.getByte(source + done));
    }
  }

  /// Sets every byte of a range to the low 8 bits of a value.
  public static void fill(long address, long bytes, int value) {
    overwrite(address, bytes, value);
  }

  /// The same, past all checks.
  static void overwrite(long address, long bytes, int value) {
    UNSAFE.setMemory(address, bytes, (byte) value);
  }

  /// Whether two ranges hold the same bytes.
  public static boolean equal(long left, long right, long bytes) {
    long done = 0;
    for (; done + 8 <= bytes; done += 8) {
      if (UNSAFE.getLong(left + done) != UNSAFE.getLong(right + done)) {
        return false;
      }
    }
    for (; done < bytes; done++) {
      if (UNSAFE.getByte(left + done) != UNSAFE.getByte(right + done)) {
        return false;
      }
    }
    return true;
  }

  /// Compares two byte strings by unsigned bytes, a prefix before what it begins.
  public static int compare(long left, int leftLength, long right, int rightLength) {
    int shorter = Math.min(leftLength, rightLength);
    int done = 0;
    while (done + 8 <= shorter && UNSAFE.getLong(left + done) == UNSAFE.getLong(right + done)) {
      done += 8;
    }
    for (; done < shorter; done++) {
      int difference = u8(left + done) - u8(right + done);
      if (difference != 0) {
        return difference;
      }
    }
    return Integer.compare(leftLength, rightLength);
  }

  /// Copies bytes of a Java array to memory.
  public static void copyIn(byte[] source, int from, long target, int bytes) {
    UNSAFE.copyMemory(source, Unsafe.ARRAY_BYTE_BASE_OFFSET + from, null, target, bytes);
  }

  /// Copies bytes of memory to a Java array.
  public static void copyOut(long source, byte[] target, int from, int bytes) {
    UNSAFE.copyMemory(null, source, target, Unsafe.ARRAY_BYTE_BASE_OFFSET + from, bytes);
  }

  /// Memory from the system, not cleared, aligned to 16; to be given back with [#release].
  public static long allocate(long bytes) {
    return reallocate(0, bytes);
  }

  /// Grows or shrinks what [#allocate] gave; the address 0 counts as nothing yet.
  public static long reallocate(long address, long bytes) {
    return CheckedMode.on() ? Shadow.reallocate(address, bytes) : reallocateTrying(address, bytes);
  }

  /// The same, past all checks. When the system refuses, what is pooled goes back to it before it is asked again.
  static long reallocateTrying(long address, long bytes) {
    long result = tryReallocate(address, bytes);
    if (result == 0 && bytes != 0) {
      if (CheckedMode.on()) {
        Quarantine.empty();
      }
      Slabs.trim();
      result = tryReallocate(address, bytes);
      if (result == 0) {
        throw Panics.outOfMemory(bytes);
      }
    }
    return result;
  }

  /// As [#reallocate], but 0 when the system refuses.
  static long tryReallocate(long address, long bytes) {
    try {
      return UNSAFE.reallocateMemory(address, bytes);
    } catch (OutOfMemoryError | IllegalArgumentException e) {
      return 0;
    }
  }

  /// Gives memory back to the system; the address 0 is allowed.
  public static void release(long address) {
    if (CheckedMode.on()) {
      Shadow.release(address);
    } else {
      free(address);
    }
  }

  /// The same, past all checks.
  static void free(long address) {
    UNSAFE.freeMemory(address);
  }
}
