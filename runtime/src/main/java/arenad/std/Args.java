package arenad.std;

import arenad.buffer.Arrays;
import arenad.memory.Context;
import arenad.memory.Memory;

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
      long copy = JavaText.copy(context, arena, argument);
      long element = Arrays.push(array, Strings.SIZE);
      Memory.putI64(element, copy);
      Memory.putI32(element + 8, (int) context.r1);
    }
    return array;
  }
}
