package arenad.corpus;

import arenad.memory.Context;
import arenad.std.Args;
import arenad.std.Output;
import com.sun.management.ThreadMXBean;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.management.ManagementFactory;

/// Runs `main` of a program some times and says how much a run takes from the Java heap once it is warm: the main class of a
/// child. The first runs load classes and link calls; of the others the least counts, since the JVM may charge a thread for
/// work of its own, such as going back from compiled code to the interpreter. A file as standard input is read anew by each run.
final class HeapProbe {

  private static final int WARM_UP = 2;
  private static final int MEASURED = 3;

  private static final FileInputStream STANDARD_INPUT = new FileInputStream(FileDescriptor.in);

  private HeapProbe() {}

  public static void main(String[] args) throws Throwable {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Class<?> type = Class.forName(System.getProperty("arenad.main", "main"));
    MethodHandle main =
        MethodHandles.lookup()
            .unreflect(type.getMethod("main", Context.class))
            .asType(MethodType.methodType(void.class, Context.class));
    Args.set(args);
    Context context = new Context();
    for (int i = 0; i < WARM_UP; i++) {
      rewind();
      main.invokeExact(context);
    }
    long least = Long.MAX_VALUE;
    for (int i = 0; i < MEASURED; i++) {
      rewind();
      long before = threads.getCurrentThreadAllocatedBytes();
      main.invokeExact(context);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    Output.flush();
    System.err.print(least);
  }

  private static void rewind() throws IOException {
    if (STANDARD_INPUT.getChannel().size() > 0) {
      STANDARD_INPUT.getChannel().position(0);
    }
  }
}
