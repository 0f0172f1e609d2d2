package arenad.channel;

import arenad.memory.Context;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/// What generated code calls of threads.
public final class Threads {
  private Threads() {}

  /// `Thread.spawn(f)`.
  ///
  /// @param module the class of the function's module
  /// @param method the method that it is
  /// @param function its name, as `module.name`
  public static void spawn(Class<?> module, String method, String function) {
    ProgramThread self = ProgramThread.current();
    if (self == null) {
      throw new IllegalStateException("a thread is started by a thread of a program");
    }
    ProgramThread.stopIfEnded();
    self.team().start(function, context -> call(module, method, context));
  }

  private static void call(Class<?> module, String name, Context context) throws Throwable {
    Method method = module.getMethod(name, Context.class);
    try {
      method.invoke(null, context);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }
}
