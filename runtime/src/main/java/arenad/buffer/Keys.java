package arenad.buffer;

import arenad.memory.Memory;
import java.nio.charset.StandardCharsets;

/// Keys of maps as a panic shows them.
final class Keys {
  static final int SIGNED = 0;
  static final int UNSIGNED = 1;
  static final int CHARACTER = 2;
  static final int TRUTH = 3;

  /// More bytes of a text are not shown.
  private static final int MOST_SHOWN = 60;

  private Keys() {}

  static String text(int key, int shown) {
    return switch (shown) {
      case UNSIGNED -> Integer.toUnsignedString(key);
      case CHARACTER -> "'" + Character.toString(key) + "'";
      case TRUTH -> key == 0 ? "false" : "true";
      default -> Integer.toString(key);
    };
  }

  static String text(long key, int shown) {
    return shown == UNSIGNED ? Long.toUnsignedString(key) : Long.toString(key);
  }

  static String quoted(long address, int length) {
    byte[] bytes = new byte[Math.min(length, MOST_SHOWN)];
    Memory.copyOut(address, bytes, 0, bytes.length);
    String text = new String(bytes, StandardCharsets.UTF_8);
    String ending = length > MOST_SHOWN ? "..." : "";
    return "\"" + text + ending + "\"";
  }
}
