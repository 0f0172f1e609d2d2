package arenad.std;

import arenad.buffer.Arrays;
import arenad.memory.Context;
import arenad.memory.Memory;
import java.nio.charset.StandardCharsets;

/// The arguments that the program was started with.
public final class Args {
  private static String[] given = {};

  private Args() {}

  /// Says what they are: the launcher, once, before the program runs.
  public static void set(String[] args) {
    given = args.clone();
  }

  /// All of them: an `Array<String>` in an arena, `env.args(a)`.
  public static long all(Context context, long arena) {
    long array = Arrays.create(context, arena, Strings.SIZE, given.length);
    for (String argument : given) {
      long copy = copy(context, arena, argument);
      long element = Arrays.push(array, Strings.SIZE);
      Memory.putI64(element, copy);
      Memory.putI32(element + 8, (int) context.r1);
    }
    return array;
  }

  private static long copy(Context context, long arena, String argument) {
    byte[] bytes = argument.getBytes(StandardCharsets.UTF_8);
    long mark = context.mark();
    long raw = context.tempAlloc(bytes.length + 7 & -8);
    Memory.copyIn(bytes, 0, raw, bytes.length);
    long copy = Repair.copy(context, arena, raw, bytes.length);
    context.release(mark);
    return copy;
  }
}
