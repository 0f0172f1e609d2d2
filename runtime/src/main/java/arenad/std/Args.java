package arenad.std;

import arenad.buffer.Arrays;
import arenad.memory.Context;
import arenad.memory.Memory;
import java.nio.charset.StandardCharsets;

/// The arguments that the program was started with.
public final class Args {
  /// In UTF-8, so that asking for them takes nothing from the Java heap.
  private static byte[][] given = {};

  private Args() {}

  /// Says what they are: the launcher, once, before the program runs.
  public static void set(String[] args) {
    byte[][] encoded = new byte[args.length][];
    for (int i = 0; i < args.length; i++) {
      encoded[i] = args[i].getBytes(StandardCharsets.UTF_8);
    }
    given = encoded;
  }

  /// All of them: an `Array<String>` in an arena, `env.args(a)`.
  public static long all(Context context, long arena) {
    long array = Arrays.create(context, arena, Strings.SIZE, given.length);
    for (byte[] argument : given) {
      long copy = JavaText.copy(context, arena, argument);
      long element = Arrays.push(array, Strings.SIZE);
      Memory.putI64(element, copy);
      Memory.putI32(element + 8, (int) context.r1);
    }
    return array;
  }
}
