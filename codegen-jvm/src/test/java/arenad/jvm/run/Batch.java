package arenad.jvm.run;

import arenad.memory.Context;
import arenad.panic.PanicReport;
import arenad.panic.Trap;
import arenad.std.Output;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Runs many programs in one JVM, one after another: the main class of a child. What each prints is followed by [#END], how it
/// ended, and a line break.
final class Batch {

  static final char END = '\u0001';

  private Batch() {}

  /// @param args a file with a line for each program: its folder of classes, a colon, and what `flip()` gives as digits
  public static void main(String[] args) throws IOException, InterruptedException {
    try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
      for (String program : Files.readAllLines(Path.of(args[0]))) {
        int colon = program.lastIndexOf(':');
        String folder = program.substring(0, colon);
        Choices.plan(program.substring(colon + 1));
        String[] ended = new String[1];
        Thread thread = new Thread(null, () -> ended[0] = run(Path.of(folder)), "main", 64 << 20);
        thread.start();
        thread.join();
        Output.flush();
        out.write((END + ended[0] + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static String run(Path folder) {
    Context context = new Context();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      Class<?> main = Class.forName("main", true, loader);
      main.getMethod("main", Context.class).invoke(null, context);
      return "finished";
    } catch (InvocationTargetException e) {
      Throwable thrown = e.getCause();
      String panic = PanicReport.messageOf(thrown);
      String kind = thrown instanceof Trap ? "trap: " : "panic: ";
      return panic == null ? trace(thrown) : kind + panic;
    } catch (ReflectiveOperationException | IOException | LinkageError e) {
      return trace(e);
    }
  }

  private static String trace(Throwable thrown) {
    StringBuilder trace = new StringBuilder(String.valueOf(thrown));
    for (StackTraceElement frame : thrown.getStackTrace()) {
      trace.append(" at ").append(frame);
    }
    return trace.toString().replace('\n', ' ');
  }
}
