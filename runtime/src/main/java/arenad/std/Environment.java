package arenad.std;

import arenad.memory.Context;
import org.jspecify.annotations.Nullable;

/// `env` of the standard library.
public final class Environment {
  private Environment() {}

  /// A variable of the environment, in an arena; its length goes to `r1`.
  ///
  /// @return 0 when there is none
  public static long get(Context context, long name, int length, long arena) {
    @Nullable String value = System.getenv(JavaText.of(name, length));
    if (value == null) {
      context.r1 = 0;
      return 0;
    }
    return JavaText.copy(context, arena, value);
  }
}
