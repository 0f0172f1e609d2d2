package arenad.std;

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
}
