package arenad.std;

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
}
