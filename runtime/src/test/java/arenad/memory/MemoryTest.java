package arenad.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arenad.panic.Panic;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class MemoryTest {
  private final long block = Memory.allocate(1024);

  @Test
  void narrowReadsExtendAsTheirTypeSays() {
    Memory.putI8(block, -2);
    assertEquals(-2, Memory.i8(block));
    assertEquals(254, Memory.u8(block));
    Memory.putI16(block, -2);
    assertEquals(-2, Memory.i16(block));
    assertEquals(65534, Memory.u16(block));
    Memory.putI32(block, -2);
    assertEquals(-2, Memory.i32(block));
    Memory.putI64(block, Long.MIN_VALUE);
    assertEquals(Long.MIN_VALUE, Memory.i64(block));
    Memory.putF32(block, 1.5f);
    assertEquals(1.5f, Memory.f32(block));
    Memory.putF64(block, -0.0);
    assertEquals(-0.0, Memory.f64(block));
    Memory.release(block);
  }

  @Test
  void copiesOfEveryLengthTouchExactlyTheirBytes() {
    Random random = new Random(1);
    for (int length = 0; length < 100; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      Memory.copyIn(bytes, 0, block, length);
      Memory.fill(block + 500, 200, 7);
      Memory.copy(block, block + 550, length);
      byte[] back = new byte[length + 2];
      Memory.copyOut(block + 549, back, 0, length + 2);
      assertEquals(7, back[0]);
      assertEquals(7, back[length + 1]);
      assertTrue(Arrays.equals(bytes, 0, length, back, 1, length + 1));
      assertTrue(Memory.equal(block, block + 550, length));
    }
    Memory.release(block);
  }

  @Test
  void comparesUnsignedBytesAndPutsAPrefixFirst() {
    Random random = new Random(2);
    for (int i = 0; i < 20_000; i++) {
      byte[] left = new byte[random.nextInt(20)];
      byte[] right = new byte[random.nextInt(20)];
      for (int k = 0; k < left.length; k++) {
        left[k] = (byte) (random.nextInt(2) * 200);
      }
      for (int k = 0; k < right.length; k++) {
        right[k] = (byte) (random.nextInt(2) * 200);
      }
      Memory.copyIn(left, 0, block, left.length);
      Memory.copyIn(right, 0, block + 100, right.length);
      int expected = Integer.signum(Arrays.compareUnsigned(left, right));
      assertEquals(
          expected, Integer.signum(Memory.compare(block, left.length, block + 100, right.length)));
      if (left.length == right.length) {
        assertEquals(expected == 0, Memory.equal(block, block + 100, left.length));
      }
    }
    Memory.release(block);
  }

  @Test
  void whatTheSystemRefusesIsAPanic() {
    Panic panic = assertThrows(Panic.class, () -> Memory.allocate(1L << 60));
    assertEquals("out of memory: 1152921504606846976 bytes asked for", panic.getMessage());
    Memory.release(block);
  }
}
