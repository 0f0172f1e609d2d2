package arenad.launch;

import arenad.channel.ProgramThread;
import arenad.channel.Team;
import arenad.memory.Context;
import arenad.std.Args;
import arenad.std.Output;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/// The main class of every built program: runs `main` of one module and ends the process.
///
/// System properties win over attributes of the manifest of the jar:
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
    // Named classes where a lambda would do: the first lambda of a process costs as much as all the
    // rest of this.
    Runtime.getRuntime().addShutdownHook(new Flushing());
    // A stack of a size of our own is only given to threads of our own.
    Team team = new Team(stack << 20, true, new Telling(sourceRoot));
    Running running = new Running(module);
    team.start(module + ".main", running);
    team.awaitEnd();
    Exit.now(running.status);
  }

  /// Brings out what was printed when the process is ended from outside.
  private static final class Flushing extends Thread {
    @Override
    public void run() {
      Output.flush();
    }
  }

  /// The end of a program in which a thread has failed.
  private record Telling(String sourceRoot) implements Team.Failing {
    @Override
    public void failed(ProgramThread thread, Throwable failure) {
      Exit.failed(failure, thread.function(), sourceRoot);
    }
  }

  private static final class Running implements ProgramThread.Work {
    private final String module;
    private volatile int status;

    Running(String module) {
      this.module = module;
    }

    @Override
    public void run(Context context) throws Throwable {
      try {
        status = call(module, context);
      } catch (InvocationTargetException e) {
        throw e.getTargetException();
      }
    }
  }

  /// Calls `main` of a module.
  ///
  /// @return the exit status
  private static int call(String module, Context context) throws ReflectiveOperationException {
    Class<?> type;
    try {
      type = Class.forName(module);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("there is no module `" + module + "`", e);
    }
    // The JVM's own way to call by reflection: the other one makes classes first, for a single
    // call.
    System.setProperty("jdk.reflect.useNativeAccessorOnly", "true");
    Object result = type.getMethod("main", Context.class).invoke(null, context);
    return result instanceof Integer status ? status : 0;
  }

  private static String setting(
      Attributes attributes, String property, String attribute, String otherwise) {
    String told = System.getProperty(property);
    if (told == null) {
      told = attributes.getValue(attribute);
    }
    return told == null ? otherwise : told;
  }

  /// The main attributes of the jar that was started with `java -jar`; empty if the classes came in another way.
  private static Attributes attributes() {
    String path = System.getProperty("java.class.path", "");
    if (!path.endsWith(".jar") || path.indexOf(File.pathSeparatorChar) >= 0) {
      return new Attributes();
    }
    try (JarFile jar = new JarFile(path)) {
      Manifest manifest = jar.getManifest();
      return manifest == null ? new Attributes() : manifest.getMainAttributes();
    } catch (IOException e) {
      return new Attributes();
    }
  }
}
