package arenad.std;

import arenad.memory.Context;
import arenad.memory.Memory;
import java.nio.charset.StandardCharsets;

/// The border between strings of the language and of Java: only where a program ends or begins, for it allocates on the Java heap.
public final class JavaText {
  private JavaText() {}

  /// A Java string of the same text.
  public static String of(long address, int length) {
    byte[] bytes = new byte[length];
    Memory.copyOut(address, bytes, 0, length);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /// A string of the language of the same text, in an arena; its length goes to `r1`. What is no text
  /// becomes U+FFFD.
  public static long copy(Context context, long arena, String text) {
    return copy(context, arena, text.getBytes(StandardCharsets.UTF_8));
  }

  /// The same, of bytes that should be UTF-8.
  static long copy(Context context, long arena, byte[] bytes) {
    long mark = context.mark();
    long raw = context.tempAlloc(bytes.length + 7L & -8);
    Memory.copyIn(bytes, 0, raw, bytes.length);
    long copy = Repair.copy(context, arena, raw, bytes.length);
    context.release(mark);
    return copy;
  }
}
