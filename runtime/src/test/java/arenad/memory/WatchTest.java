package arenad.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WatchTest {

  /// What gives and takes memory looks for itself.
  private static final Set<String> OWNERS = Set.of("allocate", "reallocate", "release");

  @Test
  void everyAccessHasATwinThatWatchesIt() {
    List<String> unwatched = new ArrayList<>();
    for (Method method : Memory.class.getMethods()) {
      if (Modifier.isStatic(method.getModifiers()) && !OWNERS.contains(method.getName())) {
        try {
          Watch.class.getDeclaredMethod(method.getName(), method.getParameterTypes());
        } catch (NoSuchMethodException missing) {
          unwatched.add(method.getName() + Arrays.toString(method.getParameterTypes()));
        }
      }
    }
    assertEquals(List.of(), unwatched);
  }
}
