package arenad.memory;

/// What a checked program does before each access: every method here has the name and the parameters of one of [Memory], which in a
/// checked runtime begins with a call of it.
final class Watch {
  private static final String READ = "read";
  private static final String WRITE = "write";

  private Watch() {}

  static void i8(long address) {
    Shadow.touch(address, READ);
  }

  static void u8(long address) {
    Shadow.touch(address, READ);
  }

  static void i16(long address) {
    Shadow.touch(address, READ);
  }

  static void u16(long address) {
    Shadow.touch(address, READ);
  }

  static void i32(long address) {
    Shadow.touch(address, READ);
  }

  static void i64(long address) {
    Shadow.touch(address, READ);
  }

  static void f32(long address) {
    Shadow.touch(address, READ);
  }

  static void f64(long address) {
    Shadow.touch(address, READ);
  }

  static void putI8(long address, int value) {
    Shadow.touch(address, WRITE);
  }

  static void putI16(long address, int value) {
    Shadow.touch(address, WRITE);
  }

  static void putI32(long address, int value) {
    Shadow.touch(address, WRITE);
  }

  static void putI64(long address, long value) {
    Shadow.touch(address, WRITE);
  }

  static void putF32(long address, float value) {
    Shadow.touch(address, WRITE);
  }

  static void putF64(long address, double value) {
    Shadow.touch(address, WRITE);
  }

  static void addI32(long address, int amount) {
    Shadow.touch(address, WRITE);
  }

  static void replaceI32(long address, int expected, int value) {
    Shadow.touch(address, WRITE);
  }

  static void copy(long source, long target, long bytes) {
    Shadow.touch(source, bytes, READ);
    Shadow.touch(target, bytes, WRITE);
  }

  static void move(long source, long target, long bytes) {
    copy(source, target, bytes);
  }

  static void fill(long address, long bytes, int value) {
    Shadow.touch(address, bytes, WRITE);
  }

  static void equal(long left, long right, long bytes) {
    Shadow.touch(left, bytes, READ);
    Shadow.touch(right, bytes, READ);
  }

  static void compare(long left, int leftLength, long right, int rightLength) {
    Shadow.touch(left, leftLength, READ);
    Shadow.touch(right, rightLength, READ);
  }

  static void copyIn(byte[] source, int from, long target, int bytes) {
    Shadow.touch(target, bytes, WRITE);
  }

  static void copyOut(long source, byte[] target, int from, int bytes) {
    Shadow.touch(source, bytes, READ);
  }
}
