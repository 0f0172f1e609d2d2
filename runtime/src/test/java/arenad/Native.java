package arenad;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arenad.memory.Arenas;
import arenad.memory.Context;
import arenad.memory.Memory;
import arenad.std.JavaText;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

/// What tests need to talk to memory: Java strings in and out, and the count of what was allocated on the Java heap.
public final class Native {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Native() {}

  /// A string in memory.
  public record Text(long address, int length) {}

  /// A string in an arena of the context that is never freed before the context is closed.
  public static Text text(Context context, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    long address =
        Arenas.alloc(context, Arenas.newRoot(context), Math.max(bytes.length + 7L & -8, 8));
    Memory.copyIn(bytes, 0, address, bytes.length);
    return new Text(address, bytes.length);
  }

  /// The string whose address a method returned and whose length it left in `r1`.
  public static String result(Context context, long address) {
    return JavaText.of(address, (int) context.r1);
  }

  /// The string that lies in memory as a field or element does.
  public static String stored(long address) {
    return JavaText.of(Memory.i64(address), Memory.i32(address + 8));
  }

  /// Asserts that work, once warm, allocates nothing on the Java heap.
  public static void assertAllocatesNothing(Runnable work) {
    for (int i = 0; i < 3; i++) {
      work.run();
    }
    allocated();
    long before = allocated();
    work.run();
    assertEquals(0, allocated() - before, "bytes allocated on the Java heap");
  }

  private static long allocated() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }
}
