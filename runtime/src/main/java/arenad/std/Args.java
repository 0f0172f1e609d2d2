package arenad.std;

import arenad.buffer.Arrays;
import arenad.memory.Context;
import arenad.memory.Memory;
import java.nio.charset.StandardCharsets;

/// The arguments that the program was started with.
public final class Args {
  private static final int STRING_SIZE = 16;

  private static String[] given = {};

  private Args() {}

  /// Says what they are: the launcher, once, before the program runs.
  public static void set(String[] args) {
    given = args.clone();
  }

  /// How many there are.
  public static int count() {
    return given.length;
  }

  /// One of them, copied into an arena; its length goes to `r1`.
  public static long get(Context context, long arena, int index) {
    byte[] bytes = given[Checks.index(index, given.length)].getBytes(StandardCharsets.UTF_8);
    long mark = context.mark();
    long raw = context.tempAlloc(bytes.length + 7 & -8);
    Memory.copyIn(bytes, 0, raw, bytes.length);
    long copy = Repair.copy(context, arena, raw, bytes.length);
    context.release(mark);
    return copy;
  }

  /// All of them: an `Array<String>` in an arena, `env.args(a)`.
  public static long all(Context context, long arena) {
    long array = Arrays.create(context, arena, STRING_SIZE, given.length);
    for (int i = 0; i < given.length; i++) {
      long copy = get(context, arena, i);
      long element = Arrays.push(array, STRING_SIZE);
      Memory.putI64(element, copy);
      Memory.putI32(element + 8, (int) context.r1);
    }
    return array;
  }
}
