package arenad.launch;

import arenad.memory.Context;
import arenad.std.Args;
import arenad.std.Output;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URI;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/// The main class of every built program: runs `main` of one module and ends the process.
///
/// System properties win over attributes of the manifest beside this class:
///
/// | property | attribute | |
/// | --- | --- | --- |
/// | `arenad.main` | `Arena-Main` | the module whose `main` runs, as a class name: `main`, `tools.convert` |
/// | `arenad.source` | `Arena-Source` | what stands before a module's path in stack traces: `src/` |
/// | `arenad.stack.megabytes` | `Arena-Stack-Megabytes` | stack of the main thread |
public final class Program {
  /// A frame of compiled Java is about as large as one of C, one of the interpreter several times; C programs have 8 MB.
  private static final String STACK_MEGABYTES = "64";

  private Program() {}

  /// Runs the program.
  public static void main(String[] args) {
    Attributes attributes = attributes();
    String module = setting(attributes, "arenad.main", "Arena-Main", "main");
    String sourceRoot = setting(attributes, "arenad.source", "Arena-Source", "");
    long stack =
        Long.parseLong(
            setting(
                attributes, "arenad.stack.megabytes", "Arena-Stack-Megabytes", STACK_MEGABYTES));
    Args.set(args);
    Runtime.getRuntime().addShutdownHook(new Thread(Output::flush));
    // A stack of a size of our own is only given to threads of our own.
    new Thread(null, () -> run(module, sourceRoot), "main", stack << 20).start();
  }

  private static void run(String module, String sourceRoot) {
    try {
      Exit.now(call(module));
    } catch (Throwable failure) {
      Exit.failed(failure, sourceRoot);
    }
  }

  /// Calls `main` of a module.
  ///
  /// @return the exit status
  private static int call(String module) throws Throwable {
    Class<?> type;
    try {
      type = Class.forName(module);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("there is no module `" + module + "`", e);
    }
    Context context = new Context();
    MethodHandle main;
    try {
      main = find(type, int.class);
    } catch (NoSuchMethodException e) {
      find(type, void.class).invokeExact(context);
      return 0;
    }
    return (int) main.invokeExact(context);
  }

  private static MethodHandle find(Class<?> type, Class<?> result)
      throws ReflectiveOperationException {
    return MethodHandles.lookup()
        .findStatic(type, "main", MethodType.methodType(result, Context.class));
  }

  private static String setting(
      Attributes attributes, String property, String attribute, String otherwise) {
    String told = System.getProperty(property);
    if (told == null) {
      told = attributes.getValue(attribute);
    }
    return told == null ? otherwise : told;
  }

  /// The main attributes of the manifest in the jar that this class came from; empty if it came from a folder.
  private static Attributes attributes() {
    String place = Program.class.getResource("Program.class").toString();
    int inside = place.indexOf("!/");
    if (inside < 0) {
      return new Attributes();
    }
    try (InputStream manifest =
        URI.create(place.substring(0, inside) + "!/META-INF/MANIFEST.MF").toURL().openStream()) {
      return new Manifest(manifest).getMainAttributes();
    } catch (IOException e) {
      return new Attributes();
    }
  }
}
